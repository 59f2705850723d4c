package gradcheck.roster.write;

import gradcheck.domain.Noted;
import gradcheck.domain.PhotoEvidence;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Standing;
import gradcheck.domain.status.ListedPhoto;
import gradcheck.domain.status.RecordFacts;
import gradcheck.domain.status.StudentFacts;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Each student's second check: the state of the photo that counts, and what was said of it. */
final class PhotoExport implements Export {
    private static final String NOT_YET = "未校对";

    private final Season season;
    private final String college;

    PhotoExport(Season season, String college) {
        this.season = season;
        this.college = college;
    }

    @Override
    public List<String> header() {
        return List.of("学号", "姓名", "学院", "班级", "学信网照片", "本人校对", "学籍信息校对", "纸质照片", "更新时间");
    }

    @Override
    public void each(Tables tables, Consumer<List<String>> row) {
        Map<String, Map<PhotoFact, Noted>> facts = tables.photoFacts().ofAll(season.year());
        tables.students()
                .each(
                        season.year(),
                        college,
                        e -> row.accept(cells(e, facts.getOrDefault(e.student().number(), Map.of()))));
    }

    private List<String> cells(Enrolled who, Map<PhotoFact, Noted> facts) {
        ListedPhoto listed = new ListedPhoto(
                who.student().webPhoto(), who.webPhotoAt(), who.student().retaken());
        PhotoEvidence photo = new StudentFacts(RecordFacts.NONE, listed, facts, Standing.ORDINARY).photo();
        Instant latest =
                facts.values().stream().map(Noted::at).max(Instant::compareTo).orElse(Instant.MIN);
        return List.of(
                who.student().number(),
                who.student().name(),
                who.student().college(),
                who.student().className(),
                photo.state().title(),
                said(facts, PhotoFact.OWN_CHECK).orElse(NOT_YET),
                said(facts, PhotoFact.CHSI_RECORD).orElse(NOT_YET),
                said(facts, PhotoFact.PAPER).orElse(""),
                Exports.time(season, latest.isAfter(who.webPhotoAt()) ? latest : who.webPhotoAt()));
    }

    private static Optional<String> said(Map<PhotoFact, Noted> facts, PhotoFact fact) {
        return Optional.ofNullable(facts.get(fact)).map(Noted::value);
    }
}
