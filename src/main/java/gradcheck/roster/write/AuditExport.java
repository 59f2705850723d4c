package gradcheck.roster.write;

import gradcheck.domain.Season;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.domain.chain.AuditLine;
import gradcheck.store.Tables;
import gradcheck.store.people.StaffMembers.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who looked at whom, and who did what to whom; it has no college: whoever reads it may see all of them. Every line
 * carries its link of the chain; the name beside the account is looked up now and is not in it.
 */
final class AuditExport implements Export {
    static final List<String> HEADER = List.of("时间", "账号", "姓名", "操作", "对象", "结果", "序号", "账号盐", "对象盐", "哈希");

    private final Season season;
    private final AuditCheck check;

    /** @param check is shown every line that is written */
    AuditExport(Season season, AuditCheck check) {
        this.season = season;
        this.check = check;
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public void each(Tables tables, Consumer<List<String>> row) {
        Map<String, String> names = new HashMap<>();
        for (Member member : tables.staff().all()) {
            names.put(member.person().value(), member.name());
        }
        tables.audit().each(line -> {
            check.take(line);
            row.accept(cells(line, names.getOrDefault(line.actor().value(), "")));
        });
    }

    private List<String> cells(AuditLine line, String name) {
        return List.of(
                Exports.time(season, line.at()),
                line.actor().value(),
                name,
                line.act(),
                line.target(),
                line.result(),
                Long.toString(line.link()),
                line.actorProof(),
                line.targetProof(),
                line.hash());
    }
}
