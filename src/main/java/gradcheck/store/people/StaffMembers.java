package gradcheck.store.people;

import gradcheck.domain.Contacts;
import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.store.engine.ReadCache;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Secretaries and the registrar's office, by their WeCom accounts; who has several colleges has several rows. */
public final class StaffMembers {
    private static final RowMapper<Member> MEMBER = (row, context) -> new Member(
            new PersonId(row.getString("person")),
            Role.valueOf(row.getString("role")),
            row.getString("college"),
            row.getString("name"),
            row.getString("mail"),
            row.getString("phone"));

    private final Handle handle;
    private final ReadCache<String, List<Member>> secretaries = new ReadCache<>(this::readSecretaries);
    private final ReadCache<PersonId, List<Member>> rows = new ReadCache<>(this::readRows);

    public StaffMembers(Handle handle) {
        this.handle = handle;
    }

    /** What a member of staff may see: a secretary their colleges, the office all. */
    public enum Role {
        SECRETARY,
        OFFICE
    }

    /** One row of the staff list; the office's college is empty. */
    public record Member(PersonId person, Role role, String college, String name, String mail, String phone) {}

    /** Replaces the whole list: who is no longer on it has no more access. */
    public void replaceAll(List<Member> members) {
        secretaries.forget();
        rows.forget();
        handle.execute("DELETE FROM staff");
        for (Member member : members) {
            handle.createUpdate("INSERT INTO staff (person, role, college, name, mail, phone)"
                            + " VALUES (:person, :role, :college, :name, :mail, :phone)"
                            + " ON CONFLICT (person, role, college) DO NOTHING")
                    .bind("person", member.person().value())
                    .bind("role", member.role().name())
                    .bind("college", member.college())
                    .bind("name", member.name())
                    .bind("mail", member.mail())
                    .bind("phone", member.phone())
                    .execute();
        }
    }

    public List<Member> rowsOf(PersonId person) {
        return rows.of(person);
    }

    private List<Member> readRows(PersonId person) {
        return List.copyOf(handle.createQuery("SELECT * FROM staff WHERE person = :person ORDER BY role, college")
                .bind("person", person.value())
                .map(MEMBER)
                .list());
    }

    public List<Member> all() {
        return handle.createQuery("SELECT * FROM staff ORDER BY role, college, person")
                .map(MEMBER)
                .list();
    }

    /** The secretaries of a college. */
    public List<Member> secretariesOf(String college) {
        return secretaries.of(college);
    }

    /** Who looks after a college's students: its secretaries, or the office where there are none. */
    public List<Member> responsibleFor(String college) {
        List<Member> own = college.isEmpty() ? List.of() : secretariesOf(college);
        return own.isEmpty()
                ? all().stream().filter(m -> m.role() == Role.OFFICE).toList()
                : own;
    }

    /** The accounts of those, each once. */
    public List<PersonId> accountsFor(String college) {
        return responsibleFor(college).stream().map(Member::person).distinct().toList();
    }

    /** Whom a college's students are told to ask: the first secretary on the staff list, else what the config says. */
    public Contacts contacts(Season season, String college) {
        return secretariesOf(college).stream()
                .findFirst()
                .map(m -> season.contacts(college, m.name(), m.mail(), m.phone()))
                .orElseGet(() -> season.contacts(college, "", "", ""));
    }

    private List<Member> readSecretaries(String college) {
        return List.copyOf(handle.createQuery(
                        "SELECT * FROM staff WHERE role = 'SECRETARY' AND college = :college ORDER BY person")
                .bind("college", college)
                .map(MEMBER)
                .list());
    }
}
