package gradcheck.desk.review;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.answer.StudentList;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.query.StudentQueries.Line;
import gradcheck.store.record.CorrectionRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The review of corrections: passed, sent back with a reason, material received.
 *
 * <p>General information and 政治面貌 are the college's to pass (R10, R33). Key information needs its material first
 * (R32, R35–R37), then the college's word, then the registrar's, by two different people. The first answer wins.
 */
public final class Review {
    /** What an undone review is called. */
    public static final String ACT = "review";
    /** By what those that were done at once are undone at once. */
    public static final String BATCH = "batch";
    /** The reason for sending one back was asked. */
    static final String REASON = "reason";

    private static final int LONGEST_REASON = 200;
    /** A single sign after the numbers is a particle. */
    private static final int SHORTEST_PROOF = 2;

    private final DeskContext visit;
    private final ReviewCards cards;
    /** What several that are done at once have in common, to be undone at once; else empty. */
    private String batch = "";

    public Review(DeskContext visit) {
        this.visit = visit;
        this.cards = new ReviewCards(visit.ground(), visit.tables(), visit.now());
    }

    /** What one step of a review needs. */
    private record Wanted(String command, CorrectionState state, String reason) {}

    public List<Say> pass(String argument) {
        return each(CorrectionNumbers.find(visit, "通过", argument), "通过", this::passed);
    }

    /** What stands after the numbers is what material it is, for the lists. */
    public List<Say> received(String argument) {
        CorrectionNumbers.Found found = CorrectionNumbers.find(visit, "材料已收", argument);
        String proof = found.rest().length() < SHORTEST_PROOF ? "" : found.rest();
        if (proof.length() > LONGEST_REASON) {
            return List.of(DeskPhrases.REASON_TOO_LONG.with("most", LONGEST_REASON));
        }
        return each(found, "材料已收", row -> received(row, proof));
    }

    private Say received(CorrectionRows.Row row, String proof) {
        if (!row.state().mayBecome(CorrectionState.MATERIAL_RECEIVED)) {
            return refused(row, "材料已收");
        }
        return refusedByRole(row, "材料已收").orElseGet(() -> {
            visit.tables().corrections().setProof(row.id(), proof);
            return move(row, new Wanted("材料已收", CorrectionState.MATERIAL_RECEIVED, ""));
        });
    }

    public List<Say> sendBack(String argument) {
        CorrectionNumbers.Found found = CorrectionNumbers.find(visit, "退回", argument);
        if (!found.instead().isEmpty()) {
            return found.instead();
        }
        if (found.rows().isEmpty()) {
            return which("退回");
        }
        String reason = found.rest().strip();
        if (reason.isEmpty()) {
            List<String> tags = found.rows().stream()
                    .map(r -> r.id().college() + r.id().tag())
                    .toList();
            visit.ask(REASON, Map.of("tags", String.join(" ", tags)));
            return List.of(DeskPhrases.ASK_REASON.with("tag", tagsOf(found.rows())));
        }
        if (reason.length() > LONGEST_REASON) {
            return List.of(DeskPhrases.REASON_TOO_LONG.with("most", LONGEST_REASON));
        }
        return each(found, "退回", row -> sentBack(row, reason));
    }

    private List<Say> each(CorrectionNumbers.Found found, String command, Function<CorrectionRows.Row, Say> act) {
        if (!found.instead().isEmpty()) {
            return found.instead();
        }
        batch = found.rows().size() > 1 ? visit.ground().ids().next() : "";
        return found.rows().isEmpty()
                ? which(command)
                : found.rows().stream().map(act).toList();
    }

    /** The example is one that it can be done to. */
    private List<Say> which(String command) {
        return new ReviewQueue(visit)
                .rows().stream()
                        .filter(row -> switch (command) {
                            case "通过" -> row.state() != CorrectionState.MATERIAL_SENT;
                            case "退回" -> row.state().mayBecome(CorrectionState.SENT_BACK);
                            default -> row.state().mayBecome(CorrectionState.MATERIAL_RECEIVED);
                        })
                        .findFirst()
                        .map(row -> List.of(DeskPhrases.WHICH_CORRECTION.with("command", command, "tag", tag(row))))
                        .orElseGet(() -> List.of(DeskPhrases.NO_CORRECTION_FOR.with(
                                "sees", visit.asker().sees(), "command", command, "time", visit.time())));
    }

