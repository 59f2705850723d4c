package gradcheck.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One year's check as the university has set it up.
 *
 * @param year the year of graduation
 * @param chsi the help of 学信网 (R48–R50)
 * @param helpLine whom to call in despair
 * @param duty who is told of it where the college has nobody on duty
 * @param registrationRequired whether the student still submits in the 注册系统 after the receipt (R04, R17)
 * @param recordOpens the first day of the first check; empty: none is named
 * @param recordCloses the last day of the first check; empty: no date is named and nothing counts down (R03)
 * @param photoDeadline the last day for collecting the photo, that day included (R25)
 * @param colleges by name
 */
public record Season(
        int year,
        Fields fields,
        Office office,
        Chsi chsi,
        String helpLine,
        Optional<Duty> duty,
        boolean registrationRequired,
        Optional<LocalDate> recordOpens,
        Optional<LocalDate> recordCloses,
        LocalDate photoDeadline,
        Map<String, College> colleges,
        Retention retention,
        ZoneId zone) {
    /** Photos take weeks to appear: sooner than this a second look is for nothing (C8). */
    public static final int PHOTO_LOOK_AGAIN_DAYS = 14;

    public Season {
        colleges = Map.copyOf(colleges);
    }

    /**
     * How long things are kept.
     *
     * @param chatDays what was said in chats
     * @param seasonUntil everything else of the season; empty: the university has not said
     */
    public record Retention(int chatDays, Optional<LocalDate> seasonUntil) {}

    /** The registrar's office (R52–R54). */
    public record Office(String name, String phone, String phones, String mail) {}

    /** Whom to ask about an account of 学信网: phone, mail, WeChat account (R48–R50). */
    public record Chsi(String phone, String mail, String account) {}

    /**
     * A college's own contacts; any may be empty.
     *
     * @param party the Party committee's (R11)
     * @param duty who is told when a student may harm themselves
     */
    public record College(String proofMail, String secretary, String party, Optional<Duty> duty) {
        public static final College NONE = new College("", "", "", Optional.empty());
    }

    /** Who is on duty for a college's students, in the order in which they are asked: the college's, the university's. */
    public List<Duty> duties(String college) {
        return Stream.of(colleges.getOrDefault(college, College.NONE).duty(), duty)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same check of another year. */
    public Season in(int otherYear) {
        return new Season(
                otherYear,
                fields,
                office,
                chsi,
                helpLine,
                duty,
                registrationRequired,
                recordOpens,
                recordCloses,
                photoDeadline,
                colleges,
                retention,
                zone);
    }

    /**
     * Whom this student asks. The secretary is who the staff list names with a telephone, for that list is what the
     * university keeps; else whom the college's own contacts name, else the registrar.
     */
    public Contacts contacts(String college, String secretaryName, String secretaryMail, String secretaryPhone) {
        College own = colleges.getOrDefault(college, College.NONE);
        String listed = (secretaryName + " " + secretaryPhone).strip();
        String secretary = first(secretaryPhone.isEmpty() ? "" : listed, own.secretary(), listed, office.name());
        String mail = first(own.proofMail(), secretaryMail, office.mail());
        return new Contacts(
                Integer.toString(year),
                office.phone(),
                office.phones(),
                office.mail(),
                mail,
                secretary,
                first(own.party(), secretary),
                said(photoDeadline));
    }

    /** A day as people say it. */
    public static String said(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return "";
    }
}
