package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.domain.Correction;
import gradcheck.domain.EditClass;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.value.ParsedValue;
import gradcheck.domain.value.SpokenDay;
import gradcheck.domain.value.ValueCheck;
import gradcheck.domain.value.Values;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import gradcheck.message.Phrase;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Hears corrections: a field to correct, or fields with their new values; echoes what it understood (R09–R12, R32). */
final class Corrections {
    private Corrections() {}

    /** At the record question: {@code 5}, {@code 政治面貌}, {@code 民族改为回族，专业改为法学}. */
    static Heard hear(Said said, RecordCase about, Answers answers) {
        OptionalInt number = said.number();
        if (number.isPresent()) {
            return about.fields()
                    .numbered(number.getAsInt())
                    .map(f -> open(f, about, answers))
                    .orElseGet(() -> new Heard.Refused(RecordPhrases.NO_SUCH_NUMBER.with(
                            "count", about.fields().inOrder().size())));
        }
        return otherwise(said, about, answers, ChangeRequests.of(about, true));
    }

    /** At any other question of the flow: a number there is one of its choices, everything else may be a correction. */
    static Heard instead(Said said, RecordCase about, Answers answers) {
        return otherwise(said, about, answers, ChangeRequests.of(about, false));
    }

    private static Heard otherwise(Said said, RecordCase about, Answers answers, ChangeRequests wishes) {
        Optional<RecordField> already = wishes.isAlready(said.text());
        List<ChangeRequests.Wish> found = wishes.in(said.text(), Drafts.editing(about, answers)).stream()
                .filter(wish -> already.filter(wish.field()::equals).isEmpty())
                .toList();
        if (!found.isEmpty()) {
            return takeAll(found, about, answers, alsoWrong(said, wishes, found));
        }
        if (already.isPresent()) {
            return asItIs(already.get(), about, answers);
        }
        if (said.is(WordGroup.CANCEL)) {
            return DropQuestion.cancel(about, answers);
        }
        Optional<RecordField> date = Drafts.in(about, answers).stream()
                .map(Correction::field)
                .filter(f -> f.check() == ValueCheck.DATE)
                .findFirst();
        Optional<String> day =
                date.flatMap(f -> Drafts.draft(about, answers, f)).flatMap(d -> redated(said, d.after()));
        if (day.isPresent()) {
            return taken(day.get(), date.get(), about, answers);
        }
        boolean isNumber = said.number().isPresent();
        Optional<RecordField> field = isNumber ? Optional.empty() : wishes.wrongAtFirst(said);
        return field.map(f -> open(f, about, answers)).orElseGet(Heard.NotAnAnswer::new);
    }

    /** Another day for a date that was noted: 打错了 是6月9号. The year stays where none is said. */
    private static Optional<String> redated(Said said, String noted) {
        return said.isQuestion() ? Optional.empty() : SpokenDay.in(said.plain(), noted);
    }

    /** A field is said to be what the record has: a correction of it is given up, else there is nothing to do. */
    private static Heard asItIs(RecordField field, RecordCase about, Answers answers) {
        if (Drafts.draft(about, answers, field).isPresent()) {
            return takeAll(List.of(new ChangeRequests.TakeBack(field)), about, answers, List.of());
        }
        String present = about.student().value(field.code());
        return new Heard.Refused(RecordPhrases.IS_ALREADY.with("label", field.label(), "value", present));
    }

    /** At the value question: what the field should be. */
    static Heard take(Said said, RecordField field, RecordCase about, Answers answers) {
        ChangeRequests wishes = ChangeRequests.of(about, false);
        List<ChangeRequests.Wish> found = wishes.in(said.text(), Optional.of(field));
        return found.isEmpty()
                ? taken(said.text(), field, about, answers)
                : takeAll(found, about, answers, alsoWrong(said, wishes, found));
    }

    /** A value as it was typed or picked. */
    static Heard taken(String value, RecordField field, RecordCase about, Answers answers) {
        return takeAll(
                List.of(new ChangeRequests.Change(field, ChangeRequests.meant(field, value))),
                about,
                answers,
                List.of());
    }

