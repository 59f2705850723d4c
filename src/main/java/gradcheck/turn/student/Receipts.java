package gradcheck.turn.student;

import gradcheck.domain.Correction;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.domain.Student;
import gradcheck.flows.record.RecordConfirmed;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.Reopenings;
import gradcheck.turn.TurnPhrases;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Makes a confirmation out of what a student confirmed: appended to the chain, its corrections handed to the college. */
public final class Receipts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    /** Enough of the hash to compare by eye. */
    private static final int CODE = 8;

    private static final int SALT_BYTES = 16;

    private final Season season;
    private final Clock clock;
    private final SecureRandom random;

    public Receipts(Season season, Clock clock, SecureRandom random) {
        this.season = season;
        this.clock = clock;
        this.random = random;
    }

    /** Stores the confirmation and says its receipt. */
    Say confirm(Tables tables, StudentView view, RecordConfirmed confirmed) {
        Instant now = clock.instant();
        List<Correction> corrections = confirmed.corrections().stream()
                .map(RecordConfirmed.Detailed::correction)
                .toList();
        Confirmations.Row row =
                tables.confirmations().append(confirmation(tables, view, corrections, confirmed.reason(), now));
        if (row.version() > 1) {
            // What was submitted in the 注册系统 was the version before; the receipt sends the student there again (R17).
            tables.photoFacts().forget(season.year(), row.number(), PhotoFact.SUBMITTED);
            tables.reopenings()
                    .put(
                            season.year(),
                            new Reopenings.Row(
                                    row.number(),
                                    row.version(),
                                    confirmed.reason(),
                                    view.enrolled().person().value(),
                                    now));
        }
        new CorrectionUpdate(tables, season, view, now).apply(row.version(), confirmed);
        return receipt(view, row, corrections);
    }

    Say shown(Confirmations.Row row) {
        return TurnPhrases.MY_RECEIPT.with(
                "receipt", row.receipt(), "result", row.result(), "time", time(row.confirmedAt()), "code", code(row));
    }

    String time(Instant at) {
        return TIME.format(at.atZone(season.zone()));
    }

    private Say receipt(StudentView view, Confirmations.Row row, List<Correction> corrections) {
        Say next = next(
                view,
                corrections.isEmpty(),
                row.confirmedAt().atZone(season.zone()).toLocalDate());
        if (corrections.isEmpty()) {
            return TurnPhrases.RECEIPT_RIGHT.with(
                    "receipt", row.receipt(), "time", time(row.confirmedAt()), "code", code(row), "next", next);
        }
        return TurnPhrases.RECEIPT_CORRECTED.with(
                "receipt", row.receipt(),
                "time", time(row.confirmedAt()),
                "code", code(row),
                "lines", corrections.stream().map(Correction::remark).toList(),
                "secretary", view.contacts().secretary(),
                "next", next);
    }

    private Say next(StudentView view, boolean isRight, LocalDate today) {
        if (season.registrationRequired()) {
            return isRight ? TurnPhrases.NEXT_REGISTRATION.say() : TurnPhrases.NEXT_REGISTRATION_REMARK.say();
        }
        if (view.status(today).isPhotoDone()) {
            return TurnPhrases.NEXT_NOTHING.say();
        }
        boolean hasLooked = view.fact(PhotoFact.WEB).isPresent();
        return hasLooked ? TurnPhrases.NEXT_PROGRESS.say() : TurnPhrases.NEXT_PHOTO.say();
    }

    private Confirmations.New confirmation(
            Tables tables, StudentView view, List<Correction> corrections, String reason, Instant now) {
        Student student = view.student();
        int version = view.confirmation().map(c -> c.version() + 1).orElse(1);
        String receipt = view.confirmation()
                .map(c -> c.receipt().replaceAll("\\d+$", Integer.toString(version)))
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "%d-%05d-%d",
                        season.year(),
                        tables.confirmations().nextSerial(season.year()),
                        version));
        ZonedDateTime at = now.atZone(season.zone());
        boolean late = view.standing()
                .until()
                .or(season::recordCloses)
                .filter(at.toLocalDate()::isAfter)
                .isPresent();
        String result = corrections.isEmpty() ? "无误" : "有更正";
        String remark =
                String.join("；", corrections.stream().map(Correction::remark).toList());
        List<String> columns = List.of(
                receipt,
                student.number(),
                student.name(),
                student.college(),
                student.value("ZYMC"),
                student.className(),
                result,
                remark,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at),
                late ? "是" : "否",
                Integer.toString(version));
        return new Confirmations.New(
                season.year(),
                student.college(),
                receipt,
                student.number(),
                version,
                result,
                now,
                late,
                columns,
                salt(),
                new TreeMap<>(student.values()) + reason);
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static String code(Confirmations.Row row) {
        return row.hash().substring(0, CODE);
    }
}
