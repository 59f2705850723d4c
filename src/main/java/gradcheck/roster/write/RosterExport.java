package gradcheck.roster.write;

import gradcheck.domain.RecordField;
import gradcheck.domain.Season;
import gradcheck.domain.value.Masks;
import gradcheck.domain.value.ValueCheck;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The roster as the bot has it. The certificate number shows its end only, under a title that an import doesn't know:
 * so a file that comes back can't put stars where the number was.
 */
final class RosterExport implements Export {
    private static final String MASKED = "（仅末位）";

    private final Season season;
    private final String college;

    RosterExport(Season season, String college) {
        this.season = season;
        this.college = college;
    }

    @Override
    public List<String> header() {
        List<String> titles = new ArrayList<>();
        season.fields().inOrder().forEach(f -> titles.add(isSecret(f) ? f.label() + MASKED : f.label()));
        titles.addAll(List.of("企业微信账号", "学信网照片", "重拍"));
        return titles;
    }

    @Override
    public void each(Tables tables, Consumer<List<String>> row) {
        tables.students().each(season.year(), college, e -> row.accept(cells(e)));
    }

    private List<String> cells(Enrolled who) {
        List<String> cells = new ArrayList<>();
        for (RecordField field : season.fields().inOrder()) {
            String value = who.student().value(field.code());
            cells.add(isSecret(field) && !value.isEmpty() ? Masks.tail(value) : value);
        }
        cells.add(who.person().value());
        cells.add(who.student().webPhoto().title());
        cells.add(who.student().retaken() ? "是" : "否");
        return cells;
    }

    private static boolean isSecret(RecordField field) {
        return field.check() == ValueCheck.CERTIFICATE_NUMBER;
    }
}
