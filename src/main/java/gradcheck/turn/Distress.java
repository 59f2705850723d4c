package gradcheck.turn;

import gradcheck.copy.Copy;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Audit;
import gradcheck.store.Outbox;
import gradcheck.store.StaffMembers.Member;
import gradcheck.store.StaffMembers.Role;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.verification.Season;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody who may harm themselves gets a number to call, and a person of the college is told at once. */
final class Distress {
    private final Copy copy;
    private final Understood.Ground ground;

    Distress(Copy copy, Understood.Ground ground) {
        this.copy = copy;
        this.ground = ground;
    }

    /** What is said to them; nothing of what they wrote is kept or passed on. */
    Say answer(Tables tables, Optional<Enrolled> student) {
        String line = ground.season().helpLine();
        if (student.isEmpty()) {
            return AskedPhrases.DESPAIR_STAFF.with("line", line);
        }
        Enrolled who = student.get();
        responsible(tables, who).forEach(member -> tell(tables, who, member));
        String secretary =
                StudentView.read(tables, ground.season(), who).contacts().secretary();
        return AskedPhrases.DESPAIR.with("line", line, "secretary", secretary);
    }

    /** The college's secretaries; where there is none, the registrar's office. */
    private static List<Member> responsible(Tables tables, Enrolled who) {
        List<Member> secretaries = tables.staff().secretariesOf(who.student().college());
        return secretaries.isEmpty()
                ? tables.staff().all().stream()
                        .filter(member -> member.role() == Role.OFFICE)
                        .toList()
                : secretaries;
    }

    private void tell(Tables tables, Enrolled who, Member member) {
        Instant now = ground.clock().instant();
        Season season = ground.season();
        Say said = AskedPhrases.DESPAIR_TOLD.with(
                "name", who.student().name(),
                "className", who.student().className(),
                "line", season.helpLine());
        String text = copy.render(said);
        tables.outbox()
                .queue(
                        new Outbox.New(
                                ground.ids().next(),
                                member.person(),
                                "text",
                                text,
                                Outbox.REPLY,
                                now,
                                Optional.empty()),
                        now);
        tables.audit()
                .add(new Audit.Entry(
                        ground.ids().next(),
                        now,
                        member.person(),
                        "求助",
                        who.student().number(),
                        "told"));
    }
}
