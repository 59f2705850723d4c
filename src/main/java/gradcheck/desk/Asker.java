package gradcheck.desk;

import gradcheck.message.PersonId;
import gradcheck.store.people.Scope;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.util.List;

/** A member of staff who asks or acts: who by WeCom identity, and what the staff list lets them see. */
public record Asker(PersonId id, String name, Scope scope, List<Member> rows) {
    public Asker {
        rows = List.copyOf(rows);
    }

    static Asker of(List<Member> rows) {
        Member first = rows.get(0);
        return new Asker(first.person(), first.name(), Scope.of(rows), rows);
    }

    /** As students are told: who is called 王 is 王老师. */
    public String called() {
        return name.endsWith("老师") ? name : name + "老师";
    }

    public boolean isOffice() {
        return scope.isAll();
    }

    public boolean isSecretaryOf(String college) {
        return rows.stream()
                .anyMatch(r -> r.role() == Role.SECRETARY && r.college().equals(college));
    }

    /** What they see, as an answer names it. */
    public String sees() {
        return scope.isAll() ? "全校" : String.join("、", scope.colleges());
    }
}
