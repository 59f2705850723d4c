package gradcheck.roster.read;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import gradcheck.message.Phrase.Say;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads a CSV (UTF-8 with or without a byte order mark, or GB18030) or an XLSX row by row. */
final class SheetReader {
    private static final char BOM = '\uFEFF';
    /** A double keeps fifteen digits; a longer number in a number cell is no longer what was typed. */
    private static final int SAFE_DIGITS = 15;
    /** A number cell is a double: no true one has more, and written out 1E999999999 would fill the memory. */
    private static final int MOST_DIGITS = 400;

    /** What a spreadsheet writes into a CSV for a long number; what it stood for can't be told any more. */
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:\\.\\d+)?E\\+\\d{2,3}");

    /** Twice what a roster of 120,000 has; a sheet of sixteen thousand columns has it after three hundred rows. */
    private static final int MOST_CELLS = 5_000_000;
    /** No spreadsheet holds more in a cell; in a CSV it is a quotation mark that was never closed. */
    private static final int LONGEST_CELL = 32_767;

    private SheetReader() {}

    /** Gives every row below the header to {@code each}; the header's titles. */
    static List<String> read(byte[] file, String name, Consumer<TableRow> each) throws UnreadableFile {
        if (file.length > RosterFile.LARGEST_BYTES) {
            throw new UnreadableFile(RosterPhrases.TOO_LARGE.say());
        }
        boolean zip = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        if (!zip && name.toLowerCase(Locale.ROOT).matches(".*\\.xls[xm]?")) {
            throw new UnreadableFile(RosterPhrases.NOT_XLSX.say());
        }
        try {
            return zip ? xlsx(file, each) : csv(text(file), each);
        } catch (TooLarge e) {
            throw new UnreadableFile(RosterPhrases.TOO_LARGE.say());
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile(RosterPhrases.NOT_XLSX.say(), e);
        }
    }

    private static List<String> csv(String text, Consumer<TableRow> each) throws IOException {
        List<String> header = new ArrayList<>();
        Measure measure = new Measure();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            int number = 0;
            for (CsvRecord line : reader) {
                number++;
                List<String> values = measure.taken(line.getFields());
                if (isBlank(values)) {
                    continue;
                }
                if (header.isEmpty()) {
                    values.forEach(v -> header.add(v.strip()));
                } else {
                    each.accept(row(number, header, values, shifted(header, values)));
                }
            }
        }
        return header;
    }

    private static boolean isBlank(List<String> values) {
        return values.stream().allMatch(String::isBlank);
    }

    /** More than the header has titles for: a comma in a cell without quotation marks has moved what stands behind it. */
    private static Optional<Say> shifted(List<String> header, List<String> values) {
        return values.size() <= header.size() || isBlank(values.subList(header.size(), values.size()))
                ? Optional.empty()
                : Optional.of(RosterPhrases.SHIFTED.with("titles", header.size(), "cells", values.size()));
    }

    private static List<String> xlsx(byte[] file, Consumer<TableRow> each) throws IOException, UnreadableFile {
        ZipGuard.check(file);
        List<String> header = new ArrayList<>();
        Measure measure = new Measure();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                List<String> values =
                        measure.taken(row.stream().map(SheetReader::value).toList());
                if (isBlank(values)) {
                    return;
                }
                if (header.isEmpty()) {
                    values.forEach(v -> header.add(v.strip()));
                } else {
                    each.accept(row(row.getRowNum(), header, values, lost(row, header)));
                }
            });
        }
        return header;
    }

    private static TableRow row(int number, List<String> header, List<String> values, Optional<Say> spoilt) {
        Map<String, String> cells = new HashMap<>();
        Optional<Say> shortened = Optional.empty();
        for (int i = 0; i < Math.min(header.size(), values.size()); i++) {
            String value = oneLine(values.get(i));
            cells.put(header.get(i), value);
            if (shortened.isEmpty() && SHORTENED.matcher(value).matches()) {
                shortened = Optional.of(lost(header.get(i)));
            }
        }
        Optional<Say> written = shortened;
        return new TableRow(number, cells, spoilt.or(() -> written));
    }

    private static Say lost(String column) {
        return RosterPhrases.LOST_DIGITS.with("column", column);
    }

    /** A line break or a tab in a cell came along by accident; no value of ours has one. */
    private static String oneLine(String value) {
        return value.codePoints().noneMatch(Character::isISOControl)
                ? value.strip()
                : value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String value(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        return cell.getType() == CellType.NUMBER ? plain(cell) : cell.getText();
    }

    private static String plain(Cell cell) {
        String raw = cell.getRawValue();
        if (raw.length() > MOST_DIGITS) {
            throw new TooLarge();
        }
        BigDecimal number = new BigDecimal(raw).stripTrailingZeros();
        return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }

    /** More digits than a double keeps, or so many that they were not even written out. */
    private static boolean isLost(String plain) {
        return plain.length() > SAFE_DIGITS || plain.indexOf('E') >= 0;
    }

    private static Optional<Say> lost(Row row, List<String> header) {
        return row.stream()
                .filter(c -> c != null && c.getType() == CellType.NUMBER && isLost(plain(c)))
                .map(c -> c.getColumnIndex() < header.size() ? header.get(c.getColumnIndex()) : "")
                .map(SheetReader::lost)
                .findFirst();
    }

    private static String text(byte[] file) throws CharacterCodingException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        }
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    /** What was read so far of a list: one that is larger than any list is given up before it fills the memory. */
    private static final class Measure {
        private int cells;

        List<String> taken(List<String> values) {
            cells += values.size();
            if (cells > MOST_CELLS || values.stream().anyMatch(v -> v.length() > LONGEST_CELL)) {
                throw new TooLarge();
            }
            return values;
        }
    }

    /** The list is larger than any list. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