    private Say passed(CorrectionRows.Row row) {
        boolean isKey = row.category().equals(EditClass.KEY.title());
        CorrectionState next =
                row.state() == CorrectionState.MATERIAL_RECEIVED ? CorrectionState.WITH_OFFICE : CorrectionState.PASSED;
        boolean needsMaterial =
                isKey && (row.state() == CorrectionState.MATERIAL_DUE || row.state() == CorrectionState.MATERIAL_SENT);
        if (needsMaterial) {
            visit.audit("通过", row.number(), "refused: no material");
            return DeskPhrases.NEEDS_MATERIAL.with(
                    "tag", tag(row), "label", label(row), "state", row.state().title());
        }
        if (!row.state().mayBecome(next)) {
            return refused(row, "通过");
        }
        return refusedByRole(row, "通过").orElseGet(() -> move(row, new Wanted("通过", next, "")));
    }

    private Say sentBack(CorrectionRows.Row row, String reason) {
        if (!row.state().mayBecome(CorrectionState.SENT_BACK)) {
            return refused(row, "退回");
        }
        return refusedByRole(row, "退回").orElseGet(() -> move(row, new Wanted("退回", CorrectionState.SENT_BACK, reason)));
    }

    /** The college's steps are its secretaries', the last one the registrar's, and never both the same person's. */
    private Optional<Say> refusedByRole(CorrectionRows.Row row, String command) {
        String college = row.id().college();
        if (row.state() == CorrectionState.WITH_OFFICE) {
            if (!visit.asker().isOffice()) {
                visit.audit(command, row.number(), "refused: with the office");
                return Optional.of(DeskPhrases.OFFICE_DECIDES.with(
                        "tag", tag(row), "office", visit.season().office().name()));
            }
            boolean own = visit.tables().corrections().steps(row.id()).stream()
                    .filter(s -> s.state() == CorrectionState.WITH_OFFICE)
                    .reduce((earlier, later) -> later)
                    .stream()
                    .anyMatch(s -> s.actor().equals(visit.asker().id().value()));
            if (own) {
                visit.audit(command, row.number(), "refused: four eyes");
                return Optional.of(DeskPhrases.FOUR_EYES.with("tag", tag(row)));
            }
            return Optional.empty();
        }
        boolean isKey = row.category().equals(EditClass.KEY.title());
        boolean hasSecretary = !visit.tables().staff().secretariesOf(college).isEmpty();
        if (isKey && hasSecretary && !visit.asker().isSecretaryOf(college)) {
            visit.audit(command, row.number(), "refused: the college decides first");
            return Optional.of(DeskPhrases.COLLEGE_DECIDES.with(
                    "tag", tag(row), "state", row.state().title(), "secretary", secretaries(college)));
        }
        return Optional.empty();
    }

    private String secretaries(String college) {
        return String.join(
                "、",
                visit.tables().staff().secretariesOf(college).stream()
                        .map(m -> (m.name() + " " + m.phone()).strip())
                        .distinct()
                        .toList());
    }

    private Say move(CorrectionRows.Row row, Wanted wanted) {
        var step = new CorrectionRows.Step(
                wanted.state(), wanted.reason(), visit.asker().id().value(), visit.now());
        String about = cards.about(row);
        if (!visit.tables().corrections().move(row.id(), row.state(), step)) {
            return refused(row, wanted.command());
        }
        visit.audit(wanted.command(), row.number(), wanted.state().title());
        cards.settle(about, visit.asker().name() + "：" + wanted.state().title());
        String notice = notify(row, wanted);
        visit.undoable(
                ACT,
                Map.of(
                        "college",
                        row.id().college(),
                        "tag",
                        Integer.toString(row.tag()),
                        "from",
                        row.state().name(),
                        "to",
                        wanted.state().name(),
                        BATCH,
                        batch),
                List.of(notice));
        visit.tables().corrections().byId(row.id()).ifPresent(cards::announce);
        return said(row, wanted);
    }

