package gradcheck.turn.onboarding;

import gradcheck.conversation.Conversation;
import gradcheck.conversation.Dialogue;
import gradcheck.conversation.Turn;
import gradcheck.domain.Season;
import gradcheck.flows.Binding;
import gradcheck.flows.StudentClaimed;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.turn.Reply;
import gradcheck.turn.TurnPhrases;
import gradcheck.turn.student.StudentCommand;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** People whom neither the roster nor the staff list knows: a short conversation finds out which student they are. */
public final class Newcomers {
    private final Season season;
    private final Clock clock;
    private final BindingService claims;
    private final Dialogue<Season.Office> dialogue = new Dialogue<>(Binding.flow());

    public Newcomers(Season season, Clock clock, BindingService claims) {
        this.season = season;
        this.clock = clock;
        this.claims = claims;
    }

    /** The first words to somebody nobody knows. */
    public Reply welcome(Tables tables, PersonId person) {
        return claims.instead(tables, person).map(Reply::of).orElseGet(() -> asked(tables, person, List.of(hello())));
    }

    public Reply hear(String text, Tables tables, PersonId person) {
        Optional<Conversation> open = open(tables, person);
        Optional<StudentCommand> command = StudentCommand.in(text);
        if (command.isPresent() && open.isPresent()) {
            return command(command.get(), tables, person, open.get());
        }
        Optional<Say> instead = claims.instead(tables, person);
        if (instead.isPresent()) {
            return Reply.of(instead.get());
        }
        if (open.isEmpty()) {
            return begun(text, tables, person);
        }
        return dialogue.hear(open.get(), text, season.office())
                .map(turn -> taken(tables, person, turn))
                .orElseGet(() -> andAgain(tables, person, TurnPhrases.NOT_UNDERSTOOD.say()));
    }

    /** Whoever begins with the 学号 is not asked for it again. */
    private Reply begun(String text, Tables tables, PersonId person) {
        Conversation opened =
                dialogue.open(Optional.empty(), season.office()).next().orElseThrow();
        return dialogue.hear(opened, text, season.office())
                .filter(turn -> turn.says().isEmpty())
                .map(turn ->
                        new Reply(List.of(hello()), taken(tables, person, turn).question()))
                .orElseGet(() -> welcome(tables, person));
    }

    private Say hello() {
        return GreetingPhrases.NEWCOMER.with(
                "year", season.year(),
                "office", season.office().name(),
                "phone", season.office().phone());
    }

    /** This sentence, and what is asked of them again. */
    public Reply andAgain(Tables tables, PersonId person, Say say) {
        Optional<Say> instead = claims.instead(tables, person);
        if (instead.isPresent()) {
            return Reply.of(say, instead.get());
        }
        return open(tables, person)
                .map(c -> new Reply(
                        List.of(say), dialogue.again(c, season.office()).question()))
                .orElseGet(() -> asked(tables, person, List.of(say)));
    }

    private Reply command(StudentCommand command, Tables tables, PersonId person, Conversation open) {
        return switch (command) {
            case BACK -> open.trail().isEmpty()
                    ? andAgain(tables, person, TurnPhrases.NO_WAY_BACK.say())
                    : taken(tables, person, dialogue.back(open, season.office()));
            case HELP, CONTACT -> andAgain(tables, person, contact(GreetingPhrases.NEWCOMER_HELP));
            default -> andAgain(tables, person, GreetingPhrases.NOT_YET.say());
        };
    }

    private Reply taken(Tables tables, PersonId person, Turn turn) {
        if (turn.next().isPresent()) {
            tables.conversations().keepOpen(person, turn.next().get(), clock.instant());
            return new Reply(turn.says(), turn.question());
        }
        tables.conversations().end(person, Binding.NAME);
        StudentClaimed claimed = turn.effects().stream()
                .filter(StudentClaimed.class::isInstance)
                .map(StudentClaimed.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a binding ended without a claim"));
        BindingService.Judgement judged = claims.judge(tables, person, claimed.claim());
        return judged.mayRetry() ? asked(tables, person, judged.says()) : Reply.of(judged.says());
    }

    private Reply asked(Tables tables, PersonId person, List<Say> says) {
        Turn turn = dialogue.open(Optional.empty(), season.office());
        turn.next().ifPresent(c -> tables.conversations().keepOpen(person, c, clock.instant()));
        return new Reply(new ArrayList<>(says), turn.question());
    }

    private Optional<Conversation> open(Tables tables, PersonId person) {
        return tables.conversations().open(person).filter(c -> c.flow().equals(Binding.NAME));
    }

    private Say contact(Phrase phrase) {
        return phrase.with(
                "office", season.office().name(), "phone", season.office().phone());
    }
}