    /** Whether a correction is taken back, or the words are about another field than the one in hand. */
    static boolean turnsAway(Said said, RecordField inHand, RecordCase about) {
        return !said.isQuestion()
                && ChangeRequests.of(about, false).in(said.text(), Optional.of(inHand)).stream()
                        .anyMatch(wish -> wish instanceof ChangeRequests.TakeBack
                                || !wish.field().equals(inHand));
    }

    static Heard open(RecordField field, RecordCase about, Answers answers) {
        if (field.editClass() == EditClass.LOCKED) {
            return new Heard.Refused(locked(field, about));
        }
        return Drafts.isPostponed(field, answers)
                ? Heard.next(RecordCheck.PARTY, Drafts.askedAgain(answers, field))
                : Heard.next(RecordCheck.VALUE, Drafts.editing(answers, field));
    }

    /** Fields that were called wrong beside what was heard: named, so that none goes without a word. */
    private static List<RecordField> alsoWrong(Said said, ChangeRequests wishes, List<ChangeRequests.Wish> found) {
        return wishes.calledWrong(
                said.text(), found.stream().map(ChangeRequests.Wish::field).toList());
    }

    private static Heard takeAll(
            List<ChangeRequests.Wish> wishes, RecordCase about, Answers answers, List<RecordField> alsoWrong) {
        Taken taken = new Taken(about, answers);
        wishes.forEach(taken::take);
        taken.alsoWrong(alsoWrong);
        return taken.heard();
    }

    /** What a message with several wishes has come to so far. */
    private static final class Taken {
        private final RecordCase about;
        private final List<Say> says = new ArrayList<>();
        private final List<String> noted = new ArrayList<>();
        private Answers now;
        private Optional<RecordField> refused = Optional.empty();

        Taken(RecordCase about, Answers answers) {
            this.about = about;
            this.now = answers;
        }

        void take(ChangeRequests.Wish wish) {
            if (wish instanceof ChangeRequests.Change change) {
                change(change.field(), change.typed());
            } else {
                takeBack(wish.field());
            }
        }

        private void change(RecordField field, String typed) {
            Student student = Drafts.withOthers(about, now, field);
            boolean isOffered = Drafts.offered(now).contains(typed);
            ParsedValue reading = about.read(field, typed, student, isOffered);
            if (field.editClass() == EditClass.LOCKED) {
                says.add(locked(field, about));
            } else if (reading instanceof ParsedValue.Accepted accepted) {
                now = Drafts.put(now, field, accepted.value());
                noted.add(new Correction(field, about.student().value(field.code()), accepted.value()).remark());
                Values.caution(field, accepted.value(), student)
                        .or(() -> about.listed().caution(field, accepted.value()))
                        .ifPresent(says::add);
            } else if (reading instanceof ParsedValue.Refused why) {
                says.add(why.why());
                now = Drafts.offer(now, why.suggestions());
                refused = Optional.of(field);
            }
        }

        void alsoWrong(List<RecordField> fields) {
            if (!fields.isEmpty()) {
                String labels = fields.stream().map(RecordField::label).collect(Collectors.joining("、"));
                says.add(RecordPhrases.ALSO_WRONG.with("labels", labels));
            }
        }

        private void takeBack(RecordField field) {
            boolean had = Drafts.draft(about, now, field).isPresent();
            boolean isInHand = Drafts.editing(about, now).filter(field::equals).isPresent();
            now = Drafts.drop(now, field);
            Phrase none = isInHand ? RecordPhrases.LEFT_AS_IT_IS : RecordPhrases.NOTHING_OF_IT;
            says.add((had ? RecordPhrases.DROPPED : none).with("label", field.label()));
        }

        Heard heard() {
            if (!noted.isEmpty()) {
                says.add(0, RecordPhrases.NOTED.with("lines", noted));
            }
            if (refused.isPresent()) {
                List<String> offered = Drafts.offered(now);
                Answers asked = Drafts.offer(Drafts.editing(now, refused.get()), offered);
                return new Heard.Next(RecordCheck.VALUE, asked, List.of(), says);
            }
            boolean none = Drafts.in(about, now).isEmpty();
            return new Heard.Next(none ? RecordCheck.RECORD : Pending.question(about, now), now, List.of(), says);
        }
    }

    private static Say locked(RecordField field, RecordCase about) {
        return RecordPhrases.LOCKED.with(
                "label", field.label(), "secretary", about.contacts().secretary());
    }
}
