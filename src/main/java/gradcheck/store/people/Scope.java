package gradcheck.store.people;

import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.util.List;

/**
 * The colleges whose students somebody may see: from the staff list by WeCom identity, never from what a text claims.
 *
 * @param isAll the registrar's office: every college
 * @param colleges a secretary's colleges; none where all
 */
public record Scope(boolean isAll, List<String> colleges) {
    /** The registrar's office, and the program's own work. */
    public static final Scope ALL = new Scope(true, List.of());

    public Scope {
        colleges = List.copyOf(colleges);
    }

    /** What these rows of the staff list allow; no rows allow nothing. */
    public static Scope of(List<Member> rows) {
        boolean office = rows.stream().anyMatch(r -> r.role() == Role.OFFICE);
        return office
                ? ALL
                : new Scope(false, rows.stream().map(Member::college).distinct().toList());
    }

    public boolean covers(String college) {
        return isAll || colleges.contains(college);
    }

    /** The condition on a table's column {@code college}; its names are bound as {@code scope0}, {@code scope1} … */
    public String sql(String alias) {
        if (isAll) {
            return "1 = 1";
        }
        if (colleges.isEmpty()) {
            return "1 = 0";
        }
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < colleges.size(); i++) {
            names.append(i == 0 ? "" : ", ").append(":scope").append(i);
        }
        return alias + ".college IN (" + names + ")";
    }
}
