package gradcheck.reminders;

import gradcheck.copy.Copy;
import gradcheck.message.Outgoing;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Ids;
import gradcheck.store.Outbox;
import gradcheck.store.Store;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.PhotoFact;
import gradcheck.verification.Season;
import gradcheck.verification.WebPhoto;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reminds those whose diploma photo is not collected (R15, R24–R26): queued on the rule's days, decided again at the
 * moment of sending, never twice for one student, rule and day.
 */
public final class Reminders {
    /** What a queued reminder is called in the outbox. */
    public static final String KIND = "reminder.photo-not-collected";

    private static final LocalTime QUIET_FROM = LocalTime.of(22, 0);
    private static final LocalTime QUIET_TO = LocalTime.of(8, 0);

    private final Store store;
    private final Season season;
    private final List<Rule> rules;
    private final Copy copy;
    private final Clock clock;
    private final Ids ids;

    public Reminders(Store store, Season season, List<Rule> rules, Copy copy, Clock clock, Ids ids) {
        this.store = store;
        this.season = season;
        this.rules = List.copyOf(rules);
        this.copy = copy;
        this.clock = clock;
        this.ids = ids;
    }

    /** Somebody who is due: by which rule, and on what occasion. */
    public record Due(Enrolled who, Rule rule, String occasion, long daysLeft) {}

    /** Who is due at that moment, whether or not it was queued already. */
    public List<Due> due(Instant at) {
        ZonedDateTime now = at.atZone(season.zone());
        boolean isOver = store.read(tables -> tables.seasons().isClosed(season.year()));
        if (isOver || isQuiet(now.toLocalTime())) {
            return List.of();
        }
        long daysLeft = ChronoUnit.DAYS.between(now.toLocalDate(), season.photoDeadline());
        List<Due> due = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.daysBefore().contains((int) daysLeft) && !now.toLocalTime().isBefore(rule.at())) {
                due.addAll(store.read(tables -> lacking(tables, rule, now.toLocalDate())));
            }
        }
        return due;
    }

    /** Queues what is due now; how many were new. */
    public int queueDue() {
        Instant now = clock.instant();
        List<Due> due = due(now);
        return due.isEmpty()
                ? 0
                : store.write(tables -> queue(tables, due, now)).join();
    }

    /** A queued message at the moment of sending; a reminder is empty when the student no longer lacks the photo. */
    public Optional<Outgoing> message(Outbox.Row row) {
        return row.kind().equals(KIND)
                ? text(row).map(Outgoing.Text::new)
                : store.read(tables -> tables.parcels().message(row));
    }

    private Optional<String> text(Outbox.Row row) {
        LocalDate today = clock.instant().atZone(season.zone()).toLocalDate();
        long daysLeft = ChronoUnit.DAYS.between(today, season.photoDeadline());
        if (daysLeft < 0) {
            return Optional.empty();
        }
        return store.read(tables -> tables.students()
                .byPerson(season.year(), row.person())
                .filter(e -> lacks(tables, e, daysLeft))
                .map(e -> copy.render(words(e, daysLeft, tables.mutes().isMuted(e.person())))));
    }

    private Say words(Enrolled who, long daysLeft, boolean muted) {
        String name = who.student().name();
        String phone = season.office().phone();
        if (muted) {
            return ReminderPhrases.NOT_COLLECTED_LAST.with("name", name, "phone", phone);
        }
        return daysLeft == 0
                ? ReminderPhrases.NOT_COLLECTED_TODAY.with("name", name, "phone", phone)
                : ReminderPhrases.NOT_COLLECTED.with(
                        "name", name,
                        "days", daysLeft,
                        "deadline",
                                season.photoDeadline().getMonthValue() + "月"
                                        + season.photoDeadline().getDayOfMonth() + "日",
                        "phone", phone);
    }

    private int queue(Tables tables, List<Due> due, Instant now) {
        int queued = 0;
        for (Due one : due) {
            Outbox.New added = new Outbox.New(
                    ids.next(), one.who().person(), KIND, "", Outbox.BULK, now, Optional.of(one.occasion()));
            queued += tables.outbox().queue(added, now) ? 1 : 0;
        }
        return queued;
    }

    private List<Due> lacking(Tables tables, Rule rule, LocalDate today) {
        long daysLeft = ChronoUnit.DAYS.between(today, season.photoDeadline());
        return tables.students().perhapsUncollected(season.year()).stream()
                .filter(e -> lacks(tables, e, daysLeft))
                .map(e -> new Due(
                        e, rule, rule.name() + "|" + today + "|" + e.student().number(), daysLeft))
                .toList();
    }

    /** Who said 停止提醒 gets only the notice of the last day. Only the registrar's 未采集 counts, unless the student says the photo was taken; 未知 is never warned about. */
    private boolean lacks(Tables tables, Enrolled who, long daysLeft) {
        boolean uncollected = who.student().webPhoto() == WebPhoto.NOT_COLLECTED
                || (who.student().webPhoto() == WebPhoto.UNKNOWN && says(tables, who));
        return uncollected && (daysLeft == 0 || !tables.mutes().isMuted(who.person()));
    }

    private boolean says(Tables tables, Enrolled who) {
        return Optional.ofNullable(tables.photoFacts()
                        .of(season.year(), who.student().number())
                        .get(PhotoFact.WEB))
                .filter(noted -> noted.value().equals(WebPhoto.NOT_COLLECTED.title()))
                .isPresent();
    }

    private static boolean isQuiet(LocalTime time) {
        return !time.isBefore(QUIET_FROM) || time.isBefore(QUIET_TO);
    }
}
