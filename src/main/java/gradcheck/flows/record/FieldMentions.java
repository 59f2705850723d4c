package gradcheck.flows.record;

import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.value.CertificateType;
import gradcheck.domain.value.Ethnicity;
import gradcheck.domain.value.ListedValues;
import gradcheck.domain.value.PoliticalStatus;
import gradcheck.domain.value.ValueCheck;
import gradcheck.flows.record.ChangeRequests.Change;
import gradcheck.flows.record.ChangeRequests.TakeBack;
import gradcheck.flows.record.ChangeRequests.Wish;
import gradcheck.language.NormalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Corrections found by the values they name, wherever in a sentence they stand: 那民族呢汉族不对嘛应该土家族哈. A value of a
 * closed list can be told from the words around it, so nothing but the value is ever taken; what stands before and after it
 * says whether it is what the record has, or what it should have.
 *
 * @param listed the season's closed lists
 */
record FieldMentions(Student student, Fields fields, ListedValues listed) {
    /** Longer than any name of a college, a major or a class. */
    private static final int LONGEST = 30;
    /** With these a word ends before the name of a college, a major or a class. */
    private static final String BEFORE_NAME = "是在成为了到就叫去入从由把的改写填转第和与或跟我业级院班对错该";

    /** Longer than any other value. */
    private static final int LONGEST_CLOSED = 16;
    /** Who writes more than that in one breath names values somewhere else in it. */
    private static final int LONGEST_TEXT = 600;

    private static final Pattern CLAUSE = Pattern.compile("[，,。；;！!\\n]+");
    /** What is said of the value after it: it is what the record has. */
    private static final Pattern WRONG_AFTER =
            Pattern.compile("^[\\s”\"』]*(?:的)?(?:不对|错|写错|有误|不是|改成|改为|换成|→|->|=>|[,，]?应该|[,，]?其实)");
    /** Before the value: what the record has, or had. */
    private static final Pattern WAS_BEFORE = Pattern.compile(
            "(?:不是|不叫|并非|不应该是|而不是|写成了?|填成了?|录成了?|弄成了?|搞成了?|登记成了?|显示成?的?是?|写的是?|填的是?|从|由|原来是?|以前是?|之前是?|本来是|上面是|系统里?是|还是)[\\s“\"『]*$");
    /** Before the value: what it should be. */
    private static final Pattern BECOMES_BEFORE = Pattern.compile(
            "(?:改|换|变|更正|更新|修改|写|填|弄)(?:成|为|回|到)?(?:了)?[\\s“\"『:：]*$|应该?(?:是|为|写|填|改)?[成为]?[\\s“\"『:：]*$|(?:→|->|=>)\\s*$");

    private static final Pattern IS_BEFORE = Pattern.compile("(?<!不)(?:是|为|成了|成为了?|入了?|加入了?)[\\s“\"『:：]*$");
    private static final Pattern I_BEFORE =
            Pattern.compile("我(?:现在|已经|其实|明明|本来)?在?$|我(?:现在|已经|其实|明明)?(?:是|成)(?:了|为)?[\\s“\"『]*$");
    private static final Pattern ASKS =
            Pattern.compile("[?？]|吗|怎么|什么|咋|哪|啥|([\\p{IsHan}&&[^不没]])[不没]\\1|如何|多少|谁|可以不|行不|呢$");
    /** A polite order, though it asks. */
    private static final Pattern BEGS = Pattern.compile("帮|麻烦|请|给我改|要改|想改|说了|说过");
    /** Somebody else's. */
    private static final Pattern OTHERS_BEFORE = Pattern.compile(
            "(?:妈|爸|爷爷|奶奶|外公|外婆|姥|父|母|哥|姐|弟|妹|他|她|室友|舍友|同学|朋友|家里|家人|全家)[^，,。]{0,6}(?:是|成了?)[\\s“\"『]*$");

    private static final Pattern WANTS = Pattern.compile("改|换成|错|不对|有误|应该|更正|要写|写成|转[^，,]{0,3}了|调[到去]|分到");
    private static final Pattern PART = Pattern.compile("[\\s，,。；;！!、]+");
    private static final Pattern CALLED_WRONG = Pattern.compile("错|(?<!没|没有)不对|不是|有误|改[成为]|应该");
    private static final Pattern DROPS =
            Pattern.compile("不改了|不用改|别改|不要改|先不改|不要了|不要那条|删掉|删了|删除|去掉|撤掉|撤回|撤销|先不交|不交了|不更正|保持原样|改回去|改回来|别动");
    /** Not yet true, or asked about: nothing to be written down. */
    private static final Pattern NOT_YET = Pattern.compile("(?:还没|没有|尚未|等|快要|马上|准备|打算|下周|下个月|以后|申请).{0,8}$");

    /**
     * A value somebody named.
     *
     * @param isPresent whether it is said to be the right one, and is what the record has
     */
    private record Mention(RecordField field, String value, boolean isWanted, boolean isPresent) {}

