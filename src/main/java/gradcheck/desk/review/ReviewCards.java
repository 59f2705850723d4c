package gradcheck.desk.review;

import gradcheck.desk.Desk;
import gradcheck.desk.DeskPhrases;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Student;
import gradcheck.message.Choice;
import gradcheck.message.OutcomeCause;
import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.store.outbox.CardRows;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.CorrectionRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cards that ask reviewers for a step: each once, settled for everybody when one has answered. */
public final class ReviewCards {
    /** The platform's limits of a card (page 90236). */
    private static final int LONGEST_TITLE = 36;

    private static final int LONGEST_BODY = 160;
    private static final int LONGEST_FACT = 30;

    private final Desk.Ground ground;
    private final Tables tables;
    private final Instant now;

    public ReviewCards(Desk.Ground ground, Tables tables, Instant now) {
        this.ground = ground;
        this.tables = tables;
        this.now = now;
    }

    /** Asks whoever has to take the next step; nobody, where the student has to or it is over. */
    public void announce(CorrectionRows.Row row) {
        List<Choice> buttons = buttons(row);
        Optional<Enrolled> student = tables.students().byNumber(ground.season().year(), row.number());
        if (buttons.isEmpty() || student.isEmpty()) {
            return;
        }
        for (PersonId reviewer : reviewers(row)) {
            if (!tables.cards().hasHad(reviewer, about(row))) {
                send(reviewer, row, card(row, student.get(), buttons));
            }
        }
    }

    /**
     * Greys every card that asks for a step, and says who has taken it.
     *
     * @param about the step, as {@link #about} named it before it was taken
     */
    public void settle(String about, String word) {
        for (CardRows.Row card : tables.cards().openAbout(about)) {
            tables.cards().settle(card.taskId());
            boolean unsent = tables.outbox().cancel(card.taskId(), OutcomeCause.ANSWERED_BY_ANOTHER, now);
            if (!unsent && !card.responseCode().isEmpty()) {
                tables.parcels()
                        .queue(
                                OutboxCodec.Label.reply(ground.ids().next(), card.person(), now),
                                new Outgoing.CardSettled(card.responseCode(), word),
                                now);
            }
        }
    }

    private void send(PersonId reviewer, CorrectionRows.Row row, Outgoing.Card card) {
        tables.cards().add(card.taskId(), reviewer, about(row), now);
        Instant due = ground.notBefore(now);
        tables.parcels()
                .queue(new OutboxCodec.Label(card.taskId(), reviewer, Outbox.BULK, due, Optional.empty()), card, now);
    }

    /** What a card asks: the next step of this correction; one that comes back is asked about anew. */
    public String about(CorrectionRows.Row row) {
        int steps = tables.corrections().steps(row.id()).size();
        return "correction|" + row.id().college() + "|" + row.tag() + "|" + steps;
    }

    private Outgoing.Card card(CorrectionRows.Row row, Enrolled student, List<Choice> buttons) {
        String remark = Review.remark(ground.season().fields(), row);
        String title = ground.words()
                .apply(DeskPhrases.CARD_TITLE.with(
                        "tag", row.tag(), "name", student.student().name()));
        return new Outgoing.Card(
                ground.ids().next(),
                cut(title.strip(), LONGEST_TITLE),
                cut(remark, LONGEST_BODY),
                List.of(
                        new Outgoing.Fact("班级", cut(student.student().className(), LONGEST_FACT)),
                        new Outgoing.Fact("学号", Student.tail(student.student().number())),
                        new Outgoing.Fact("类别", row.category()),
                        new Outgoing.Fact("状态", row.state().title())),
                buttons);
    }

    private static List<Choice> buttons(CorrectionRows.Row row) {
        String named = row.id().college() + row.tag();
        Choice back = new Choice("退回", "退回 " + named);
        return switch (row.state()) {
            case PENDING, MATERIAL_RECEIVED, WITH_OFFICE -> List.of(new Choice("通过", "通过 " + named), back);
            case MATERIAL_SENT -> List.of(new Choice("材料已收", "材料已收 " + named), back);
            default -> List.of();
        };
    }

    /** The college's secretaries; the registrar's office for the last step, and where a college has none. */
    private List<PersonId> reviewers(CorrectionRows.Row row) {
        boolean isOffices = row.state() == CorrectionState.WITH_OFFICE;
        return tables.staff().accountsFor(isOffices ? "" : row.id().college()).stream()
                .filter(p ->
                        row.state() != CorrectionState.WITH_OFFICE || !p.value().equals(row.reviewer()))
                .toList();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
