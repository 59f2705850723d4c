package gradcheck.roster.read;

import gradcheck.domain.Contacts;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.WebPhoto;
import gradcheck.message.Phrase.Say;
import gradcheck.roster.read.PhotoFile.PhotoState;
import gradcheck.store.people.Students.Enrolled;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The registrar's word about one photo, beside what is stored and what the student has said.
 *
 * @param takesPart whether the student is neither paused nor taken out of the list
 */
record PhotoChange(Enrolled who, PhotoState state, Map<PhotoFact, Noted> facts, boolean takesPart) {

    boolean isNew() {
        return who.student().webPhoto() != state.photo();
    }

    /** The same word of the same list is one occasion, however often it is imported. */
    String occasion(Season season) {
        return "photo|" + season.year() + "|" + state.number() + "|" + state.photo() + "|" + state.day();
    }

    /** What the student has said of the photo, where the list says otherwise. */
    Optional<WebPhoto> clash() {
        return said().filter(said -> switch (state.photo()) {
            case UNKNOWN -> false;
            case NOT_COLLECTED -> said == WebPhoto.ONLINE || said == WebPhoto.COLLECTED;
            case COLLECTED, ONLINE -> said == WebPhoto.NOT_COLLECTED;
        });
    }

    private Optional<WebPhoto> said() {
        return Optional.ofNullable(facts.get(PhotoFact.WEB)).flatMap(noted -> WebPhoto.of(noted.value()));
    }

    /** What the student is told: the new state, and the one next step. */
    Say says(Season season, LocalDate today) {
        Contacts contacts = season.contacts(who.student().college(), "", "", "");
        return clash().map(said -> contradicted(said, contacts)).orElseGet(() -> plain(season, contacts, today));
    }

    private Say plain(Season season, Contacts contacts, LocalDate today) {
        String name = who.student().name();
        return switch (state.photo()) {
            case UNKNOWN -> throw new IllegalStateException("nobody is told that nothing is known: " + state);
            case NOT_COLLECTED -> {
                boolean isLate = today.isAfter(season.photoDeadline());
                yield (isLate ? ImportPhrases.NOT_COLLECTED_LATE : ImportPhrases.NOT_COLLECTED)
                        .with("name", name, "phone", contacts.officePhone(), "deadline", contacts.photoDeadline());
            }
            case COLLECTED -> ImportPhrases.COLLECTED.with("name", name);
            case ONLINE -> facts.containsKey(PhotoFact.OWN_CHECK) && facts.containsKey(PhotoFact.CHSI_RECORD)
                    ? ImportPhrases.ONLINE_CHECKED.with("name", name)
                    : ImportPhrases.ONLINE.with("name", name);
        };
    }

    private Say contradicted(WebPhoto said, Contacts contacts) {
        String name = who.student().name();
        String phone = contacts.officePhone();
        if (said == WebPhoto.NOT_COLLECTED) {
            return ImportPhrases.IS_BUT_NOT_TAKEN.with(
                    "name", name, "date", date(), "state", state.photo().title(), "phone", phone);
        }
        return (said == WebPhoto.ONLINE ? ImportPhrases.SEEN_BUT_NOT : ImportPhrases.TAKEN_BUT_NOT)
                .with("name", name, "date", date(), "phone", phone);
    }

    private String date() {
        return Season.said(state.day());
    }
}
