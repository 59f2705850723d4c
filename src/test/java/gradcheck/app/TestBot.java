package gradcheck.app;

import gradcheck.cli.ChatCommand;
import gradcheck.config.Config;
import gradcheck.copy.Copy;
import gradcheck.desk.file.Pages;
import gradcheck.domain.Season;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Choice;
import gradcheck.message.Directory;
import gradcheck.message.Incoming;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.SendOutcome;
import gradcheck.roster.read.Notices;
import gradcheck.roster.read.PhotoFile;
import gradcheck.roster.read.PhotoImport;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.RosterImport;
import gradcheck.roster.read.StaffFile;
import gradcheck.roster.read.UnreadableFile;
import gradcheck.store.Store;
import gradcheck.store.Template;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.engine.Ids;
import gradcheck.store.people.StaffMembers;
import gradcheck.turn.Answer;
import gradcheck.turn.RateLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real bot on a real file; {@link #restart} builds a fresh one on the same file. What it sends is kept. */
public final class TestBot implements AutoCloseable {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Instant FIRST = Instant.parse("2027-03-15T02:00:00Z");
    /** Filled from the shipped sample; most tests begin with it. */
    private static final Template SAMPLE = new Template(file -> {
        try (Store store = open(file, TestSettings.season())) {
            ChatCommand.loadSample(store, TestSettings.shipped(), Clock.fixed(FIRST, ZoneOffset.UTC));
        }
    });

    /** A message that went out through the channel. */
    public record Sent(PersonId to, Outgoing message) {

        /** As a chat shows it. */
        public String text() {
            if (message instanceof Outgoing.Text text) {
                return text.text();
            }
            if (message instanceof Outgoing.Card card) {
                String buttons = card.buttons().stream().map(Choice::label).collect(Collectors.joining("｜"));
                return "[卡片] " + card.title() + "｜" + card.body() + "｜" + buttons;
            }
            if (message instanceof Outgoing.File file) {
                return "[文件] " + file.attachment().name();
            }
            if (message instanceof Outgoing.Picture picture) {
                return "[图片] " + picture.attachment().name();
            }
            return message instanceof Outgoing.CardSettled settled
                    ? "[卡片变为] " + settled.replaceName()
                    : message.toString();
        }

        boolean isOfCards() {
            return message instanceof Outgoing.Card || message instanceof Outgoing.CardSettled;
        }
    }

    private final Path file;
    private Config.Settings settings;
    private final Copy copy;
    private final MovableClock clock = new MovableClock(Clock.systemUTC());
    private final List<Sent> sent = new ArrayList<>();
    private Store store;
    private Bot bot;
    private List<RosterFile.RefusedRow> refusedInFile = List.of();
    private final List<Sent> cards = new ArrayList<>();
    private final Map<PersonId, Directory.Answer> directory = new HashMap<>();
    private Directory platform = person -> directory.getOrDefault(person, new Directory.Answer.Nobody());
    private RateLimit pace = RateLimit.FREE;
    private SendOutcome next = new SendOutcome.Sent("");
    private Runnable meanwhile = () -> {};

    public TestBot(Path folder) throws Exception {
        this(folder, Map.of());
    }

    /** @param changed lines of gradcheck.yml that are different here, by the setting's name */
    public TestBot(Path folder, Map<String, String> changed) throws Exception {
        this(folder, changed, Map.of());
    }

    /** @param variables of the environment */
    public TestBot(Path folder, Map<String, String> changed, Map<String, String> variables) throws Exception {
        this.file = folder.resolve("test.db");
        Map<String, String> environment = new HashMap<>(variables);
        if (!changed.isEmpty()) {
            environment.put("GRADCHECK_CONFIG", copied(folder, changed).toString());
        }
        this.settings = TestSettings.in(environment);
        this.copy = AppContext.copy(settings);
        clock.standAt(FIRST);
        if (environment.isEmpty()) {
            SAMPLE.copyTo(file);
            start();
        } else {
            start();
            importSampleAgain();
        }
    }

    /** A bot on a copy of the database as it is now: what happens there happens here to nobody. */
    public TestBot fork(Path copied) throws Exception {
        store.close();
        Files.copy(file, copied);
        start();
        return new TestBot(this, copied);
    }

    private TestBot(TestBot like, Path file) {
        this.file = file;
        this.settings = like.settings;
        this.copy = like.copy;
        this.directory.putAll(like.directory);
        clock.standAt(like.now());
        start();
    }

    private static Store open(Path file, Season season) {
        return Store.open("jdbc:sqlite:" + file, new FieldCipher(KEY, new SecureRandom()), season);
    }

    public static Path copied(Path folder, Map<String, String> changed) throws IOException {
        Path config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path from : files.toList()) {
                Path to = config.resolve(Path.of("config").relativize(from));
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        Path main = config.resolve("gradcheck.yml");
        String text = Files.readString(main, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> line : changed.entrySet()) {
            String now = text.replaceAll(
                    "(?m)^( *)" + line.getKey() + ":.*$", "$1" + line.getKey() + ": " + line.getValue());
            if (now.equals(text)) {
                throw new IllegalArgumentException("gradcheck.yml has no setting " + line.getKey());
            }
            text = now;
        }
        Files.writeString(main, text, StandardCharsets.UTF_8);
        return config;
    }

    private void start() {
        store = open(file, settings.season());
        Channel channel = (to, message, call) -> {
            meanwhile.run();
            if (next instanceof SendOutcome.Sent) {
                to.stream().map(p -> new Sent(p, message)).forEach(s -> (s.isOfCards() ? cards : sent).add(s));
            }
            boolean isCard = message instanceof Outgoing.Card && next instanceof SendOutcome.Sent;
            return isCard ? new SendOutcome.Sent("", "sent-" + ((Outgoing.Card) message).taskId()) : next;
        };
        bot = new Bot(
                settings,
                copy,
                new Bot.Ground(store, channel, clock, new SecureRandom(), false, pace).asking(platform));
    }

    public Pages pages() {
        return bot.pages();
    }

    /** A fresh object graph on the same file: what a deploy or a crash leaves. */
    public void restart() {
        store.close();
        start();
    }

    /** The bot is stopped, something is done to its file, and a fresh one starts on it. */
    public void stoppedFor(Callable<?> done) throws Exception {
        store.close();
        done.call();
        start();
    }

    public Path file() {
        return file;
    }

    /** From now on people may write only as fast as they may outside of tests; the clock stands still in most. */
    public void keepPace() {
        pace = RateLimit.USUAL;
        restart();
    }

    /** Moves the clock as a rehearsal does: the last minutes are lived through, and what is due is done. */
    public void at(Instant moment) {
        new Rehearsal(store, clock, bot::doWhatIsDue).standAt(moment);
    }

    public void doWhatIsDue() {
        bot.doWhatIsDue();
    }

    /** The sample's roster and staff once more, as from a later file. */
    public void importSampleAgain() throws IOException {
        ChatCommand.loadSample(store, settings, clock);
    }

    /** What plans and rounds are made with. */
    gradcheck.reminders.Reminders.Ground made() {
        return bot.made();
    }

    gradcheck.reminders.Reminders reminders() {
        return bot.reminders();
    }

    /** What the platform tells of an account from now on; of others, that there are none. */
    public void platformSays(String account, Directory.Answer answer) {
        directory.put(new PersonId(account), answer);
    }

    /** From now on this is the platform's list of members. */
    void askingPlatform(Directory asked) {
        platform = asked;
        restart();
    }

    /** What the channel answers from now on. */
    public void channelAnswers(SendOutcome outcome) {
        next = outcome;
    }

    /** What happens from now on while a message is on its way. */
    void whenSending(Callable<?> happens) {
        meanwhile = () -> {
            try {
                happens.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    public Answer take(Incoming incoming) {
        return bot.turns().take(incoming, clock.instant()).join();
    }

    public Answer takeSignedAt(Incoming incoming, Instant signedAt) {
        return bot.turns().take(incoming, signedAt).join();
    }

    public Instant now() {
        return clock.instant();
    }

    public Store store() {
        return store;
    }

    /** What went out, cards left out. */
    public List<Sent> sent() {
        return sent;
    }

    /** The cards that went out, and their updates. */
    public List<Sent> cards() {
        return cards;
    }

    /** The account of a person of the sample, by name; the first of several. */
    public Optional<PersonId> named(String name) {
        return store.read(tables -> tables.students().byName(settings.season().year(), name).stream()
                .map(e -> e.person())
                .findFirst()
                .or(() -> tables.staff().all().stream()
                        .filter(m -> m.name().equals(name))
                        .map(m -> m.person())
                        .findFirst()));
    }

    public String name(PersonId person) {
        return store.read(tables -> tables.students()
                .byPerson(settings.season().year(), person)
                .map(e -> e.student().name())
                .or(() -> tables.staff().rowsOf(person).stream()
                        .map(m -> m.name())
                        .findFirst())
                .orElse(person.value()));
    }

    /** A roster as an office would import it. */
    public RosterImport.Outcome importRoster(String csv, boolean dryRun) {
        List<RosterFile.Enrolment> rows = new ArrayList<>();
        try {
            RosterFile.Report report = new RosterFile(settings.season().fields())
                    .read(csv.getBytes(StandardCharsets.UTF_8), "r.csv", rows::add);
            refusedInFile = report.refused();
            var upload = new RosterImport.Upload(rows, report.columns());
            RosterImport roster = new RosterImport(settings.season(), notices());
            return dryRun
                    ? store.read(t -> roster.preview(t, upload, now()))
                    : store.write(t -> roster.carryOut(t, upload, now())).join();
        } catch (UnreadableFile e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The registrar's photo list. */
    public PhotoImport.Outcome importPhotos(String csv, boolean dryRun) {
        try {
            var day = now().atZone(settings.season().zone()).toLocalDate();
            var report = new PhotoFile(day).read(csv.getBytes(StandardCharsets.UTF_8), "p.csv");
            PhotoImport photos = PhotoImport.ofList(settings.season(), notices());
            return dryRun
                    ? store.read(t -> photos.preview(t, report.states()))
                    : store.write(t -> photos.carryOut(t, report.states(), now()))
                            .join();
        } catch (UnreadableFile e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** These rows come to the staff list, which holds the sample's people already. */
    public void addStaff(String csv) {
        try {
            List<StaffMembers.Member> all =
                    new ArrayList<>(store.read(tables -> tables.staff().all()));
            all.addAll(new StaffFile()
                    .read(csv.getBytes(StandardCharsets.UTF_8), "s.csv")
                    .members());
            store.write(tables -> {
                        tables.staff().replaceAll(all);
                        return tables;
                    })
                    .join();
        } catch (UnreadableFile e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<RosterFile.RefusedRow> refusedInFile() {
        return refusedInFile;
    }

    private Notices notices() {
        return new Notices(
                copy::render,
                new Ids(clock, new SecureRandom()),
                settings.reminders().quiet(),
                settings.season().zone());
    }

    /** As if the student had tied the account to themselves. */
    void bind(String number, String person) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var insert = connection.prepareStatement("INSERT INTO binding VALUES (2027, ?, 'app', ?, 0)")) {
            insert.setString(1, number);
            insert.setString(2, person);
            insert.executeUpdate();
        }
    }

    WebPhoto photo(String number) {
        return store.read(t -> t.students().byNumber(season(), number))
                .orElseThrow()
                .student()
                .webPhoto();
    }

    /** The config speaks of another year; the database is the same. */
    public void moveToSeason(int year) {
        settings = settings.in(year);
        restart();
    }

    public void closeSeason() {
        store.write(t -> {
                    t.seasons().close(season(), now());
                    return t;
                })
                .join();
    }

    public int season() {
        return settings.season().year();
    }

    @Override
    public void close() {
        store.close();
    }
}
