package gradcheck.roster;

import gradcheck.roster.read.RosterFile;
import gradcheck.roster.read.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Workbooks that are small to send and huge to read, read one after the other; a program of its own, so that its memory can
 * be bounded. Prints what became of each.
 */
final class HugeFiles {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String HEAD =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private static final String TITLES =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>";
    private static final String STRINGS_HEAD = "<sst><si><t>学号</t></si><si><t>姓名</t></si><si><t>学院</t></si>";
    private static final int MEGABYTE = 1024 * 1024;

    private HugeFiles() {}

    /** Writes a part of a workbook. */
    private interface Part {
        void write(OutputStream out) throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a shared text of 500 MB", workbook(STRINGS, out -> repeat(out, STRINGS_HEAD + "<si><t>", "a", 500)));
        files.put("a shared text of 46 MB", workbook(STRINGS, out -> {
            repeat(out, STRINGS_HEAD + "<si><t>", "a", 46);
            text(out, "</t></si></sst>");
        }));
        files.put("46 MB of runs in a text", workbook(STRINGS, out -> {
            repeat(out, STRINGS_HEAD + "<si>", "<r><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></r>", 46);
            text(out, "</si></sst>");
        }));
        files.put("a text of 46 MB in a cell", workbook(SHEET, out -> {
            repeat(out, HEAD + TITLES + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>", "a", 46);
            text(out, "</t></is></c></row></sheetData></worksheet>");
        }));
        files.put("a million shared texts", workbook(STRINGS, out -> {
            repeat(out, STRINGS_HEAD, "<si><t>abcdefghijklmnopqrstuvwxyz</t></si>", 46);
            text(out, "</sst>");
        }));
        files.put("46 MB of rows of 16,384 columns", workbook(SHEET, out -> {
            repeat(out, HEAD + TITLES, "<row><c r=\"XFD9\"><v>1</v></c></row>", 46);
            text(out, "</sheetData></worksheet>");
        }));
        files.put("eleven million cells in a row", workbook(SHEET, out -> {
            repeat(out, HEAD + TITLES + "<row>", "<c/>", 46);
            text(out, "</row></sheetData></worksheet>");
        }));
        files.put(
                "a column of ten letters",
                workbook(
                        SHEET,
                        out -> text(
                                out,
                                HEAD + TITLES + "<row r=\"2\"><c r=\"ABCDEFGHIJ2\"/></row></sheetData></worksheet>")));
        files.put(
                "a column by two 汉字",
                workbook(
                        SHEET,
                        out -> text(out, HEAD + TITLES + "<row r=\"2\"><c r=\"学号2\"/></row></sheetData></worksheet>")));
        files.put("a number of a million digits", workbook(SHEET, out -> {
            repeat(out, HEAD + TITLES + "<row r=\"2\"><c r=\"A2\"><v>", "9", 1);
            text(out, "</v></c></row></sheetData></worksheet>");
        }));
        files.put(
                "1E999999999",
                workbook(
                        SHEET,
                        out -> text(
                                out,
                                HEAD + TITLES
                                        + "<row r=\"2\"><c r=\"A2\"><v>1E999999999</v></c></row></sheetData></worksheet>")));
        files.put(
                "a formula",
                workbook(
                        SHEET,
                        out -> text(
                                out,
                                HEAD + TITLES
                                        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"str\"><f>cmd|' /C calc'!A0</f></c></row></sheetData></worksheet>")));
        files.put(
                "a field of 5 MB",
                ("学号,姓名,学院\n1,\"" + "a".repeat(5 * MEGABYTE - 100)).getBytes(StandardCharsets.UTF_8));
        files.put("2.5 million columns", (",".repeat(5 * MEGABYTE / 2) + "\n").getBytes(StandardCharsets.UTF_8));
        files.forEach(HugeFiles::read);
    }

    private static void read(String name, byte[] file) {
        long start = System.nanoTime();
        String verdict;
        try {
            verdict = new RosterFile(RosterFuzz.FIELDS)
                    .read(file, file[0] == 'P' ? "r.xlsx" : "r.csv", row -> {}).refused().stream()
                            .map(r -> r.why().phrase().key())
                            .distinct()
                            .toList()
                            .toString();
        } catch (UnreadableFile e) {
            verdict = e.why().phrase().key();
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(name + ": " + verdict + ", " + file.length / 1024 + " KB, " + millis + " ms");
    }

    /** Bytes that don't deflate beside it, so that the ratio alone does not give it away. */
    private static byte[] workbook(String part, Part content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> sound : RosterFuzz.SOUND.entrySet()) {
                zip.setLevel(Deflater.DEFAULT_COMPRESSION);
                zip.putNextEntry(new ZipEntry(sound.getKey()));
                if (sound.getKey().equals(part)) {
                    content.write(zip);
                } else {
                    text(zip, sound.getValue());
                }
            }
            zip.putNextEntry(new ZipEntry("docProps/noise"));
            byte[] noise = new byte[MEGABYTE];
            new SplittableRandom(1).nextBytes(noise);
            zip.write(noise);
        }
        return out.toByteArray();
    }

    private static void repeat(OutputStream out, String before, String unit, int megabytes) throws IOException {
        text(out, before);
        byte[] block = unit.repeat(8192).getBytes(StandardCharsets.UTF_8);
        for (long written = 0; written < (long) megabytes * MEGABYTE; written += block.length) {
            out.write(block);
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
