package gradcheck.roster.read;

import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.CertificateNumber;
import gradcheck.domain.value.CertificateType;
import gradcheck.domain.value.Doubts;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads a roster (interface.md §4): a row is refused only for what makes it useless, everything else is flagged. */
public final class RosterFile {
    /** No list is read that is larger: each stands in memory as a whole while it is read. */
    public static final int LARGEST_BYTES = 5 * 1024 * 1024;

    private static final List<String> ACCOUNT = List.of("企业微信账号", "WXID");
    static final String PHOTO_TITLE = "学信网照片";
    private static final List<String> PHOTO = List.of(PHOTO_TITLE, "ZPZT");
    static final String RETAKEN_TITLE = "重拍";
    private static final List<String> RETAKEN = List.of(RETAKEN_TITLE, "CP");
    private static final List<String> REMARK = List.of("备注", "BZ");

    /** 考生号, whose values are fourteen or fifteen digits. */
    private static final String EXAMINATION_NUMBER = "KSH";

    private final Fields fields;
    private final StrayNumbers strays;

    public RosterFile(Fields fields) {
        this.fields = fields;
        List<String> ofCodes = new ArrayList<>(ACCOUNT);
        List<String> ofWords = new ArrayList<>(PHOTO);
        ofWords.addAll(RETAKEN);
        for (RecordField field : fields.inOrder()) {
            boolean isCode = field.code().equals("XH") || field.code().equals(EXAMINATION_NUMBER);
            if (!field.code().equals(RecordField.CERTIFICATE_NUMBER)) {
                (isCode ? ofCodes : ofWords).addAll(List.of(field.label(), field.code()));
            }
        }
        this.strays = new StrayNumbers(ofCodes, ofWords);
    }

    /**
     * A row that goes in.
     *
     * @param flagged something in it looks wrong
     * @param number the row's number in the file
     */
    public record Enrolment(PersonId person, Student student, boolean flagged, int number, Map<String, String> cells) {
        RefusedRow refused(Say why) {
            return new RefusedRow(number, cells, why);
        }

        /** Whether the row itself names an account; else it is the 学号. */
        boolean namesAccount() {
            return ACCOUNT.stream()
                    .anyMatch(title -> !cells.getOrDefault(title, "").isEmpty());
        }
    }

    /**
     * What the file speaks of: a column that isn't there leaves what is stored as it is.
     *
     * @param fields the codes of the record's fields
     */
    public record Columns(Set<String> fields, boolean hasAccount, boolean hasRetaken) {
        public Columns {
            fields = Set.copyOf(fields);
        }
    }

    /** A row that doesn't, by its number in the file. */
    public record RefusedRow(int number, Map<String, String> cells, Say why) {}

    /** What became of the rows. */
    public record Report(
            int taken, int flagged, List<RefusedRow> refused, List<String> unknownColumns, Columns columns) {}

    /**
     * Reads the file and gives every row that is good enough to {@code take}.
     *
     * @param name the file's name, for its ending
     * @throws UnreadableFile if it is no CSV and no XLSX, or lacks a column it needs
     */
    public Report read(byte[] file, String name, Consumer<Enrolment> take) throws UnreadableFile {
        List<RefusedRow> refused = new ArrayList<>();
        List<Enrolment> taken = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> header = SheetReader.read(file, name, row -> {
            Optional<Say> why = refusal(row, seen);
            if (why.isPresent()) {
                refused.add(new RefusedRow(row.number(), row.cells(), why.get()));
            } else {
                taken.add(enrolment(row));
            }
        });
        check(header);
        strays.refuseLonely(taken, refused);
        refuseSharedAccounts(taken, refused);
        refused.sort(Comparator.comparingInt(RefusedRow::number));
        taken.forEach(take);
        int flagged = (int) taken.stream().filter(Enrolment::flagged).count();
        return new Report(taken.size(), flagged, refused, unknown(header), columns(header));
    }

    /** Without one of these columns every row would be refused, and of two of a kind nobody can say which is meant. */
    private void check(List<String> header) throws UnreadableFile {
        for (String code : List.of("XH", "XM", "FY")) {
            if (header.stream().noneMatch(titles(code)::contains)) {
                throw new UnreadableFile(RosterPhrases.NO_HEADER.with("columns", "学号、姓名、学院"));
            }
        }
        List<String> unread = unknown(header);
        Set<String> seen = new HashSet<>();
        for (String title : header) {
            boolean isRead = !title.isEmpty() && !unread.contains(title) && !REMARK.contains(title);
            if (isRead && !seen.add(title)) {
                throw new UnreadableFile(RosterPhrases.TITLE_TWICE.with("column", title));
            }
        }
    }

