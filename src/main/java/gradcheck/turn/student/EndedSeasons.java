package gradcheck.turn.student;

import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.turn.Reply;
import gradcheck.turn.TurnPhrases;
import java.util.Optional;

/** After the end of a season its students may look, but nothing is asked of them. */
public final class EndedSeasons {
    private final Season season;

    public EndedSeasons(Season season) {
        this.season = season;
    }

    /** What is said to who was a student of an earlier season only; empty for anybody else. */
    public Optional<Reply> formerStudent(Tables tables, PersonId person) {
        return tables.seasons()
                .latestOf(person)
                .filter(year -> year < season.year())
                .map(year -> Reply.of(over(year)));
    }

    /** What is said to a student of this season once it is closed, whatever they say but to look. */
    Optional<Reply> unlessLooking(Tables tables, Optional<StudentCommand> command) {
        boolean looks = command.filter(StudentCommand::onlyLooks).isPresent();
        return tables.seasons().isClosed(season.year()) && !looks
                ? Optional.of(Reply.of(over(season.year())))
                : Optional.empty();
    }

    private Say over(int year) {
        return TurnPhrases.SEASON_CLOSED.with(
                "year",
                year,
                "office",
                season.office().name(),
                "phone",
                season.office().phone());
    }
}
