package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.account.AccountActs;
import gradcheck.domain.Noted;
import gradcheck.domain.PaperPhoto;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.Student;
import gradcheck.domain.status.StudentState;
import gradcheck.language.NormalizedText;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.PhoneCalls;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.Reopenings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a secretary does with one student: pause, take out, let in again, more time, open again, paper photo, call. */
public final class StudentCommands {
    /** What an act with a notice that can be held back is called. */
    static final String ACT = "student";

    /** An example of a day must not have passed. */
    private static final int EXAMPLE_DAYS = 7;

    private static final Pattern DAY =
            Pattern.compile("(?:延?到|至)?\\s*(?:(\\d{4})[年./-])?(\\d{1,2})[月./-](\\d{1,2})[日号]?.*");

    private final DeskContext visit;

    public StudentCommands(DeskContext visit) {
        this.visit = visit;
    }

    public List<Say> pause(Enrolled who, String reason) {
        return withReason("暂停", who, reason, () -> {
            put(who, Standing.State.PAUSED, reason, standing(who).until());
            return DeskPhrases.PAUSED.with("name", name(who), "reason", reason, "called", People.called(visit, who));
        });
    }

    public List<Say> takeOut(Enrolled who, String reason) {
        return withReason("移出", who, reason, () -> {
            put(who, Standing.State.OUT, reason, standing(who).until());
            return DeskPhrases.TAKEN_OUT.with("name", name(who), "reason", reason, "called", People.called(visit, who));
        });
    }

    /** Ends a pause, a removal or a lock. */
    public List<Say> resume(Enrolled who) {
        Optional<Say> unlocked = new AccountActs(visit).unlock(who);
        Standing before = standing(who);
        if (before.state() == Standing.State.IN) {
            return List.of(unlocked.orElseGet(() -> DeskPhrases.NOT_PAUSED.with("name", name(who))));
        }
        put(who, Standing.State.IN, "", before.until());
        done("恢复", who, before.state().title());
        Say resumed = DeskPhrases.RESUMED.with(
                "name", name(who), "before", before.state().title());
        return unlocked.map(say -> List.of(resumed, say)).orElseGet(() -> List.of(resumed));
    }

    /** 延期 until a day, that day included. */
    public List<Say> extend(Enrolled who, String said) {
        Optional<LocalDate> until = day(said);
        if (until.isEmpty()) {
            return List.of(DeskPhrases.EXTEND_WHEN.with(
                    "name",
                    name(who),
                    "typed",
                    said,
                    "called",
                    People.called(visit, who),
                    "day",
                    Season.said(visit.today().plusDays(EXAMPLE_DAYS))));
        }
        if (until.get().isBefore(visit.today())) {
            return List.of(DeskPhrases.EXTEND_PAST.with("day", Season.said(until.get())));
        }
        Standing before = standing(who);
        put(who, before.state(), before.reason(), until);
        done("延期", who, until.get().toString());
        String notice = visit.tellLater(who.person(), DeskPhrases.TELL_EXTENDED.with("day", Season.said(until.get())));
        visit.undoable(ACT, Map.of("what", "延期"), List.of(notice));
        return List.of(DeskPhrases.EXTENDED.with("name", name(who), "day", Season.said(until.get())));
    }

    /** 重开: the student may, and should, confirm once more. */
    public List<Say> reopen(Enrolled who, String reason) {
        Optional<Confirmations.Row> latest = visit.tables()
                .confirmations()
                .latest(visit.season().year(), who.student().number());
        if (latest.isEmpty()) {
            return List.of(DeskPhrases.REOPEN_NOT_CONFIRMED.with("name", name(who)));
        }
        return withReason("重开", who, reason, () -> {
            int next = latest.get().version() + 1;
            visit.tables()
                    .reopenings()
                    .put(
                            visit.season().year(),
                            new Reopenings.Row(
                                    who.student().number(),
                                    next,
                                    reason,
                                    visit.asker().id().value(),
                                    visit.now()));
            visit.tellLater(who.person(), DeskPhrases.TELL_REOPENED.with("reason", reason));
            return DeskPhrases.REOPENED.with(
                    "name", name(who), "receipt", latest.get().receipt());
        });
    }

