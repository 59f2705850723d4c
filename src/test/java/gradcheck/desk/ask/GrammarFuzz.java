package gradcheck.desk.ask;

import gradcheck.app.TestSettings;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.store.query.StudentQueries.Place;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Any text as a question to the desk. Nothing may be thrown, and nothing the question says of nobody may be made up. */
public final class GrammarFuzz {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 15);
    private static final int LONGEST = 2000;
    private static final Set<String> PEOPLE = Set.of("张三", "李伟", "阿依古丽·买买提", "还有谁", "马全");
    private static final List<Place> PLACES = List.of(
            new Place("信息科学与工程学院", "计算2301班", "计算机科学与技术"),
            new Place("信息科学与工程学院", "萃英班", "软件工程"),
            new Place("化学化工学院", "化学2303班", "化学"),
            new Place("", "", ""));
    private static final Grammar GRAMMAR =
            new Grammar(TestSettings.lexicon(), TestSettings.season().fields());

    private GrammarFuzz() {}

    /** Called before the first input, whose time is taken: the config has been read by then. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        String said = text.substring(0, Math.min(LONGEST, text.length()));
        Set<String> people = Grammar.candidates(PlainText.of(said)).stream()
                .filter(PEOPLE::contains)
                .collect(Collectors.toSet());
        GRAMMAR.read(said, new NameIndex(PLACES, people), MONDAY).ifPresent(reading -> check(said, people, reading));
    }

    private static void check(String said, Set<String> people, ParsedQuestion reading) {
        boolean isMadeUp =
                !reading.people().stream().map(TextNormalizer::nameKey).allMatch(people::contains)
                        || (!said.isBlank() && reading.line().isBlank());
        if (isMadeUp) {
            throw new AssertionError("read what was not said: " + reading.line());
        }
    }
}
