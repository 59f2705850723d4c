package gradcheck.roster;

import gradcheck.store.StaffMembers.Member;
import gradcheck.store.Tables;
import gradcheck.verification.Season;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who looked at whom, and who did what to whom; it has no college: whoever reads it may see all of them. */
final class AuditExport implements Export {
    private final Season season;

    AuditExport(Season season) {
        this.season = season;
    }

    @Override
    public List<String> header() {
        return Exports.titles("时间", "账号", "姓名", "操作", "对象", "结果");
    }

    @Override
    public void each(Tables tables, Consumer<List<String>> row) {
        Map<String, String> names = new HashMap<>();
        for (Member member : tables.staff().all()) {
            names.put(member.person().value(), member.name());
        }
        tables.audit()
                .each(e -> row.accept(List.of(
                        Exports.time(season, e.at()),
                        e.actor().value(),
                        names.getOrDefault(e.actor().value(), ""),
                        e.act(),
                        e.target(),
                        e.result())));
    }
}