    /** What is wished of the fields whose values can be told; in the order in which they were named. */
    List<Wish> in(String text, Optional<RecordField> inHand) {
        if (text.length() > LONGEST_TEXT) {
            return List.of();
        }
        Map<RecordField, Wish> wishes = new LinkedHashMap<>();
        for (String clause : CLAUSE.split(NormalizedText.folded(text), -1)) {
            Optional<RecordField> named = lastNamed(clause);
            Optional<RecordField> about = named.or(() -> wishes.isEmpty() ? inHand : Optional.empty());
            List<Mention> mentions = mentions(clause, about.or(() -> inHand));
            mentions.stream()
                    .filter(Mention::isWanted)
                    .forEach(m -> wishes.put(m.field(), new Change(m.field(), whole(m))));
            if (mentions.stream().noneMatch(Mention::isWanted) && named.isPresent() && drops(clause)) {
                wishes.put(named.get(), new TakeBack(named.get()));
            }
        }
        return new ArrayList<>(wishes.values());
    }

    /** A number alone stands for the class of that number. */
    private String whole(Mention mention) {
        boolean isNumber = Character.isDigit(mention.value().charAt(0));
        return isNumber ? sibling(mention.field(), mention.value()).orElse(mention.value()) : mention.value();
    }

    /**
     * The field that is said to be what the record has already, as if it were news: 专业转了，现在是化学. Empty where something else is
     * wished, or nothing like it is said.
     */
    Optional<RecordField> isAlready(String text) {
        String folded = NormalizedText.folded(text);
        return text.length() > LONGEST_TEXT
                        || !WANTS.matcher(folded).find()
                        || ASKS.matcher(folded).find()
                ? Optional.empty()
                : CLAUSE.splitAsStream(folded)
                        .flatMap(clause -> mentions(clause, lastNamed(clause)).stream()
                                .filter(m -> m.field().check() != ValueCheck.CERTIFICATE_TYPE
                                        || lastNamed(clause)
                                                .filter(m.field()::equals)
                                                .isPresent()))
                        .filter(Mention::isPresent)
                        .map(Mention::field)
                        .findFirst();
    }

    /** Whether a clause asks, and begs for nothing: 姓名是不是要和身份证一样. */
    static boolean asks(String clause) {
        return ASKS.matcher(clause).find() && !BEGS.matcher(clause).find();
    }

    /** Fields that are said to be wrong, each in words of its own: what they should be may not have been heard. */
    List<RecordField> calledWrong(String text) {
        return text.length() > LONGEST_TEXT
                ? List.of()
                : PART.splitAsStream(NormalizedText.folded(text))
                        .filter(part -> CALLED_WRONG.matcher(part).find()
                                && !drops(part)
                                && !ASKS.matcher(part).find())
                        .flatMap(part -> lastNamed(part).stream())
                        .filter(field -> field.editClass() != EditClass.LOCKED)
                        .distinct()
                        .toList();
    }

    /** Beside the fields' own names: 性别改为男 takes nothing back. */
    private boolean drops(String clause) {
        String rest = clause;
        for (RecordField field : fields.inOrder()) {
            for (String name : field.names()) {
                rest = rest.replace(name, " ");
            }
        }
        return DROPS.matcher(rest).find();
    }

    private List<Mention> mentions(String clause, Optional<RecordField> about) {
        List<Mention> found = new ArrayList<>();
        for (RecordField field : fields.inOrder()) {
            if (field.editClass() != EditClass.LOCKED) {
                found.addAll(
                        mentionsOf(field, clause, about.filter(field::equals).isPresent()));
            }
        }
        return found;
    }

    private List<Mention> mentionsOf(RecordField field, String clause, boolean isAbout) {
        List<Mention> found = new ArrayList<>();
        int from = 0;
        while (from < clause.length()) {
            boolean isPart = field.check() == ValueCheck.TEXT && isInsideName(clause, from);
            int length = isPart ? 0 : valueAt(field, clause, from, isAbout);
            if (length == 0) {
                from++;
                continue;
            }
            String value = clause.substring(from, from + length);
            found.add(judged(field, value, clause.substring(0, from), clause.substring(from + length), isAbout));
            from += length;
        }
        return found;
    }

    /** 应用化学 is not 化学, and the number in 软件2301班 is no class of its own. */
    private static boolean isInsideName(String clause, int from) {
        return from > 0
                && Character.isLetterOrDigit(clause.charAt(from - 1))
                && BEFORE_NAME.indexOf(clause.charAt(from - 1)) < 0;
    }