    private String notify(CorrectionRows.Row row, Wanted wanted) {
        PersonId student = visit.tables()
                .students()
                .byNumber(visit.season().year(), row.number())
                .map(e -> e.person())
                .orElseThrow(() -> new IllegalStateException("no student for correction " + row.id()));
        Say notice =
                switch (wanted.state()) {
                    case SENT_BACK -> DeskPhrases.TELL_SENT_BACK.with(
                            "line", remark(row), "reason", wanted.reason(), "label", label(row));
                    case PASSED -> DeskPhrases.TELL_PASSED.with("line", remark(row));
                    case WITH_OFFICE -> DeskPhrases.TELL_WITH_OFFICE.with("line", remark(row));
                    default -> DeskPhrases.TELL_RECEIVED.with("line", remark(row));
                };
        return visit.tellLater(student, notice);
    }

    private Say said(CorrectionRows.Row row, Wanted wanted) {
        Say what =
                switch (wanted.state()) {
                    case SENT_BACK -> DeskPhrases.SENT_BACK.with("reason", wanted.reason());
                    case PASSED -> DeskPhrases.PASSED.say();
                    case WITH_OFFICE -> DeskPhrases.WITH_OFFICE.say();
                    default -> saidReceived(row);
                };
        return DeskPhrases.REVIEWED.with("tag", tag(row), "name", name(row), "line", remark(row), "what", what);
    }

    private Say saidReceived(CorrectionRows.Row row) {
        String proof = visit.tables()
                .corrections()
                .byId(row.id())
                .map(CorrectionRows.Row::proof)
                .orElse("");
        return proof.isEmpty()
                ? DeskPhrases.RECEIVED.with("tag", tag(row))
                : DeskPhrases.RECEIVED_PROOF.with("tag", tag(row), "proof", proof);
    }

    private Say refused(CorrectionRows.Row seen, String command) {
        CorrectionRows.Row row = visit.tables().corrections().byId(seen.id()).orElse(seen);
        String by = row.reviewer().isEmpty()
                ? ""
                : visit.tables().staff().rowsOf(new PersonId(row.reviewer())).stream()
                        .findFirst()
                        .map(m -> m.name())
                        .orElse("");
        visit.audit(command, row.number(), "refused: " + row.state().title());
        return DeskPhrases.NOT_NOW.with(
                "tag", tag(row),
                "name", name(row),
                "line", remark(row),
                "state", row.state().title(),
                "by", by.isEmpty() ? "" : "（" + by + " " + visit.time(row.updatedAt()) + "）",
                "command", command);
    }

    private String tag(CorrectionRows.Row row) {
        return StudentList.tag(visit, row.id());
    }

    private String tagsOf(List<CorrectionRows.Row> rows) {
        return String.join("、", rows.stream().map(this::tag).toList());
    }

    private String label(CorrectionRows.Row row) {
        return StudentList.label(visit, row);
    }

    private String name(CorrectionRows.Row row) {
        return visit.tables().roll().among(visit.asked(), List.of(row.number())).stream()
                .findFirst()
                .map(Line::name)
                .orElse("");
    }

    private String remark(CorrectionRows.Row row) {
        return remark(visit.season().fields(), row);
    }

    /** 民族：汉族→回族, a certificate number masked. */
    static String remark(Fields fields, CorrectionRows.Row row) {
        return fields.remark(row.field(), row.before(), row.after());
    }

    /** A reason that was asked for, if this is one. */
    public Optional<List<Say>> reasonGiven(String said) {
        Optional<String> tags = visit.tables()
                .deskQuestions()
                .of(visit.asker().id())
                .filter(q -> q.kind().equals(REASON))
                .map(q -> q.details().getOrDefault("tags", ""));
        return tags.map(t -> {
            visit.tables().deskQuestions().close(visit.asker().id());
            return new ArrayList<>(sendBack(t + " " + said));
        });
    }
}