    /** All of them: whichever were let in could be shown another's record. */
    private static void refuseSharedAccounts(List<Enrolment> taken, List<RefusedRow> refused) {
        Map<PersonId, List<Enrolment>> claims = new LinkedHashMap<>();
        taken.forEach(
                e -> claims.computeIfAbsent(e.person(), p -> new ArrayList<>()).add(e));
        claims.values().removeIf(rows -> rows.size() == 1);
        claims.forEach((person, rows) -> rows.forEach(row -> {
            taken.remove(row);
            String others = rows.stream()
                    .filter(r -> r.number() != row.number())
                    .map(r -> r.student().number())
                    .collect(Collectors.joining("、"));
            refused.add(row.refused(RosterPhrases.SHARED_ACCOUNT.with("account", person.value(), "others", others)));
        }));
    }

    private Columns columns(List<String> header) {
        Set<String> codes = new HashSet<>();
        for (RecordField field : fields.inOrder()) {
            if (header.contains(field.label()) || header.contains(field.code())) {
                codes.add(field.code());
            }
        }
        return new Columns(
                codes,
                header.stream().anyMatch(ACCOUNT::contains),
                header.stream().anyMatch(RETAKEN::contains));
    }

    private Optional<Say> refusal(TableRow row, Set<String> seen) {
        String number = row.cell(titles("XH"));
        Optional<Say> slipped = row.spoilt().or(() -> strays.surelyIn(row));
        if (slipped.isPresent()) {
            return slipped;
        }
        if (number.isEmpty()) {
            return Optional.of(RosterPhrases.NO_NUMBER.say());
        }
        if (StrayNumbers.hasHan(number)) {
            return Optional.of(RosterPhrases.NUMBER_OF_WORDS.with("value", number));
        }
        if (row.cell(titles("XM")).isEmpty()) {
            return Optional.of(RosterPhrases.NO_NAME.say());
        }
        if (row.cell(titles("FY")).isEmpty()) {
            return Optional.of(RosterPhrases.NO_COLLEGE.say());
        }
        if (StrayNumbers.isOfDigits(row.cell(titles("FY")))) {
            return Optional.of(RosterPhrases.COLLEGE_OF_DIGITS.say());
        }
        String account = row.cell(ACCOUNT).isEmpty() ? number : row.cell(ACCOUNT);
        if (account.length() > PersonId.LONGEST) {
            return Optional.of(RosterPhrases.BAD_ACCOUNT.with("value", account));
        }
        return seen.add(number) ? Optional.empty() : Optional.of(RosterPhrases.REPEATED.with("number", number));
    }

    private Enrolment enrolment(TableRow row) {
        Map<String, String> values = new HashMap<>();
        for (RecordField field : fields.inOrder()) {
            String value = row.cell(List.of(field.label(), field.code()));
            if (!value.isEmpty()) {
                values.put(field.code(), standard(field.code(), value));
            }
        }
        String number = row.cell(titles("XH"));
        WebPhoto photo = WebPhoto.of(row.cell(PHOTO)).orElse(WebPhoto.UNKNOWN);
        Student student = new Student(number, values, photo, row.cell(RETAKEN).equals("是"));
        String account = row.cell(ACCOUNT);
        return new Enrolment(
                new PersonId(account.isEmpty() ? number : account),
                student,
                !Doubts.of(student, fields).isEmpty(),
                row.number(),
                row.cells());
    }

    /** The official name of a certificate type, and numbers without spaces; nothing else is touched. */
    private static String standard(String code, String value) {
        return switch (code) {
            case RecordField.CERTIFICATE_TYPE -> CertificateType.named(value)
                    .map(CertificateType::title)
                    .orElse(value);
            case RecordField.CERTIFICATE_NUMBER -> CertificateNumber.normal(value);
            default -> value;
        };
    }

    private List<String> titles(String code) {
        return fields.byCode(code).map(f -> List.of(f.label(), f.code())).orElse(List.of(code));
    }

    private List<String> unknown(List<String> header) {
        Set<String> known = new HashSet<>();
        fields.inOrder().forEach(f -> known.addAll(List.of(f.label(), f.code())));
        List.of(ACCOUNT, PHOTO, RETAKEN, REMARK).forEach(known::addAll);
        return header.stream().filter(h -> !h.isEmpty() && !known.contains(h)).toList();
    }
}
