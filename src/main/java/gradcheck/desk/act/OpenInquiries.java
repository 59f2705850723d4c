package gradcheck.desk.act;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.Relays;
import gradcheck.store.query.StudentQueries.Line;
import java.util.List;
import java.util.Optional;

/** Which students have asked and wait for an answer. */
public final class OpenInquiries {
    private OpenInquiries() {}

    /** Empty where nobody waits. */
    public static Optional<Say> waiting(DeskContext visit) {
        List<String> numbers = visit.tables().relays().waiting(visit.season().year()).stream()
                .map(Relays.Row::number)
                .distinct()
                .toList();
        List<Line> people = visit.tables().roll().among(visit.asked(), numbers);
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(DeskPhrases.INQUIRIES.with(
                        "count", people.size(),
                        "names",
                                String.join("、", people.stream().map(Line::name).toList()),
                        "example", people.get(0).name()));
    }
}
