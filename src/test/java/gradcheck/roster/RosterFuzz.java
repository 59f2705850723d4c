package gradcheck.roster;

import gradcheck.app.TestSettings;
import gradcheck.domain.Fields;
import gradcheck.message.PersonId;
import gradcheck.roster.read.PhotoFile;
import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.StaffFile;
import gradcheck.roster.read.UnreadableFile;
import gradcheck.roster.write.ErrorsFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Any bytes as a list: a CSV, a whole archive, or one part of a workbook whose other parts are sound, for nothing mutated
 * by chance would get through a deflated archive. Only {@link UnreadableFile} may come out, or rows that can be used.
 */
public final class RosterFuzz {
    static final Fields FIELDS = TestSettings.season().fields();
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 15);
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    static final Map<String, String> SOUND = new TreeMap<>(Map.of(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>",
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    + "<sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
            SHEET,
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" t=\"s\"><v>4</v></c><c r=\"C2\" t=\"s\"><v>5</v></c></row>"
                    + "</sheetData></worksheet>",
            STRINGS,
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>学号</t></si><si><t>姓名</t></si>"
                    + "<si><t>学院</t></si><si><t>1</t></si><si><t>李四</t></si><si><t>文学院</t></si></sst>"));

    private RosterFuzz() {}

    /** Called before the first input, whose time is taken: the config has been read by then. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        switch (input[0]) {
            case 'c' -> read(rest, "r.csv");
            case 'z' -> read(rest, "r.xlsx");
            case 't' -> read(workbook(STRINGS, rest), "r.xlsx");
            case 'w' -> read(workbook("xl/workbook.xml", rest), "r.xlsx");
            default -> read(workbook(SHEET, rest), "r.xlsx");
        }
    }

    private static void read(byte[] file, String name) throws IOException {
        try {
            RosterFile.Report report = new RosterFile(FIELDS).read(file, name, RosterFuzz::check);
            ErrorsFile.write(new ByteArrayOutputStream(), report.refused(), say -> say.phrase()
                    .key());
        } catch (UnreadableFile e) {
            check(e);
        }
        try {
            new PhotoFile(TODAY).read(file, name).states().forEach(s -> {
                if (s.number().isEmpty() || s.day().isAfter(TODAY)) {
                    throw new AssertionError("a photo of nobody or of a day to come: " + s);
                }
            });
        } catch (UnreadableFile e) {
            check(e);
        }
        try {
            new StaffFile().read(file, name);
        } catch (UnreadableFile e) {
            check(e);
        }
    }

    private static void check(RosterFile.Enrolment row) {
        boolean isUsable = !row.student().number().isEmpty()
                && !row.student().name().isEmpty()
                && !row.student().college().isEmpty()
                && row.person().value().length() <= PersonId.LONGEST;
        boolean isOneLine =
                row.cells().values().stream().flatMapToInt(String::codePoints).noneMatch(Character::isISOControl);
        if (!isUsable || !isOneLine) {
            throw new AssertionError("a row that nobody can use: " + row);
        }
    }

    /** A fault of our own may not pass for a bad file. */
    private static void check(UnreadableFile e) {
        if (e.getCause() instanceof NullPointerException
                && e.getCause().getStackTrace()[0].getClassName().startsWith("gradcheck.")) {
            throw new AssertionError("a fault of our own", e);
        }
    }

    private static byte[] workbook(String part, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> sound : SOUND.entrySet()) {
                zip.putNextEntry(new ZipEntry(sound.getKey()));
                zip.write(
                        sound.getKey().equals(part) ? content : sound.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
