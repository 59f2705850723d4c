package gradcheck.roster.read;

import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the staff list (interface.md §4). */
public final class StaffFile {
    private static final StrayNumbers STRAYS =
            new StrayNumbers(List.of("企业微信账号", "邮箱", "电话"), List.of("姓名", "角色", "学院"));

    /** Who is on it, and which rows were refused. */
    public record Report(List<Member> members, List<RosterFile.RefusedRow> refused) {}

    /** Reads the whole list. */
    public Report read(byte[] file, String name) throws UnreadableFile {
        List<Member> members = new ArrayList<>();
        List<RosterFile.RefusedRow> refused = new ArrayList<>();
        List<String> header = SheetReader.read(file, name, row -> {
            Optional<Say> why = refusal(row);
            if (why.isPresent()) {
                refused.add(new RosterFile.RefusedRow(row.number(), row.cells(), why.get()));
            } else {
                members.add(member(row));
            }
        });
        if (!header.contains("企业微信账号")) {
            throw new UnreadableFile(RosterPhrases.NO_HEADER.with("columns", "企业微信账号、姓名、角色、学院"));
        }
        return new Report(members, refused);
    }

    private static Optional<Say> refusal(TableRow row) {
        Optional<Say> slipped = row.spoilt().or(() -> STRAYS.perhapsIn(row));
        if (slipped.isPresent()) {
            return slipped;
        }
        String account = row.cell(List.of("企业微信账号"));
        if (account.isEmpty()) {
            return Optional.of(RosterPhrases.NO_ACCOUNT.say());
        }
        if (account.length() > PersonId.LONGEST) {
            return Optional.of(RosterPhrases.BAD_ACCOUNT.with("value", account));
        }
        String role = row.cell(List.of("角色"));
        if (!role.equals("教秘") && !role.equals("教务处")) {
            return Optional.of(RosterPhrases.NO_ROLE.with("value", role));
        }
        if (StrayNumbers.isOfDigits(row.cell(List.of("学院")))) {
            return Optional.of(RosterPhrases.COLLEGE_OF_DIGITS.say());
        }
        boolean needsCollege = role.equals("教秘") && row.cell(List.of("学院")).isEmpty();
        return needsCollege ? Optional.of(RosterPhrases.NO_COLLEGE.say()) : Optional.empty();
    }

    private static Member member(TableRow row) {
        boolean office = row.cell(List.of("角色")).equals("教务处");
        return new Member(
                new PersonId(row.cell(List.of("企业微信账号"))),
                office ? Role.OFFICE : Role.SECRETARY,
                office ? "" : row.cell(List.of("学院")),
                row.cell(List.of("姓名")),
                row.cell(List.of("邮箱")),
                row.cell(List.of("电话")));
    }
}
