package gradcheck.turn.onboarding;

import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.Students.Enrolled;
import java.util.List;
import java.util.Optional;

/** Who writes: a student by the roster or by a binding, staff by the staff list, both, or nobody that is known. */
public record Person(PersonId id, Optional<Enrolled> student, List<Member> staff) {

    public static Person of(Tables tables, Season season, PersonId id) {
        return new Person(
                id,
                tables.students().byPerson(season.year(), id),
                tables.staff().rowsOf(id));
    }

    public boolean isNewcomer() {
        return student.isEmpty() && staff.isEmpty();
    }
}
