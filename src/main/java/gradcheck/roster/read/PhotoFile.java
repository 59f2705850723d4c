package gradcheck.roster.read;

import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.Dates;
import gradcheck.message.Phrase.Say;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the registrar's list of photo states by 学号 (interface.md §4). */
public final class PhotoFile {
    private static final List<String> NUMBER = List.of("学号", "XH");
    private static final List<String> STATE = List.of("学信网照片", "ZPZT");
    private static final List<String> DATE = List.of("更新日期");
    private static final StrayNumbers STRAYS = new StrayNumbers(
            NUMBER, Stream.concat(STATE.stream(), DATE.stream()).toList());
    /** A date cell of a spreadsheet is a number of days since then. */
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);

    private final LocalDate today;

    /** @param today what a row without a date is dated; a later date would outdate every list to come */
    public PhotoFile(LocalDate today) {
        this.today = today;
    }

    /** A student's photo as the list of that day has it. */
    public record PhotoState(String number, WebPhoto photo, LocalDate day) {}

    /** The states, and the rows that were refused. */
    public record Report(List<PhotoState> states, List<RosterFile.RefusedRow> refused) {}

    /** Reads the whole list. */
    public Report read(byte[] file, String name) throws UnreadableFile {
        List<PhotoState> states = new ArrayList<>();
        List<RosterFile.RefusedRow> refused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> header = SheetReader.read(file, name, row -> refusal(row, seen)
                .ifPresentOrElse(
                        why -> refused.add(new RosterFile.RefusedRow(row.number(), row.cells(), why)),
                        () -> states.add(new PhotoState(
                                row.cell(NUMBER),
                                WebPhoto.of(row.cell(STATE)).orElseThrow(),
                                day(row.cell(DATE))
                                        .filter(day -> !day.isAfter(today))
                                        .orElse(today)))));
        if (header.stream().noneMatch(NUMBER::contains) || header.stream().noneMatch(STATE::contains)) {
            throw new UnreadableFile(RosterPhrases.NO_HEADER.with("columns", "学号、学信网照片"));
        }
        return new Report(states, refused);
    }

    private Optional<Say> refusal(TableRow row, Set<String> seen) {
        String number = row.cell(NUMBER);
        String date = row.cell(DATE);
        Optional<Say> slipped = row.spoilt().or(() -> STRAYS.perhapsIn(row));
        if (slipped.isPresent()) {
            return slipped;
        }
        if (number.isEmpty()) {
            return Optional.of(RosterPhrases.NO_NUMBER.say());
        }
        if (WebPhoto.of(row.cell(STATE)).isEmpty()) {
            return Optional.of(RosterPhrases.NO_STATE.with("value", row.cell(STATE)));
        }
        if (!date.isEmpty() && day(date).isEmpty()) {
            return Optional.of(RosterPhrases.NO_DATE.with("value", date));
        }
        return seen.add(number) ? Optional.empty() : Optional.of(RosterPhrases.REPEATED.with("number", number));
    }

    private static Optional<LocalDate> day(String written) {
        if (written.matches("\\d{5}(\\.\\d+)?")) {
            return Optional.of(SPREADSHEET_EPOCH.plusDays(Long.parseLong(written.substring(0, 5))));
        }
        return Dates.standard(written).map(d -> LocalDate.parse(d, DateTimeFormatter.BASIC_ISO_DATE));
    }
}
