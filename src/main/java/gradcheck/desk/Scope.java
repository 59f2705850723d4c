package gradcheck.desk;

import gradcheck.store.StaffMembers.Member;
import gradcheck.store.StaffMembers.Role;
import java.util.List;

/**
 * The colleges a member of staff may see, from the staff list and never from what a text claims.
 *
 * @param colleges a secretary's colleges; one empty name stands for all, the office's scope
 */
record Scope(List<String> colleges) {
    Scope {
        colleges = List.copyOf(colleges);
    }

    static Scope of(List<Member> rows) {
        boolean office = rows.stream().anyMatch(r -> r.role() == Role.OFFICE);
        return office
                ? new Scope(List.of(""))
                : new Scope(rows.stream().map(Member::college).distinct().toList());
    }

    boolean covers(String college) {
        return colleges.contains("") || colleges.contains(college);
    }
}