    /** 纸质照片 已交 or 需换新 (R28). */
    public List<Say> paperPhoto(Enrolled who, String said) {
        Optional<PaperPhoto> paper = paper(said);
        if (paper.isEmpty()) {
            return List.of(DeskPhrases.PAPER_WHAT.with("name", name(who), "called", People.called(visit, who)));
        }
        String value = paper.get().title();
        var noted = new Noted(value, visit.now());
        visit.tables().photoFacts().note(visit.season().year(), who.student().number(), PhotoFact.PAPER, noted);
        done("纸质照片", who, value);
        if (paper.get() != PaperPhoto.TO_BE_RENEWED) {
            return List.of(DeskPhrases.PAPER_NOTED.with("name", name(who), "value", value));
        }
        String notice = visit.tellLater(
                who.person(),
                DeskPhrases.TELL_PAPER_OLD.with("secretary", visit.asker().called()));
        visit.undoable(ACT, Map.of("what", "纸质照片"), List.of(notice));
        return List.of(DeskPhrases.PAPER_OLD_NOTED.with("name", name(who)));
    }

    private static Optional<PaperPhoto> paper(String said) {
        if (said.contains("换") || said.contains("旧")) {
            return Optional.of(PaperPhoto.TO_BE_RENEWED);
        }
        if (said.contains("未") || said.contains("没")) {
            return Optional.of(PaperPhoto.NOT_HANDED_IN);
        }
        return said.contains("交") || said.contains("收") ? Optional.of(PaperPhoto.HANDED_IN) : Optional.empty();
    }

    /** 已联系: what came of a call. */
    public List<Say> called(Enrolled who, String result) {
        if (result.isEmpty()) {
            return List.of(DeskPhrases.CALL_WHAT.with("name", name(who), "called", People.called(visit, who)));
        }
        visit.tables()
                .calls()
                .add(
                        visit.season().year(),
                        new PhoneCalls.Row(
                                who.student().number(),
                                visit.now(),
                                result,
                                visit.asker().id().value()));
        done("已联系", who, "ok");
        int left = visit.tables()
                .roll()
                .lines(visit.asked(), StudentFilter.of(StudentState.TO_CALL))
                .size();
        return List.of(DeskPhrases.CALLED.with("name", name(who), "result", result, "left", left));
    }

    private List<Say> withReason(String command, Enrolled who, String reason, Supplier<Say> act) {
        if (reason.isEmpty()) {
            return List.of(DeskPhrases.REASON_NEEDED.with("command", command, "called", People.called(visit, who)));
        }
        Say said = act.get();
        done(command, who, "ok");
        return List.of(said);
    }

    private void put(Enrolled who, Standing.State state, String reason, Optional<LocalDate> until) {
        visit.tables()
                .standings()
                .put(
                        visit.season().year(),
                        who.student().number(),
                        new Standing(state, reason, until, visit.asker().id().value(), visit.now()));
    }

    private Standing standing(Enrolled who) {
        return visit.tables()
                .standings()
                .of(visit.season().year(), who.student().number());
    }

    private Optional<LocalDate> day(String said) {
        Matcher day = DAY.matcher(NormalizedText.folded(said).strip());
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            int year = day.group(1) == null ? visit.today().getYear() : Integer.parseInt(day.group(1));
            return Optional.of(LocalDate.of(year, Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void done(String act, Enrolled who, String result) {
        visit.audit(act, who.student().number(), result);
    }

    private static String name(Enrolled who) {
        return who.student().name() + "（" + Student.tail(who.student().number()) + "）";
    }
}
