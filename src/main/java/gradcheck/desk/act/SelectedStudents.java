package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentList;
import gradcheck.desk.ask.Selector;
import gradcheck.desk.ask.Selector.Order;
import gradcheck.desk.ask.Selector.Part;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.query.StudentQueries.Line;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something is to be done with some of the students of the last list: 前两个催一下, 除了张三都催, 1 3 5 已联系 没接. */
public final class SelectedStudents {
    private final DeskContext visit;

    public SelectedStudents(DeskContext visit) {
        this.visit = visit;
    }

    /** A question back with their names; nothing is done before its answer. */
    public List<Say> preview(Selector selector) {
        Optional<DeskLists.Shown> list = visit.tables()
                .deskLists()
                .of(visit.asker().id())
                .filter(DeskLists.Shown::isShown)
                .filter(shown -> !StudentList.isOfCorrections(shown.sought()))
                .filter(shown -> !visit.now().isAfter(shown.at().plus(DeskLists.FRESH)));
        if (list.isEmpty()) {
            return List.of(DeskPhrases.NO_LIST.say());
        }
        List<String> numbers = list.get().numbers();
        Set<String> chosen = new LinkedHashSet<>();
        List<String> missed = new ArrayList<>();
        if (selector.all()) {
            chosen.addAll(numbers);
        } else {
            choose(selector.parts(), numbers, chosen, missed);
        }
        Set<String> left = new LinkedHashSet<>();
        List<String> notThere = new ArrayList<>();
        choose(selector.but(), numbers, left, notThere);
        selector.but().stream()
                .filter(part -> part.by() != Selector.By.PERSON && notThere.contains(part.words()))
                .forEach(part -> missed.add(part.words()));
        chosen.removeAll(left);
        if (!missed.isEmpty() || chosen.isEmpty()) {
            return List.of(DeskPhrases.NOT_ON_LIST.with("words", String.join("”“", missed)));
        }
        if (selector.order() == Order.REMIND) {
            return new Reminding(visit).selected(list.get(), chosen);
        }
        List<Line> people = visit.tables().roll().among(visit.asked(), List.copyOf(chosen));
        PersonFound found =
                new PersonFound(PersonFound.Certainty.SIMILAR, people, true, String.join("、", chosen), selector.rest());
        return new PersonQuestion(visit).whether(selector.order() == Order.PAUSE ? "暂停" : "已联系", found);
    }

    private void choose(List<Part> parts, List<String> numbers, Set<String> chosen, List<String> missed) {
        for (Part part : parts) {
            List<String> fitting = fitting(part, numbers);
            if (fitting.isEmpty()) {
                missed.add(part.words());
            }
            chosen.addAll(fitting);
        }
    }

    private List<String> fitting(Part part, List<String> numbers) {
        return switch (part.by()) {
            case LINE, NUMBER -> lines(part, numbers);
            case PERSON -> new PersonFinder(visit)
                    .find(part.words()).people().stream()
                            .map(Line::number)
                            .filter(numbers::contains)
                            .toList();
            case PLACE -> visit.tables().roll().among(visit.asked(), numbers).stream()
                    .filter(line -> part.names().contains(line.className())
                            || part.names().contains(line.college()))
                    .map(Line::number)
                    .toList();
            case FIELD -> List.of();
        };
    }

    private static List<String> lines(Part part, List<String> numbers) {
        int from = part.from() < 0 ? numbers.size() + part.from() : part.from() - 1;
        int to = part.to() < 0 ? numbers.size() + part.to() : part.to() - 1;
        return from < 0 || to >= numbers.size() ? List.of() : numbers.subList(from, to + 1);
    }
}
