package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentList;
import gradcheck.domain.Student;
import gradcheck.language.ChoiceSet;
import gradcheck.language.Said;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.desk.DeskQuestions;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.StudentQueries.Line;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * 是 …吗？ and 是哪位？, before anything is done to somebody who was not named in full. The question holds whom it is about:
 * whatever list is shown meanwhile, the answer means them. Any message that doesn't answer it drops it.
 */
public final class PersonQuestion {
    /** Which of several was meant. */
    private static final String WHICH = "which";
    /** Whether these were meant. */
    private static final String MEANT = "meant";

    /** Who answers later has looked at something else meanwhile. */
    private static final Duration PATIENT = Duration.ofMinutes(30);

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final ChoiceSet ANSWERS = ChoiceSet.words("desk.meant", YES, NO);

    private final DeskContext visit;

    public PersonQuestion(DeskContext visit) {
        this.visit = visit;
    }

    /** What is to be done with whom, now that it is clear. */
    public record Settled(String command, List<String> numbers, String rest) {}

    /** Asks whether it is this one, or all of these. */
    List<Say> whether(String command, PersonFound found) {
        ask(MEANT, command, found);
        String who = String.join(
                "、", found.people().stream().map(PersonQuestion::called).toList());
        String wanted = found.rest().isEmpty() ? command : command + "，" + found.rest();
        Object what = People.isQuestion(command) ? "" : DeskPhrases.NOT_DONE_YET.with("what", wanted);
        boolean isUnknown = found.certainty() == PersonFound.Certainty.BEGINNING;
        return List.of(
                isUnknown
                        ? DeskPhrases.MEANT_NEARLY.with("typed", found.words(), "who", who, "what", what)
                        : DeskPhrases.MEANT.with("who", who, "what", what));
    }

    /** Asks which of them it is. */
    List<Say> which(String command, PersonFound found) {
        ask(WHICH, command, found);
        List<String> numbers = found.people().stream().map(Line::number).toList();
        visit.tables()
                .deskLists()
                .keep(visit.asker().id(), new DeskLists.Shown(StudentFilter.EVERYBODY, numbers, true, visit.now()));
        boolean isUnknown = found.certainty() == PersonFound.Certainty.BEGINNING;
        return List.of((isUnknown ? DeskPhrases.WHICH_NEARLY : DeskPhrases.WHICH)
                .with("typed", found.words(), "lines", StudentList.plain(found.people())));
    }

    private void ask(String kind, String command, PersonFound found) {
        List<String> numbers = found.people().stream().map(Line::number).toList();
        visit.ask(kind, Map.of("command", command, "rest", found.rest(), "numbers", String.join(" ", numbers)));
        visit.audit(command, found.words(), "asked back: " + numbers.size());
    }

    private static String called(Line line) {
        return line.name() + "（" + Student.tail(line.number()) + "）";
    }

    /**
     * Closes an open question of this kind, whatever was said.
     *
     * @param text the whole message
     * @param act does what was asked about
     * @return empty where nothing was open, or this is no answer to it
     */
    public Optional<List<Say>> settle(String text, Function<Settled, List<Say>> act) {
        Optional<DeskQuestions.Open> open = visit.tables()
                .deskQuestions()
                .of(visit.asker().id())
                .filter(q -> q.kind().equals(WHICH) || q.kind().equals(MEANT));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        visit.tables().deskQuestions().close(visit.asker().id());
        if (visit.now().isAfter(open.get().at().plus(PATIENT))) {
            return Optional.empty();
        }
        Said said = visit.ground().language().hear(text);
        Optional<String> answer = said.exactly(ANSWERS);
        return answer.filter(NO::equals).isPresent()
                ? Optional.of(List.of(DeskPhrases.DROPPED.say()))
                : meant(open.get(), said, answer.isPresent())
                        .map(numbers -> act.apply(new Settled(
                                open.get().details().getOrDefault("command", ""),
                                numbers,
                                open.get().details().getOrDefault("rest", ""))));
    }

    private static Optional<List<String>> meant(DeskQuestions.Open open, Said said, boolean isYes) {
        List<String> numbers =
                Arrays.asList(open.details().getOrDefault("numbers", "").split(" ", -1));
        if (open.kind().equals(MEANT)) {
            return isYes ? Optional.of(numbers) : Optional.empty();
        }
        int chosen = said.number().orElse(0);
        return chosen >= 1 && chosen <= numbers.size()
                ? Optional.of(List.of(numbers.get(chosen - 1)))
                : Optional.empty();
    }
}
