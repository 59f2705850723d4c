package gradcheck.reminders.digest;

import gradcheck.domain.Student;
import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import java.util.Collection;
import java.util.List;

/** Somebody waits for a secretary to say whether an account is this student's. */
record AccountAsked(Student student, PersonId account) {

    /** All that wait, the oldest first. */
    static List<AccountAsked> all(Tables tables, int season) {
        return tables.bindingRequests().waiting(season).stream()
                .filter(r -> tables.students().byPerson(season, r.person()).isEmpty())
                .flatMap(r -> tables.students().byNumber(season, r.number()).stream()
                        .map(s -> new AccountAsked(s.student(), r.person())))
                .toList();
    }

    /** @param colleges one empty name stands for all */
    boolean isOf(Collection<String> colleges) {
        return colleges.contains("") || colleges.contains(student.college());
    }
}
