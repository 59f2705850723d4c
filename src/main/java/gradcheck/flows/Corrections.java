package gradcheck.flows;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.message.Phrase.Say;
import gradcheck.verification.Correction;
import gradcheck.verification.EditClass;
import gradcheck.verification.Reading;
import gradcheck.verification.RecordField;
import gradcheck.verification.Student;
import gradcheck.verification.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Hears corrections: a field to correct, or fields with their new values; echoes what it understood (R09–R12, R32). */
final class Corrections {
    private Corrections() {}

    /** At the record question: {@code 5}, {@code 政治面貌}, {@code 民族改为回族，专业改为法学}. */
    static Heard hear(String said, RecordCase about, Answers answers) {
        List<Wishes.Wish> wishes = Wishes.in(said, about.fields());
        if (!wishes.isEmpty()) {
            return takeAll(wishes, about, answers);
        }
        OptionalInt number = Said.number(said);
        Optional<RecordField> field =
                number.isPresent() ? about.fields().numbered(number.getAsInt()) : Wishes.wrong(said, about.fields());
        return field.map(f -> open(f, about, answers)).orElseGet(Heard.NotAnAnswer::new);
    }

    /** At the value question: what the field should be. */
    static Heard take(String typed, RecordField field, RecordCase about, Answers answers) {
        List<Wishes.Wish> wishes = Wishes.in(typed, about.fields());
        return takeAll(wishes.isEmpty() ? List.of(new Wishes.Wish(field, typed)) : wishes, about, answers);
    }

    private static Heard open(RecordField field, RecordCase about, Answers answers) {
        return field.editClass() == EditClass.LOCKED
                ? new Heard.Refused(locked(field, about))
                : Heard.next(RecordCheck.VALUE, Drafts.editing(answers, field));
    }

    private static Heard takeAll(List<Wishes.Wish> wishes, RecordCase about, Answers answers) {
        Answers now = answers;
        List<Say> says = new ArrayList<>();
        Optional<RecordField> refused = Optional.empty();
        for (Wishes.Wish wish : wishes) {
            RecordField field = wish.field();
            Student student = Drafts.withOthers(about, now, field);
            Reading reading = Values.read(field, wish.typed(), student);
            if (field.editClass() == EditClass.LOCKED) {
                says.add(locked(field, about));
            } else if (reading instanceof Reading.Accepted accepted) {
                now = Drafts.put(now, field, accepted.value());
                says.add(noted(new Correction(field, about.student().value(field.code()), accepted.value()), about));
                Values.caution(field, accepted.value(), student).ifPresent(says::add);
            } else if (reading instanceof Reading.Refused why) {
                says.add(why.why());
                refused = Optional.of(field);
            }
        }
        Answers taken = now;
        return refused.map(f -> (Heard) new Heard.Next(RecordCheck.VALUE, Drafts.editing(taken, f), List.of(), says))
                .orElseGet(() -> new Heard.Next(RecordCheck.SUMMARY, taken, List.of(), says));
    }

    private static Say noted(Correction correction, RecordCase about) {
        String line = correction.remark();
        return switch (correction.field().editClass()) {
            case KEY -> RecordPhrases.NOTED_KEY.with(
                    "line",
                    line,
                    "label",
                    correction.field().label(),
                    "mail",
                    about.contacts().proofMail());
            case POLITICAL -> RecordPhrases.NOTED_POLITICAL.with("line", line);
            default -> RecordPhrases.NOTED.with("line", line);
        };
    }

    private static Say locked(RecordField field, RecordCase about) {
        return RecordPhrases.LOCKED.with(
                "label", field.label(), "secretary", about.contacts().secretary());
    }
}
