package gradcheck.turn.student;

import gradcheck.domain.Season;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.Gaps.Gap;
import gradcheck.turn.TurnPhrases;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is said of a receipt by its number, and of confirmations that a restore of the database may have lost. */
final class LostReceipts {
    private static final Pattern RECEIPT = Pattern.compile("(?<!\\d)(20\\d{2})-?(\\d{5,})-(\\d{1,2})(?!\\d)");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final Season season;

    LostReceipts(Season season) {
        this.season = season;
    }

    /** The number of a receipt in what somebody says. */
    static Optional<String> named(String text) {
        Matcher receipt = RECEIPT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return receipt.find()
                ? Optional.of(receipt.group(1) + "-" + receipt.group(2) + "-" + receipt.group(3))
                : Optional.empty();
    }

    /**
     * What is known of the receipt that a student asks for; nobody is told of anybody else's.
     *
     * @param goesOn whether a question is open, which is the next step then
     */
    List<Say> about(String receipt, Tables tables, StudentView view, boolean goesOn) {
        Optional<Confirmations.Row> found = tables.confirmations().byReceipt(receipt);
        if (found.isPresent()) {
            return List.of(TurnPhrases.NOT_YOUR_RECEIPT.with("receipt", receipt), own(view));
        }
        Optional<Gap> gap = tables.gaps().latest(season.year());
        if (gap.isEmpty()) {
            return List.of(TurnPhrases.UNKNOWN_RECEIPT.with("receipt", receipt), own(view));
        }
        return withNext(
                TurnPhrases.LOST_RECEIPT.with(
                        "receipt",
                        receipt,
                        "from",
                        moment(gap.get().from()),
                        "until",
                        moment(gap.get().until())),
                view,
                goesOn);
    }

    /** How to see one's own, where there is one. */
    private static Say own(StudentView view) {
        return (view.confirmation().isPresent() ? TurnPhrases.OWN_RECEIPT : TurnPhrases.NO_RECEIPT).say();
    }

    /** What is said to who has no receipt: that it may have been lost, where something was. */
    List<Say> none(StudentView view, boolean goesOn) {
        return view.gap()
                .map(gap -> withNext(
                        TurnPhrases.LOST_CONFIRMATION.with("from", moment(gap.from()), "until", moment(gap.until())),
                        view,
                        goesOn))
                .orElseGet(() -> List.of(TurnPhrases.NO_RECEIPT.say()));
    }

    Say line(Gap gap) {
        return TurnPhrases.RECORD_LOST.with("from", moment(gap.from()), "until", moment(gap.until()));
    }

    private static List<Say> withNext(Say lost, StudentView view, boolean goesOn) {
        List<Say> says = new ArrayList<>(List.of(lost));
        if (!goesOn) {
            String word = view.confirmation().isPresent() ? "重新核对" : "开始核对";
            says.add(TurnPhrases.PROGRESS_WORD.with("word", word));
        }
        return says;
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(season.zone()));
    }
}
