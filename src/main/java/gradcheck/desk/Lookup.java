package gradcheck.desk;

import gradcheck.store.Students.Enrolled;
import gradcheck.store.Tables;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the students somebody means: by 学号, by name, or by a name with the last digits of the 学号. */
record Lookup(Tables tables, int season) {
    private static final Pattern NAME_AND_DIGITS = Pattern.compile("(\\D+?)\\s*(\\d+)");

    List<Enrolled> named(String typed) {
        List<Enrolled> byNumber =
                tables.students().byNumber(season, typed).stream().toList();
        if (!byNumber.isEmpty()) {
            return byNumber;
        }
        Matcher both = NAME_AND_DIGITS.matcher(typed);
        if (both.matches()) {
            return tables.students().byName(season, both.group(1)).stream()
                    .filter(e -> e.student().number().endsWith(both.group(2)))
                    .toList();
        }
        return tables.students().byName(season, typed);
    }
}
