package gradcheck.turn;

import gradcheck.message.PersonId;
import gradcheck.store.StaffMembers.Member;
import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import gradcheck.domain.Season;
import java.util.List;
import java.util.Optional;

/** Who writes: a student by the roster or by a binding, staff by the staff list, both, or nobody that is known. */
record Person(PersonId id, Optional<Enrolled> student, List<Member> staff) {

    static Person of(Tables tables, Season season, PersonId id) {
        return new Person(
                id,
                tables.students().byPerson(season.year(), id),
                tables.staff().rowsOf(id));
    }

    boolean isNewcomer() {
        return student.isEmpty() && staff.isEmpty();
    }
}