    private Mention judged(RecordField field, String value, String before, String after, boolean isAbout) {
        boolean isNow = standard(field, value)
                .filter(student.value(field.code())::equals)
                .isPresent();
        boolean isSaidToBe = IS_BEFORE.matcher(before).find();
        // 是土家族不是汉族 says of the first what it is.
        boolean isContrast = isSaidToBe && after.strip().startsWith("不是");
        boolean isWas = WAS_BEFORE.matcher(before).find()
                || (!isContrast && WRONG_AFTER.matcher(after).find());
        boolean isTold = BECOMES_BEFORE.matcher(before).find();
        boolean isSaid = isTold
                || isSaidToBe
                || I_BEFORE.matcher(before).find()
                || (isAbout && (WANTS.matcher(before).find() || isAlone(before, after)));
        boolean isAsked =
                ASKS.matcher(around(before) + value + after.split(" ", 2)[0]).find()
                        && !BEGS.matcher(before).find();
        boolean isOthers = OTHERS_BEFORE.matcher(before).find();
        boolean isWanted = isSaid
                && !isNow
                && !isAsked
                && !isOthers
                && (isTold || !isWas)
                && !NOT_YET.matcher(before).find();
        return new Mention(field, value, isWanted, isSaid && isNow && !isAsked && !isOthers && !isWas);
    }

    /** What stands before a value up to the last gap: 在吗 says nothing of what comes after it. */
    private static String around(String before) {
        return before.substring(before.lastIndexOf(' ') + 1);
    }

    /** Hardly anything but the value was said. */
    private boolean isAlone(String before, String after) {
        String rest = NormalizedText.plain(before + after);
        return rest.length() <= 2
                || fields.inOrder().stream().anyMatch(f -> f.names().contains(NormalizedText.plain(before)));
    }

    /** How long the value is that begins there; 0 where none does. */
    private int valueAt(RecordField field, String clause, int from, boolean isAbout) {
        if (!mayBegin(field, clause.charAt(from))) {
            return 0;
        }
        for (int length = Math.min(longest(field), clause.length() - from); length > 0; length--) {
            String part = clause.substring(from, from + length);
            if (part.equals(part.strip()) && isValue(field, part, isAbout)) {
                return length;
            }
        }
        return 0;
    }

    private boolean mayBegin(RecordField field, char first) {
        return switch (field.check()) {
            case ETHNICITY -> Ethnicity.mayBegin(first);
            case POLITICAL -> PoliticalStatus.mayBegin(first);
            case SEX -> first == '男' || first == '女';
            case CERTIFICATE_TYPE -> Character.isLetter(first);
            case TEXT -> Character.isDigit(first) || listed.mayBegin(field.code(), first);
            default -> false;
        };
    }

    private static int longest(RecordField field) {
        return field.check() == ValueCheck.TEXT ? LONGEST : LONGEST_CLOSED;
    }

    private boolean isValue(RecordField field, String part, boolean isAbout) {
        return switch (field.check()) {
            case ETHNICITY -> isPeople(part, isAbout);
            case POLITICAL -> part.length() >= 2
                    && PoliticalStatus.named(part).isPresent()
                    && !part.matches("没有|转正|刚入党|预备|无|老百姓|普通人|什么都?也?不是");
            case SEX -> part.equals("男") || part.equals("女");
            case CERTIFICATE_TYPE -> part.length() >= 2
                    && CertificateType.named(part).isPresent();
            case TEXT -> (part.length() >= 2
                            && listed.exactly(field.code(), part).isPresent())
                    || (isAbout && sibling(field, part).isPresent());
            default -> false;
        };
    }

    /** With 族, or where 民族 is talked about; 民族 itself is the name of the field: 撤回民族. */
    private static boolean isPeople(String part, boolean isAbout) {
        boolean mayBe = part.length() >= 2 && !part.endsWith("民族") && !part.endsWith("民") && !part.matches("[人民族其它他]+");
        return mayBe && (isAbout || part.endsWith("族")) && Ethnicity.named(part).isPresent();
    }

    private Optional<String> standard(RecordField field, String value) {
        return switch (field.check()) {
            case ETHNICITY -> Ethnicity.named(value);
            case POLITICAL -> PoliticalStatus.named(value);
            case CERTIFICATE_TYPE -> CertificateType.named(value).map(CertificateType::title);
            case SEX -> Optional.of(value);
            default -> listed.exactly(field.code(), value).or(() -> sibling(field, value));
        };
    }

    private Optional<String> sibling(RecordField field, String typed) {
        return listed.sibling(field.code(), typed, student.value(field.code()));
    }

    /** The field that a clause names last, unless it says that it is not that one. */
    private Optional<RecordField> lastNamed(String clause) {
        int best = -1;
        Optional<RecordField> named = Optional.empty();
        for (RecordField field : fields.inOrder()) {
            for (String name : field.names()) {
                Matcher at = Pattern.compile("(?<!不是)" + Pattern.quote(name)).matcher(clause);
                while (at.find()) {
                    if (at.start() > best) {
                        best = at.start();
                        named = Optional.of(field);
                    }
                }
            }
        }
        return named;
    }
}
