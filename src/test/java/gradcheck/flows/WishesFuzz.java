package gradcheck.flows;

import gradcheck.app.TestSettings;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.domain.value.Exposed;
import gradcheck.domain.value.ListedValues;
import gradcheck.domain.value.ParsedValue;
import gradcheck.domain.value.Values;
import gradcheck.flows.record.ChangeRequests;
import gradcheck.flows.record.RecordPhrases;
import gradcheck.language.ChoiceSet;
import gradcheck.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any text as a student's correction, and as the value of every field: what is taken once is taken again as it is. */
public final class WishesFuzz {
    private static final int LONGEST = 2000;
    private static final Fields FIELDS = TestSettings.season().fields();
    private static final Student STUDENT = new Student(
            "320230100002",
            Map.of("XM", "王五", "XB", "男", "MZ", "汉族", "ZZMM", "共青团员", "ZJLX", "居民身份证", "BH", "计算2301班", "XZ", "4"),
            WebPhoto.UNKNOWN,
            false);

    private static final Language LANGUAGE = language();
    private static final ChoiceSet PARTY = ChoiceSet.of(RecordPhrases.PARTY_CHOICES);

    private WishesFuzz() {}

    private static Language language() {
        try {
            return TestSettings.language();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called before the first input, whose time is taken: the config has been read by then. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        String said = text.substring(0, Math.min(LONGEST, text.length()));
        for (boolean numbered : List.of(true, false)) {
            ChangeRequests wishes = new ChangeRequests(STUDENT, FIELDS, ListedValues.NONE, numbered);
            wishes.wrong(said);
            for (ChangeRequests.Wish wish : wishes.in(said, FIELDS.named("民族"))) {
                if (wish instanceof ChangeRequests.Change change) {
                    take(change.field(), change.typed());
                }
            }
        }
        LANGUAGE.hear(said).choice(PARTY);
        Exposed.in(said, Optional.of(STUDENT));
        FIELDS.inOrder().forEach(field -> take(field, said));
    }

    private static void take(RecordField field, String typed) {
        if (Values.read(field, typed, STUDENT) instanceof ParsedValue.Accepted taken) {
            Values.caution(field, taken.value(), STUDENT);
            ParsedValue again = Values.read(field, taken.value(), STUDENT);
            if (!taken.equals(again)) {
                throw new AssertionError(field.code() + " took " + taken + " and then " + again);
            }
        }
    }
}
