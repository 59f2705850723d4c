package gradcheck.reminders;

import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Standing;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.status.CorrectionCase;
import gradcheck.domain.status.ListedPhoto;
import gradcheck.domain.status.RecordFacts;
import gradcheck.domain.status.StudentFacts;
import gradcheck.message.PersonId;
import gradcheck.store.query.Situations.Situation;
import gradcheck.store.query.Situations.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a student is, each thing said by name; who has nothing left to do where nothing else is said. */
final class Situated {
    private int version = 1;
    private boolean reopened;
    private boolean postponed;
    private boolean muted;
    private boolean retaken;
    private WebPhoto photo = WebPhoto.COLLECTED;
    private Standing standing = Standing.ORDINARY;
    private final List<CorrectionCase> reviews = new ArrayList<>();
    private final Map<PhotoFact, Noted> facts = new EnumMap<>(PhotoFact.class);

    static Situated done() {
        return new Situated();
    }

    static Situated unconfirmed() {
        return done().confirmed(0);
    }

    Situated confirmed(int latest) {
        version = latest;
        return this;
    }

    Situated reopened() {
        reopened = true;
        return this;
    }

    Situated postponed() {
        postponed = true;
        return this;
    }

    Situated muted() {
        muted = true;
        return this;
    }

    Situated photo(WebPhoto state) {
        photo = state;
        return this;
    }

    Situated retaken() {
        retaken = true;
        return this;
    }

    Situated says(PhotoFact fact, String value) {
        facts.put(fact, new Noted(value, Instant.EPOCH));
        return this;
    }

    /** A correction of 民族. */
    Situated review(int tag, int ofVersion, CorrectionState state) {
        reviews.add(new CorrectionCase(tag, "MZ", ofVersion, state, Instant.EPOCH));
        return this;
    }

    Situated standing(Standing.State state) {
        standing = new Standing(state, "休学", Optional.empty(), "w", Instant.EPOCH);
        return this;
    }

    Situated until(LocalDate day) {
        standing = new Standing(Standing.State.IN, "实习", Optional.of(day), "w", Instant.EPOCH);
        return this;
    }

    Situation now() {
        Who who = new Who("0001", new PersonId("li"), "李四", "文学院", "一班");
        RecordFacts record = new RecordFacts(
                version == 0 ? Optional.empty() : Optional.of(new RecordFacts.Confirmed(version, Instant.EPOCH)),
                reopened ? Optional.of(Instant.EPOCH) : Optional.empty(),
                reviews,
                postponed ? List.of(new RecordFacts.Postponed("ZZMM", Instant.EPOCH)) : List.of());
        ListedPhoto listed = new ListedPhoto(photo, Instant.EPOCH, retaken);
        return new Situation(who, new StudentFacts(record, listed, facts, standing), muted);
    }
}
