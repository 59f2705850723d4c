package gradcheck.roster.write;

import gradcheck.domain.Season;
import gradcheck.store.Tables;
import gradcheck.store.record.Confirmations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The confirmations as they were made, chain by chain; a purged one as its college and its hashes. */
final class ConfirmationExport implements Export {
    /** What the content hash covers, in the order in which it was stored. */
    static final List<String> COVERED = List.of("回执号", "学号", "姓名", "学院", "专业", "班级", "结果", "核对备注", "确认时间", "逾期", "版本");

    static final List<String> HEADER = join(COVERED, "内容哈希", "上一哈希");
    private static final int COLLEGE = COVERED.indexOf("学院");

    private final Season season;
    private final String college;
    private final Optional<ConfirmationProof.Gathering> proof;

    ConfirmationExport(Season season, String college, Optional<ConfirmationProof.Gathering> proof) {
        this.season = season;
        this.college = college;
        this.proof = proof;
    }

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public void each(Tables tables, Consumer<List<String>> row) {
        tables.confirmations().each(season.year(), college, link -> {
            proof.ifPresent(p -> p.add(link));
            row.accept(join(link.columns().orElseGet(() -> emptied(link)), link.content(), link.previous()));
        });
    }

    private static List<String> emptied(Confirmations.Link link) {
        List<String> columns = new ArrayList<>(COVERED.stream().map(c -> "").toList());
        columns.set(COLLEGE, link.college());
        return columns;
    }

    private static List<String> join(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
