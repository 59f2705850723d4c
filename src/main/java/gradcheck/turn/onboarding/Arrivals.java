package gradcheck.turn.onboarding;

import gradcheck.conversation.Question;
import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.store.people.ContactHistory;
import gradcheck.turn.Reply;
import gradcheck.turn.student.StudentView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** Whoever comes is answered at most once a day, and what this is gets explained only once. */
public final class Arrivals {
    private final Season season;
    private final Clock clock;
    private final Greeting greeting;

    public Arrivals(Season season, Clock clock, Greeting greeting) {
        this.season = season;
        this.clock = clock;
        this.greeting = greeting;
    }

    /**
     * What a student gets who opens the application, or comes into its scope.
     *
     * @param joined came into the scope only: said once and never again
     */
    public Reply student(Tables tables, StudentView view, Optional<Question> open, boolean joined) {
        Optional<Instant> seen = seen(tables, view.enrolled().person());
        if (seen.isEmpty()) {
            return greeting.first(view, open);
        }
        return joined || isToday(seen.get()) ? Reply.of() : greeting.again(view, open);
    }

    /** What somebody else gets: the first time, or once a day. */
    public Reply other(Tables tables, PersonId person, boolean daily, Supplier<Reply> words) {
        Optional<Instant> seen = seen(tables, person);
        boolean due = seen.isEmpty() || (daily && !isToday(seen.get()));
        return due ? words.get() : Reply.of();
    }

    public boolean isKnown(Tables tables, PersonId person) {
        return seen(tables, person).isPresent();
    }

    /** Remembers that the person was answered today. */
    public void remember(Tables tables, PersonId person, Reply reply) {
        boolean answered = !reply.says().isEmpty() || reply.question().isPresent();
        boolean known = seen(tables, person).filter(this::isToday).isPresent();
        if (answered && !known) {
            tables.acquaintances().seen(person, clock.instant());
        }
    }

    private static Optional<Instant> seen(Tables tables, PersonId person) {
        return tables.acquaintances().of(person).map(ContactHistory.Row::seenAt);
    }

    private boolean isToday(Instant at) {
        return LocalDate.ofInstant(at, season.zone()).equals(LocalDate.ofInstant(clock.instant(), season.zone()));
    }
}
