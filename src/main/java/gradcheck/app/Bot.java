package gradcheck.app;

import gradcheck.config.Config;
import gradcheck.copy.Copy;
import gradcheck.desk.Desk;
import gradcheck.desk.account.AccountRequests;
import gradcheck.desk.account.LapsedRequests;
import gradcheck.desk.ask.Grammar;
import gradcheck.desk.file.DeskFiles;
import gradcheck.desk.file.Pages;
import gradcheck.domain.Season;
import gradcheck.language.Language;
import gradcheck.message.Directory;
import gradcheck.outbox.Channel;
import gradcheck.outbox.Limits;
import gradcheck.outbox.Prepared;
import gradcheck.outbox.Sender;
import gradcheck.reminders.Explanation;
import gradcheck.reminders.ReminderRounds;
import gradcheck.reminders.Reminders;
import gradcheck.reminders.UnansweredQuestions;
import gradcheck.store.Store;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.turn.MessageService;
import gradcheck.turn.RateLimit;
import gradcheck.turn.privacy.RetentionJob;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Everything of the bot between the door and the channel, built on one store. */
public final class Bot {
    /** engineering-facts §5.3: tolerant of the platform's retries, closed to a replay. */
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Store store;
    private final MessageService turns;
    private final Pages pages;
    private final Sender sender;
    private final Reminders reminders;
    private final RetentionJob forgetting;
    private final Inquiries inquiries;
    private final LapsedRequests lapsed;
    private final UnansweredQuestions unanswered;
    private final Reminders.Ground made;
    private final DeskFiles files;
    private volatile boolean stopping;

    /**
     * What a bot is built on.
     *
     * @param pace how fast one person may write; free where the clock stands still
     * @param directory tells who an account is of
     */
    public record Ground(
            Store store,
            Channel channel,
            Clock clock,
            SecureRandom random,
            boolean rehearsal,
            RateLimit pace,
            Directory directory) {
        public Ground(Store store, Channel channel, Clock clock, SecureRandom random, boolean rehearsal) {
            this(
                    store,
                    channel,
                    clock,
                    random,
                    rehearsal,
                    rehearsal ? RateLimit.FREE : RateLimit.USUAL,
                    Directory.SILENT);
        }

        public Ground(
                Store store, Channel channel, Clock clock, SecureRandom random, boolean rehearsal, RateLimit pace) {
            this(store, channel, clock, random, rehearsal, pace, Directory.SILENT);
        }

        public Ground asking(Directory asked) {
            return new Ground(store, channel, clock, random, rehearsal, pace, asked);
        }
    }

    public Bot(Config.Settings settings, Copy copy, Ground ground) {
        Clock clock = ground.clock();
        Ids ids = new Ids(clock, ground.random());
        this.store = ground.store();
        this.made = new Reminders.Ground(settings.season(), settings.reminders(), copy, clock, ids);
        Language language = new Language(settings.words(), copy::render);
        Desk.Ground desk = desk(settings, made, language, ground.random());
        this.pages = new Pages(ground.store(), desk);
        this.turns = new MessageService(
                ground.store(),
                settings.season(),
                new MessageService.Words(copy, settings.intents(), language),
                new MessageService.Times(clock, fresh(ground), ground.pace()),
                ground.random(),
                desk);
        this.inquiries = new Inquiries(ground.store(), ground.directory(), new AccountRequests(desk));
        this.lapsed = new LapsedRequests(desk);
        this.unanswered = new UnansweredQuestions(made);
        this.forgetting = new RetentionJob(ground.store(), settings.season(), clock);
        this.reminders = new Reminders(ground.store(), made);
        this.files = new DeskFiles(ground.store(), desk);
        Limits limits = new Limits(
                settings.reminders().dailyBudget(),
                settings.reminders().quiet(),
                settings.season().zone());
        this.sender = new Sender(ground.store(), ground.channel(), this::messages, limits, clock, ids);
    }

    private static Desk.Ground desk(
            Config.Settings settings, Reminders.Ground made, Language language, SecureRandom random) {
        Season season = settings.season();
        return new Desk.Ground(
                season,
                made.clock(),
                made.ids(),
                made.copy()::render,
                language,
                new Grammar(settings.lexicon(), season.fields()),
                settings.reminders().quiet(),
                new DeskRounds(new ReminderRounds(made), new Explanation(season, made.clock())),
                new Desk.Entrance(settings.web().publicUrl(), random));
    }

    /** Messages at the moment of sending: reminders and the desk's files are made then, and not before. */
    private Map<String, Prepared> messages(List<Outbox.Row> rows) {
        Map<String, Prepared> prepared = new HashMap<>(reminders.messages(
                rows.stream().filter(row -> !DeskFiles.isOurs(row)).toList()));
        rows.stream().filter(DeskFiles::isOurs).forEach(row -> files.message(row)
                .map(Prepared.Ready::new)
                .ifPresent(message -> prepared.put(row.id(), message)));
        return prepared;
    }

    /** What the one-time pages show and take. */
    public Pages pages() {
        return pages;
    }

    public MessageService turns() {
        return turns;
    }

    public Reminders reminders() {
        return reminders;
    }

    /** What plans and rounds are made with. */
    public Reminders.Ground made() {
        return made;
    }

    /** At the start of the only process there is: goes on with what the one before it had begun to send. */
    public void takeOver() {
        sender.takeOver();
    }

    /** Queues and sends everything that is due now. */
    public void doWhatIsDue() {
        inquire();
        queueDue();
        while (sendDue() > 0) {
            // Whatever a person waits for goes out one after the other: a claim holds one message of each.
        }
    }

    /** What was ordered for thousands at once, also by a process that is gone: people who write go in between. */
    private void queuePieces() {
        while (!stopping && store.<Boolean>read(tables -> tables.queueing().isAny())) {
            store.write(tables -> tables.queueing()
                            .queueNext(made.ids()::next, made.clock().instant()))
                    .join();
        }
    }

    private void lapse() {
        if (store.<Boolean>read(lapsed::isAnyDue)) {
            store.write(tables -> {
                        lapsed.lapse(tables);
                        return tables;
                    })
                    .join();
        }
    }

    private void tellUnanswered() {
        if (store.<Boolean>read(unanswered::isAnyDue)) {
            store.write(tables -> {
                        unanswered.tell(tables);
                        return tables;
                    })
                    .join();
        }
    }

    /** Asks the platform what requests for an account wait for; how many were settled. */
    int inquire() {
        return stopping ? 0 : inquiries.askDue();
    }

    /** Queues what is due, and forgets what has been kept long enough. */
    void queueDue() {
        queuePieces();
        lapse();
        tellUnanswered();
        forgetting.forgetDue();
        reminders.queueDue();
    }

    /** Sends some of what is queued and due now; how many messages were settled or put off. */
    int sendDue() {
        return stopping ? 0 : sender.sendDue();
    }

    /** What goes on sending comes to an end after the call it is at; the rest stays queued. */
    void stop() {
        stopping = true;
        sender.stop();
    }

    /** In a rehearsal the bot's clock may stand far away while the other side signs with the real time. */
    private static Predicate<Instant> fresh(Ground ground) {
        Clock clock = ground.clock();
        Predicate<Instant> near = at -> isNear(at, clock.instant());
        return ground.rehearsal() ? near.or(at -> isNear(at, Clock.systemUTC().instant())) : near;
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
    }
}
