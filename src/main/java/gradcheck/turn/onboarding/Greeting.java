package gradcheck.turn.onboarding;

import gradcheck.conversation.Question;
import gradcheck.domain.Season;
import gradcheck.message.Phrase.Say;
import gradcheck.turn.Reply;
import gradcheck.turn.student.Checklist;
import gradcheck.turn.student.StudentView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first words to a student, and those on a later day: what this is once, then only what comes next. */
public final class Greeting {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final Season season;
    private final Clock clock;

    public Greeting(Season season, Clock clock) {
        this.season = season;
        this.clock = clock;
    }

    /** What this is, what is kept and for how long, who sees it, and the one next step. */
    Reply first(StudentView view, Optional<Question> open) {
        Say next = Checklist.next(view, today()).orElseGet(GreetingPhrases.NOTHING::say);
        Say first = GreetingPhrases.FIRST.with(
                "name", view.student().name(),
                "year", season.year(),
                "days", season.retention().chatDays(),
                "kept", kept(),
                "next", open.isPresent() ? GreetingPhrases.GO_ON.say() : next);
        return new Reply(List.of(first), open);
    }

    /** On a later day; nothing to somebody who has nothing left to do. */
    Reply again(StudentView view, Optional<Question> open) {
        String name = view.student().name();
        if (open.isPresent()) {
            return new Reply(
                    List.of(GreetingPhrases.AGAIN.with("name", name, "next", GreetingPhrases.GO_ON.say())), open);
        }
        if (Checklist.isDone(view, today())) {
            return Reply.of();
        }
        Say next = Checklist.next(view, today()).orElseGet(GreetingPhrases.NOTHING::say);
        return Reply.of(GreetingPhrases.AGAIN.with("name", name, "next", next));
    }

    /** How long the season's data is kept, as far as the university has said (never a date made up). */
    public Say kept() {
        return season.retention()
                .seasonUntil()
                .map(until -> GreetingPhrases.KEPT_UNTIL.with("date", DAY.format(until)))
                .orElseGet(GreetingPhrases.KEPT_BY_RULE::say);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), season.zone());
    }
}
