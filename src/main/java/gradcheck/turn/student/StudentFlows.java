package gradcheck.turn.student;

import gradcheck.conversation.Conversation;
import gradcheck.conversation.Dialogue;
import gradcheck.conversation.Turn;
import gradcheck.flows.Handoff;
import gradcheck.flows.photo.PhotoCase;
import gradcheck.flows.photo.PhotoCheck;
import gradcheck.flows.record.RecordCase;
import gradcheck.flows.record.RecordCheck;
import gradcheck.language.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a student can be in the middle of, over what is known of them: pure, nothing is read or kept. */
final class StudentFlows {
    private final Language language;
    private final Dialogue<RecordCase> record;
    private final Dialogue<PhotoCase> photo;
    private final Dialogue<Handoff.Recipient> handoff;

    /** Words at a question. */
    private record Asked(Conversation at, String said) {}

    /** What the flows are about; each is put together when it is first asked for. */
    static final class Cases {
        private final Supplier<RecordCase> ofRecord;
        private final Supplier<PhotoCase> ofPhoto;
        private final Supplier<Handoff.Recipient> ofRecipient;
        /** A plan asks the same of the same words again and again. */
        private final Map<Asked, Optional<Turn>> heard = new HashMap<>();

        private @Nullable RecordCase record;
        private @Nullable PhotoCase photo;
        private Handoff.@Nullable Recipient recipient;

        /** @param recipient who would read what is handed on */
        Cases(Supplier<RecordCase> record, Supplier<PhotoCase> photo, Supplier<Handoff.Recipient> recipient) {
            this.ofRecord = record;
            this.ofPhoto = photo;
            this.ofRecipient = recipient;
        }

        RecordCase record() {
            RecordCase known = record == null ? ofRecord.get() : record;
            record = known;
            return known;
        }

        PhotoCase photo() {
            PhotoCase known = photo == null ? ofPhoto.get() : photo;
            photo = known;
            return known;
        }

        Handoff.Recipient recipient() {
            Handoff.Recipient known = recipient == null ? ofRecipient.get() : recipient;
            recipient = known;
            return known;
        }
    }

    StudentFlows(Language language) {
        this.language = language;
        this.record = new Dialogue<>(RecordCheck.flow(language));
        this.photo = new Dialogue<>(PhotoCheck.flow(language));
        this.handoff = new Dialogue<>(Handoff.flow(language));
    }

    Language language() {
        return language;
    }

    Dialogue<RecordCase> record() {
        return record;
    }

    Dialogue<PhotoCase> photo() {
        return photo;
    }

    /** Takes a conversation up, or goes on with it at the question in full. */
    Turn open(Conversation at, Cases cases) {
        return switch (at.flow()) {
            case RecordCheck.NAME -> record.open(Optional.of(at), cases.record());
            case Handoff.NAME -> handoff.open(Optional.of(at), cases.recipient());
            default -> photo.open(Optional.of(at), cases.photo());
        };
    }

    /** An answer to the question of a conversation; empty when it is none. */
    Optional<Turn> hear(Conversation at, String said, Cases cases) {
        return cases.heard.computeIfAbsent(new Asked(at, said), asked -> heard(at, said, cases));
    }

    private Optional<Turn> heard(Conversation at, String said, Cases cases) {
        return switch (at.flow()) {
            case RecordCheck.NAME -> record.hear(at, said, cases.record());
            case Handoff.NAME -> handoff.hear(at, said, cases.recipient());
            default -> photo.hear(at, said, cases.photo());
        };
    }

    /** The question of a conversation once more, in brief. */
    Turn again(Conversation at, Cases cases) {
        return switch (at.flow()) {
            case RecordCheck.NAME -> record.again(at, cases.record());
            case Handoff.NAME -> handoff.again(at, cases.recipient());
            default -> photo.again(at, cases.photo());
        };
    }

    /** One question back. */
    Turn back(Conversation at, Cases cases) {
        return at.flow().equals(RecordCheck.NAME) ? record.back(at, cases.record()) : photo.back(at, cases.photo());
    }

    /**
     * Once the record is confirmed and no question is open, the second check, if the words can only be about it and answer it:
     * 看到了，是我本人. Empty where they may be about anything.
     */
    Optional<Conversation> meant(String said, Cases cases) {
        Conversation begun = PhotoCheck.begun(cases.photo());
        boolean isMeant =
                cases.record().again() && PhotoCheck.isAbout(language.hear(said)) && PhotoCheck.hasQuestion(begun);
        return isMeant
                        && hear(begun, said, cases)
                                .filter(turn -> !turn.effects().isEmpty())
                                .isPresent()
                ? Optional.of(begun)
                : Optional.empty();
    }
}
