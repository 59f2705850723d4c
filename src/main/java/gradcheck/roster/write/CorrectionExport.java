package gradcheck.roster.write;

import gradcheck.domain.RecordField;
import gradcheck.domain.Season;
import gradcheck.domain.value.Masks;
import gradcheck.domain.value.ValueCheck;
import gradcheck.store.Tables;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.record.CorrectionRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The corrections with where their review stands; a certificate number only as a chat shows it. */
final class CorrectionExport implements Export {
    private final Season season;
    private final String college;

    CorrectionExport(Season season, String college) {
        this.season = season;
        this.college = college;
    }

    @Override
    public List<String> header() {
        return List.of("编号", "学号", "姓名", "学院", "字段", "修改前", "修改后", "类别", "证明材料", "状态", "理由", "审核人", "更新时间");
    }

    @Override
    public void each(Tables tables, Consumer<List<String>> row) {
        Map<String, String> names = new HashMap<>();
        tables.students()
                .each(
                        season.year(),
                        "",
                        e -> names.put(e.student().number(), e.student().name()));
        Map<String, String> staff = new HashMap<>();
        for (Member member : tables.staff().all()) {
            staff.put(member.person().value(), member.name());
        }
        for (CorrectionRows.Row correction : tables.corrections().ofCollege(season.year(), college)) {
            row.accept(cells(
                    correction,
                    names.getOrDefault(correction.number(), ""),
                    staff.getOrDefault(correction.reviewer(), correction.reviewer())));
        }
    }

    private List<String> cells(CorrectionRows.Row row, String name, String reviewer) {
        Optional<RecordField> field = season.fields().byCode(row.field());
        return List.of(
                Integer.toString(row.tag()),
                row.number(),
                name,
                row.id().college(),
                season.fields().label(row.field()),
                value(field, row.before()),
                value(field, row.after()),
                row.category(),
                row.proof(),
                row.state().title(),
                row.reason(),
                reviewer,
                Exports.time(season, row.updatedAt()));
    }

    /** A field that is no longer in the catalogue may have been one of numbers. */
    private static String value(Optional<RecordField> field, String value) {
        boolean isOpen =
                field.filter(f -> f.check() != ValueCheck.CERTIFICATE_NUMBER).isPresent();
        return isOpen || value.isEmpty() ? value : Masks.tail(value);
    }
}
