package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Conversation;
import gradcheck.domain.Correction;
import gradcheck.domain.EditClass;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.ParsedValue;
import gradcheck.language.Said;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of the record somebody talks about while no question about it is open. */
public final class RecordNames {
    private RecordNames() {}

    /** The field that is named, or the first one that is to become something else; a bare number names none. */
    public static Optional<RecordField> named(Said said, RecordCase about) {
        if (said.number().isPresent()) {
            return Optional.empty();
        }
        return changes(said, about).stream()
                .findFirst()
                .map(ChangeRequests.Change::field)
                .or(() -> wishes(about).wrong(said.text()))
                .filter(f -> f.editClass() != EditClass.LOCKED);
    }

    /** Whether the field is only named: what it should be is still to be asked. */
    public static boolean isAlone(Said said, RecordCase about) {
        return changes(said, about).isEmpty();
    }

    /** Whether somebody tells that the Party committee was asked, as the bot had begged them to. */
    public static boolean saysAsked(Said said) {
        return PartyQuestion.saysAsked(said);
    }

    /** The field whose correction is given up. */
    public static Optional<RecordField> takenBack(Said said, RecordCase about) {
        return wishes(about).in(said.text(), Optional.empty()).stream()
                .filter(ChangeRequests.TakeBack.class::isInstance)
                .map(ChangeRequests.Wish::field)
                .findFirst();
    }

    /** Why a record is opened again by naming a field. */
    public static String reason(RecordField field) {
        return field.label() + "需要更正";
    }

    /** The conversation with what was wished kept as drafts, as far as it can be taken; it goes on where it stood. */
    public static Conversation keeping(Said said, Optional<Conversation> stored, RecordCase about) {
        Conversation begun = stored.orElseGet(() -> Conversation.at(RecordCheck.NAME, RecordCheck.NOTICE));
        Answers answers = begun.answers();
        for (ChangeRequests.Change change : changes(said, about)) {
            ParsedValue reading = about.read(
                    change.field(), change.typed(), Drafts.withOthers(about, answers, change.field()), false);
            if (reading instanceof ParsedValue.Accepted accepted
                    && change.field().editClass() != EditClass.LOCKED) {
                answers = Drafts.put(answers, change.field(), accepted.value());
            }
        }
        return new Conversation(begun.flow(), begun.question(), answers, begun.trail());
    }

    /** The corrections that a conversation keeps, each as the 核对备注 would have it. */
    public static List<String> remarks(Conversation conversation, RecordCase about) {
        return Drafts.in(about, conversation.answers()).stream()
                .map(Correction::remark)
                .toList();
    }

    /** The fields that somebody wants corrected, of which the conversation keeps no value: not one may go without a word. */
    public static List<String> notKept(Said said, Conversation conversation, RecordCase about) {
        Set<RecordField> kept = Drafts.in(about, conversation.answers()).stream()
                .map(Correction::field)
                .collect(Collectors.toSet());
        Stream<RecordField> changed = changes(said, about).stream()
                .map(ChangeRequests.Change::field)
                .filter(field -> field.editClass() != EditClass.LOCKED && !kept.contains(field));
        return Stream.concat(changed, wishes(about).calledWrong(said.text(), kept).stream())
                .distinct()
                .map(RecordField::label)
                .toList();
    }

    private static List<ChangeRequests.Change> changes(Said said, RecordCase about) {
        return wishes(about).in(said.text(), Optional.empty()).stream()
                .filter(ChangeRequests.Change.class::isInstance)
                .map(ChangeRequests.Change.class::cast)
                .toList();
    }

    private static ChangeRequests wishes(RecordCase about) {
        return ChangeRequests.of(about, false);
    }
}
