package gradcheck.flows;

import gradcheck.verification.Fields;
import gradcheck.verification.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Corrections as people write them: 民族改为回族，专业改为法学; 第5项错了，应该是回族. */
final class Wishes {
    private static final Pattern CLAUSES = Pattern.compile("[，,；;。\\n]+");
    private static final String BECOMES = "(?:应该改为|应改为|改为|改成|换成|变更为|更正为|应该是|应当是|应为|应是|->|=>|→)";
    private static final Pattern CHANGE = Pattern.compile("(?:请|把|将|我的|帮我把)*(.*?)" + BECOMES + "(.+)");
    private static final Pattern ITEM = Pattern.compile("第?(\\d{1,2})(?:项|个|条)?");
    private static final Pattern WRONG = Pattern.compile("(.+?)(?:写错了|填错了|有误|不对|错了|有问题|要改|需要改)");

    private Wishes() {}

    /** A field and what it should be. */
    record Wish(RecordField field, String typed) {}

    /** Every correction in the message; empty when it holds none. */
    static List<Wish> in(String text, Fields fields) {
        List<Wish> wishes = new ArrayList<>();
        Optional<RecordField> last = Optional.empty();
        for (String clause : CLAUSES.split(text.strip(), -1)) {
            Matcher change = CHANGE.matcher(clause.strip());
            if (change.matches()) {
                Optional<RecordField> field = change.group(1).isBlank() ? last : field(change.group(1), fields);
                field.ifPresent(f -> wishes.add(new Wish(f, change.group(2))));
            } else {
                last = wrong(clause, fields);
            }
        }
        return wishes;
    }

    /** The field that is named alone, or said to be wrong without saying what is right. */
    static Optional<RecordField> wrong(String text, Fields fields) {
        Matcher wrong = WRONG.matcher(Said.bare(text));
        return field(wrong.matches() ? wrong.group(1) : text, fields);
    }

    /** By number, by name, or by a name followed by the value that is in the record. */
    private static Optional<RecordField> field(String text, Fields fields) {
        String name = Said.bare(text).replaceAll("^(我的|的)|(应该|从|由)$", "");
        Matcher item = ITEM.matcher(name);
        if (item.matches()) {
            return fields.numbered(Integer.parseInt(item.group(1)));
        }
        return fields.named(name).or(() -> fields.inOrder().stream()
                .filter(f -> name.matches(Pattern.quote(f.label()) + "\\s*[:：从由是]?\\s*\\S{1,20}"))
                .findFirst());
    }
}
