package gradcheck.desk.answer;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.ask.GroupBy;
import gradcheck.desk.ask.QuestionKind;
import gradcheck.domain.status.StudentState;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import gradcheck.store.query.StudentFilter;
import gradcheck.store.query.Tallies;
import gradcheck.store.query.Tallies.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Classes, colleges or majors in an order: by their rate, or by how many of a state they have. */
final class Rankings {
    private Rankings() {}

    static Say of(DeskContext visit, StudentFilter sought, QuestionKind ask, GroupBy by) {
        StudentFilter counted = sought.conditions().isEmpty() ? sought.with(Set.of(StudentState.CONFIRMED)) : sought;
        Tallies.Group group = by == GroupBy.COLLEGE
                ? Tallies.Group.COLLEGE
                : by == GroupBy.MAJOR ? Tallies.Group.MAJOR : Tallies.Group.CLASS;
        List<Share> all = visit.tables().tallies().shares(visit.asked(), counted, group);
        List<Share> shares = all.stream()
                .sorted(order(ask, counted))
                .filter(s -> s.fitting() > 0 || !asksWho(ask))
                .toList();
        if (shares.isEmpty()) {
            return DeskPhrases.NOBODY.with(
                    "place", DeskAnswers.placeOf(visit, sought),
                    "state", DeskAnswers.titles(counted),
                    "of", all.stream().mapToInt(Share::students).sum(),
                    "time", visit.time());
        }
        StudentList.coverUp(visit);
        List<Say> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(StudentList.MOST, shares.size()); i++) {
            Share share = shares.get(i);
            lines.add(DeskPhrases.RANK_LINE.with(
                    "number", i + 1,
                    "name", share.name(),
                    "count", share.fitting(),
                    "of", share.students(),
                    "rate", DeskAnswers.percent(share.fitting(), share.students())));
        }
        if (shares.size() > StudentList.MOST) {
            lines.add(DeskPhrases.MORE_GROUPS.with("count", shares.size() - StudentList.MOST));
        }
        return DeskPhrases.RANK.with(
                "place", DeskAnswers.placeOf(visit, sought),
                "state", DeskAnswers.titles(counted),
                "order", order(ask).say(),
                "lines", lines,
                "time", visit.time(),
                "example", shares.get(0).name());
    }

    /** 各班没采集的 leaves out the classes where nobody is. */
    private static boolean asksWho(QuestionKind ask) {
        return ask == QuestionKind.LIST || ask == QuestionKind.COUNT;
    }

    private static Phrase order(QuestionKind ask) {
        return switch (ask) {
            case SLOWEST -> DeskPhrases.ORDER_UP;
            case FEWEST -> DeskPhrases.ORDER_FEWEST;
            case MOST, LIST, COUNT -> DeskPhrases.ORDER_MOST;
            default -> DeskPhrases.ORDER_DOWN;
        };
    }

    private static Comparator<Share> order(QuestionKind ask, StudentFilter sought) {
        Comparator<Share> byRate =
                Comparator.comparingDouble(s -> s.students() == 0 ? 0 : (double) s.fitting() / s.students());
        Comparator<Share> byCount = Comparator.comparingInt(Share::fitting);
        // Who has most that is missing is the slowest.
        boolean bad = sought.has(StudentState.UNCONFIRMED) || sought.has(StudentState.UNCOLLECTED);
        Comparator<Share> order =
                switch (ask) {
                    case SLOWEST -> bad ? byRate.reversed() : byRate;
                    case FASTEST -> bad ? byRate : byRate.reversed();
                    case FEWEST -> byCount;
                    case MOST, LIST, COUNT -> byCount.reversed();
                    default -> byRate.reversed();
                };
        return order.thenComparing(Share::name);
    }
}
