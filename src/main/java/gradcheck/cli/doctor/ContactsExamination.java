package gradcheck.cli.doctor;

import gradcheck.config.TerminalText;
import gradcheck.domain.Duty;
import gradcheck.domain.Season;
import gradcheck.message.PersonId;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whether whom students are told to ask is there and real: what {@code doctor} says of contacts and of the dates. */
final class ContactsExamination {
    /** Numbers nobody has, and the domains that are reserved for examples (RFC 2606; example.edu.cn by custom). */
    private static final Pattern EXAMPLE =
            Pattern.compile("0{5}|1234567|(?<![A-Za-z0-9-])example\\.(?:com|org|net|edu|edu\\.cn|cn)\\b");

    private final Season season;
    private final List<Member> staff;
    private final Predicate<PersonId> isKnown;
    private final List<Doctor.Finding> findings = new ArrayList<>();

    /** @param acquainted whether an account has talked with the bot */
    ContactsExamination(Season season, List<Member> staff, Predicate<PersonId> acquainted) {
        this.season = season;
        this.isKnown =
                acquainted.or(account -> staff.stream().anyMatch(m -> m.person().equals(account)));
        this.staff = List.copyOf(staff);
    }

    /** @param roster the colleges that have students */
    List<Doctor.Finding> of(List<String> roster) {
        examples();
        Set<String> unheard = new TreeSet<>(roster);
        unheard.removeIf(this::hasContact);
        if (!unheard.isEmpty()) {
            add(
                    "doctor.contact.none",
                    unheard.size(),
                    String.join("、", unheard),
                    season.office().name());
        }
        Set<String> unknown = new TreeSet<>(season.colleges().keySet());
        roster.forEach(unknown::remove);
        if (!roster.isEmpty() && !unknown.isEmpty()) {
            add("doctor.contact.unknown", String.join("、", unknown), String.join("、", roster));
        }
        duty(roster);
        if (season.retention().seasonUntil().isEmpty()) {
            add("doctor.retention.none");
        }
        return List.copyOf(findings);
    }

    /** Only what would be needed in the worst hour is asked for: somebody to tell, at an account the bot knows. */
    private void duty(List<String> roster) {
        Set<String> alone = new TreeSet<>(roster);
        alone.removeIf(college -> !season.duties(college).isEmpty());
        if (!alone.isEmpty()) {
            add("doctor.duty.none", String.join("、", alone));
        }
        Map<String, Duty> duties = new TreeMap<>();
        season.colleges().forEach((name, c) -> c.duty().ifPresent(d -> duties.put("colleges.yml " + name, d)));
        season.duty().ifPresent(d -> duties.put("gradcheck.yml", d));
        duties.forEach((place, duty) -> {
            if (!duty.account().isEmpty() && !isKnown.test(new PersonId(duty.account()))) {
                add("doctor.duty.unknown", place, duty.account());
            }
        });
    }

    private boolean hasContact(String college) {
        boolean isConfigured = !season.colleges()
                .getOrDefault(college, Season.College.NONE)
                .secretary()
                .isEmpty();
        return isConfigured
                || staff.stream()
                        .anyMatch(m -> m.role() == Role.SECRETARY && m.college().equals(college));
    }

    private void examples() {
        Map<String, String> contacts = new TreeMap<>();
        Season.Office office = season.office();
        contacts.put(
                "gradcheck.yml office",
                String.join(" ", office.name(), office.phone(), office.phones(), office.mail()));
        contacts.put("gradcheck.yml help_line", season.helpLine());
        season.colleges()
                .forEach((name, c) -> contacts.put(
                        "colleges.yml " + name,
                        String.join(
                                " ",
                                c.secretary(),
                                c.proofMail(),
                                c.party(),
                                c.duty().map(Duty::phone).orElse(""))));
        season.duty().ifPresent(d -> contacts.put("gradcheck.yml duty", d.name() + " " + d.phone()));
        staff.forEach(m -> contacts.merge(
                "staff import " + m.name(), m.phone() + " " + m.mail(), (one, other) -> one + " " + other));
        contacts.forEach((place, text) -> {
            if (EXAMPLE.matcher(text).find()) {
                add("doctor.example", place, text.strip());
            }
        });
    }

    private void add(String key, Object... values) {
        findings.add(new Doctor.Finding(false, TerminalText.of(key, values)));
    }
}
