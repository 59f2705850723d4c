package gradcheck.roster;

import gradcheck.verification.WebPhoto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the registrar's list of photo states by 学号 (interface.md §4). */
public final class PhotoFile {
    private static final List<String> NUMBER = List.of("学号", "XH");
    private static final List<String> STATE = List.of("学信网照片", "ZPZT");

    /** A student's photo; {@code date} is the list's 更新日期, empty where it has none. */
    public record PhotoState(String number, WebPhoto photo, String date) {}

    /** The states, and the rows that were refused. */
    public record Report(List<PhotoState> states, List<RosterFile.RefusedRow> refused) {}

    /** Reads the whole list. */
    public Report read(byte[] file, String name) throws UnreadableFile {
        List<PhotoState> states = new ArrayList<>();
        List<RosterFile.RefusedRow> refused = new ArrayList<>();
        List<String> header = Table.read(file, name, row -> {
            String number = row.cell(NUMBER);
            Optional<WebPhoto> photo = WebPhoto.of(row.cell(STATE));
            if (number.isEmpty()) {
                refused.add(new RosterFile.RefusedRow(row.number(), row.cells(), RosterPhrases.NO_NUMBER.say()));
            } else if (photo.isEmpty()) {
                refused.add(new RosterFile.RefusedRow(
                        row.number(), row.cells(), RosterPhrases.NO_STATE.with("value", row.cell(STATE))));
            } else {
                states.add(new PhotoState(number, photo.get(), row.cell(List.of("更新日期"))));
            }
        });
        if (header.stream().noneMatch(NUMBER::contains)) {
            throw new UnreadableFile(RosterPhrases.NO_HEADER.with("columns", "学号、学信网照片"));
        }
        return new Report(states, refused);
    }
}
