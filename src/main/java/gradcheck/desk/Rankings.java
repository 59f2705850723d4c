package gradcheck.desk;

import gradcheck.desk.ask.Ask;
import gradcheck.desk.ask.By;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Sought;
import gradcheck.store.Tallies;
import gradcheck.store.Tallies.Share;
import gradcheck.verification.status.StudentState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Classes, colleges or majors in an order: by their rate, or by how many of a state they have. */
final class Rankings {
    private Rankings() {}

    static Say of(Visit visit, Sought sought, Ask ask, By by) {
        Sought counted = sought.conditions().isEmpty() ? sought.with(Set.of(StudentState.CONFIRMED)) : sought;
        Tallies.Group group =
                by == By.COLLEGE ? Tallies.Group.COLLEGE : by == By.MAJOR ? Tallies.Group.MAJOR : Tallies.Group.CLASS;
        List<Share> shares = visit.tables().tallies().shares(visit.asked(), counted, group).stream()
                .sorted(order(ask, counted))
                .filter(s -> s.fitting() > 0 || !asksWho(ask))
                .toList();
        if (shares.isEmpty()) {
            return DeskPhrases.NOBODY.with(
                    "place", Answers.placeOf(visit, sought),
                    "state", Answers.titles(counted),
                    "of", 0,
                    "time", visit.time());
        }
        Lines.coverUp(visit);
        List<Say> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(Lines.MOST, shares.size()); i++) {
            Share share = shares.get(i);
            lines.add(DeskPhrases.RANK_LINE.with(
                    "number", i + 1,
                    "name", share.name(),
                    "count", share.fitting(),
                    "of", share.students(),
                    "rate", Answers.percent(share.fitting(), share.students())));
        }
        if (shares.size() > Lines.MOST) {
            lines.add(DeskPhrases.MORE_GROUPS.with("count", shares.size() - Lines.MOST));
        }
        return DeskPhrases.RANK.with(
                "place", Answers.placeOf(visit, sought),
                "state", Answers.titles(counted),
                "order", order(ask),
                "lines", lines,
                "time", visit.time(),
                "example", shares.get(0).name());
    }

    /** 各班没采集的 leaves out the classes where nobody is. */
    private static boolean asksWho(Ask ask) {
        return ask == Ask.LIST || ask == Ask.COUNT;
    }

    private static String order(Ask ask) {
        return switch (ask) {
            case SLOWEST -> "从低到高";
            case FEWEST -> "从少到多";
            case MOST, LIST, COUNT -> "从多到少";
            default -> "从高到低";
        };
    }

    private static Comparator<Share> order(Ask ask, Sought sought) {
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
