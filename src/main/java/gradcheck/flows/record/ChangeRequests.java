package gradcheck.flows.record;

import gradcheck.domain.EditClass;
import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import gradcheck.domain.Student;
import gradcheck.domain.value.CertificateNumber;
import gradcheck.domain.value.ListedValues;
import gradcheck.domain.value.ParsedValue;
import gradcheck.domain.value.TextNormalizer;
import gradcheck.domain.value.ValueCheck;
import gradcheck.domain.value.Values;
import gradcheck.language.NormalizedText;
import gradcheck.language.Said;
import gradcheck.language.SpokenNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Corrections as people write them: 民族改为回族，专业改为法学; 第5项错了，应该是回族; 不是汉族，是回族; 5. 回族; 民族不改了.
 *
 * @param student the record they are about: its values name fields, too
 * @param listed the season's closed lists
 * @param numbersNameFields whether {@code 5 回族} means the fifth field: only where no choices are numbered
 */
public record ChangeRequests(Student student, Fields fields, ListedValues listed, boolean numbersNameFields) {
    /** Between what a field is and what it should be. */
    static final String BECOMES =
            "(?:应该改为|应该改成|应改为|要改为|要改成|需要改成|改为|改成|换成|变成|变更为|变更成|更正为|更新为|修改为|修改成|写成|应该是|应当是|应该为|应为|应是|->|=>|—>|→|➡)";

    private static final Pattern CHANGE =
            Pattern.compile("(?:请|麻烦|帮忙|把|将|我的|我要把|我想把|帮我把|给我把)*+(.*?)\\s*" + BECOMES + "[:：]?(.+)");
    private static final Pattern NOT_BUT =
            Pattern.compile("不是\\s*([^，,。；;\\s]{1,20}?)\\s*[，,]?\\s*(?:而是|应该是|应是|是)\\s*(?=\\S)");
    /** 专业转了，现在是软件工程: what it is now is what it should become. */
    private static final Pattern CHANGED_NOW =
            Pattern.compile("(?<=[转变改换错][\\p{IsHan}]{0,3}了)[\\s，,]*我?现在(?:是|叫|为)(?=\\S)");
    /** Where nobody sets a comma, a word that goes on stands for one. */
    private static final Pattern CLAUSES = Pattern.compile("[，,；;。！!\\n]+|\\s+(?=还有|另外|然后|再就是|以及|顺便)");

    private static final Pattern FIRST = Pattern.compile("[，,；;。！!\\s]+");
    private static final Pattern LEAD =
            Pattern.compile("^(?:(?:还有|另外|然后|再就是|以及|并且|同时|顺便|对了|哦|嗯|额|呃|等等|等一下|等下|不对(?=\\s)|那个|和)\\s*)++");
    private static final Pattern BACK_LAST =
            Pattern.compile("(?:把|我的)?(.*?)(?:不改了|先不改了|不用改了?|别改了?|不要改了?|不更正了|改回去|改回来|恢复原样|还是原来的|是对的|没错|没有错|没问题)吧?");
    private static final Pattern BACK_FIRST =
            Pattern.compile("(?:请|帮我)?(?:撤回|撤销|取消|删掉|删除|去掉|放弃)(?:掉)?(.+?)(?:的更正|的修改|这条|那条|这项|那项|更正|修改)?");
    private static final Pattern WRONG = Pattern.compile(
            "(.+?)(?:这项|这一项|那项)?(?:写错了|填错了|弄错了|录错了|搞错了|登记错了|写得不对|不太对|不正确|有误|不对|错了|错|有问题|要改|需要改|想改|变了|改了|转了|换了)");
    private static final Pattern ANSWERED = Pattern.compile("(.{1,12}?)(?:\\s*[:：=]\\s*|\\s+|[.、．)）]\\s*|是|为)(\\S.*)");
    private static final Pattern I_AM = Pattern.compile("(?:我(?:现在|已经|其实|明明|本来)?(?:是|成为)了?|是)(.+)");
    /** 写成汉族了应该是回族: what it was made into needs no mention. */
    private static final Pattern MADE_BUT =
            Pattern.compile("(?:写|填|录|登记|弄|搞)成[^，,\\s]{1,8}?了?[，,\\s]*(?=应该是|应该为|应是|应为)");
    /** 我是女的不是男的: what it is not comes after. */
    private static final Pattern AND_NOT = Pattern.compile("(?<=.)的?[，,\\s]*[并而]?不是.+$");
    /** 我是回族写成汉族了: what it is comes first, what was made of it after. */
    private static final Pattern MADE_INTO = Pattern.compile(
            "(我(?:现在|其实|明明|本来)?是.+?)[的啊呀]?(?:结果|却|但|怎么|给我|被|系统|这里|上面){0,3}(?:写|填|录|登记|显示|弄|搞|印)(?:成|的是|了个).+");

    private static final Pattern NO_VALUE = Pattern.compile(".*(?:[?？]|什么|怎么|咋|如何|哪|吗|呢|啥|多少|谁|能不能|可以|要不要|不对|有误|错).*");
    private static final Pattern AROUND_NAME =
            Pattern.compile("^(我的|我|那个|这个|的)|(应该|应当|其实|从|由|这项|那项|一项|那条|这条|那栏|这栏|那个|这个|那里|这里|的|也|都)$");
    private static final Pattern HAN_NAME =
            Pattern.compile("^\\s*([\\p{IsHan}·•．.]{2,30}?)(?:的|了|吧|哈|呗|啊|才对|哦)?(?=[\\s，,。；;！!（(]|$)");
    private static final Pattern BECOMING = Pattern.compile(BECOMES);
    /** Said of the correction that is talked about. */
    private static final Pattern DROPS_THIS =
            Pattern.compile("(?:那|就|还是|算了|我|先|这[条个项]|这个)*(?:先不改了?|不改了|不用改了?|先不要了|不要了|删掉吧?|删了吧?|先别改|先不交了?)");

    private static final Pattern BRACKETED = Pattern.compile("[^（(]+[（(].+");
    /** What somebody says of a field is no longer than that. */
    private static final int FEW_WORDS = 10;

    private static final Set<ValueCheck> CLOSED = Set.of(ValueCheck.ETHNICITY, ValueCheck.POLITICAL, ValueCheck.SEX);

    /** What is wished for one field: another value, or nothing any more. */
    public sealed interface Wish permits Change, TakeBack {
        RecordField field();
    }

    /** A field and what it should be. */
    public record Change(RecordField field, String typed) implements Wish {}

    /** The correction of a field is not wanted any more. */
    record TakeBack(RecordField field) implements Wish {}

    /**
     * Every wish in the message; empty when it holds none.
     *
     * @param inHand the field that is talked about, where the message names none
     */
    public List<Wish> in(String text, Optional<RecordField> inHand) {
        Map<RecordField, Wish> told = new LinkedHashMap<>();
        new FieldMentions(student, fields, listed).in(text, inHand).forEach(wish -> told.put(wish.field(), wish));
        Map<RecordField, Wish> wishes = new LinkedHashMap<>();
        // What can't be told by its value is told by the shape of the sentence.
        for (Wish wish : shaped(text, inHand)) {
            boolean isDoubtful =
                    wish instanceof Change change && (told.isEmpty() ? isSentence(change) : !isPlain(change));
            if (told.containsKey(wish.field()) && !goesOn(wish, told.get(wish.field()))) {
                wishes.put(wish.field(), told.get(wish.field()));
            } else if (!isDoubtful) {
                wishes.put(wish.field(), wish);
            }
        }
        told.forEach(wishes::putIfAbsent);
        boolean isDropped = wishes.isEmpty()
                && DROPS_THIS.matcher(NormalizedText.plain(text)).matches();
        return isDropped && inHand.isPresent() ? List.of(new TakeBack(inHand.get())) : new ArrayList<>(wishes.values());
    }

    /** Of a few words one is asked for, and a whole sentence came; or what follows is another field's. */
    private boolean isSentence(Change change) {
        boolean isOfAnother = fields.inOrder().stream()
                .filter(field -> !field.equals(change.field()))
                .flatMap(field -> field.names().stream())
                .anyMatch(change.typed()::startsWith);
        return isOfAnother
                || (CLOSED.contains(change.field().check())
                        && change.typed().length() > FEW_WORDS
                        && !reads(change.field(), change.typed()));
    }

    /** Whether what was typed is the value that was found, and a bracket more: 计算机科学与技术（智能方向）. */
    private static boolean goesOn(Wish shaped, Wish told) {
        return shaped instanceof Change longer
                && told instanceof Change shorter
                && BRACKETED.matcher(longer.typed()).matches()
                && longer.typed().startsWith(shorter.typed());
    }

    /** Whether the value can be one, and no more of the sentence. */
    private boolean isPlain(Change change) {
        return reads(change.field(), change.typed())
                && fields.inOrder().stream().flatMap(f -> f.names().stream()).noneMatch(change.typed()::contains);
    }

    /** The field that is said to become what it is already; empty where none is. */
    Optional<RecordField> isAlready(String text) {
        return new FieldMentions(student, fields, listed).isAlready(text);
    }

    /** Fields that the message calls wrong, but for those that something was heard of. */
    List<RecordField> calledWrong(String text, Collection<RecordField> heard) {
        return new FieldMentions(student, fields, listed)
                .calledWrong(text).stream()
                        .filter(field -> !heard.contains(field))
                        .toList();
    }

    static ChangeRequests of(RecordCase about, boolean numbersNameFields) {
        return new ChangeRequests(about.student(), about.fields(), about.listed(), numbersNameFields);
    }

    private List<Wish> shaped(String text, Optional<RecordField> inHand) {
        NormalizedText said = NormalizedText.of(text);
        List<Wish> wishes = new ArrayList<>();
        Optional<RecordField> last = inHand;
        for (String clause : clauses(NormalizedText.folded(said.shown()))) {
            Optional<Wish> wish =
                    wish(clause, last).map(found -> asTyped(found, said)).map(ChangeRequests::trimmed);
            wish.ifPresent(wishes::add);
            last = wish.map(Wish::field).or(() -> wrong(clause)).or(() -> inHand);
        }
        return wishes;
    }

    /** A name ends where the sentence goes on: 林志遠 繁體的. */
    private static Wish trimmed(Wish wish) {
        if (!(wish instanceof Change change) || change.field().check() != ValueCheck.NAME) {
            return wish;
        }
        Matcher name = HAN_NAME.matcher(change.typed());
        return name.find() ? new Change(change.field(), name.group(1)) : wish;
    }

    /** A name keeps its script (R39); what has one standard writing is meant in it: 滿族 is 满族. */
    private static Wish asTyped(Wish wish, NormalizedText said) {
        return wish instanceof Change change
                ? new Change(change.field(), meant(change.field(), said.asTyped(change.typed())))
                : wish;
    }

    /** A value as it is meant for its field. */
    static String meant(RecordField field, String typed) {
        if (field.check() == ValueCheck.CERTIFICATE_NUMBER) {
            return CertificateNumber.in(typed).orElse(typed);
        }
        boolean isOpen = field.check() == ValueCheck.NAME || field.check() == ValueCheck.TEXT;
        return isOpen ? typed : TextNormalizer.simplified(typed);
    }

    /** The field that is named alone, or said to be wrong without saying what is right. */
    public Optional<RecordField> wrong(String text) {
        Matcher wrong = WRONG.matcher(NormalizedText.plain(text));
        return named(wrong.matches() ? wrong.group(1) : text);
    }

    /** The same, where more may follow that is no question: 7不对 我拿的是回乡证. */
    Optional<RecordField> wrongAtFirst(Said said) {
        String first = FIRST.split(NormalizedText.folded(said.text()).strip(), 2)[0];
        boolean isAsking =
                said.isQuestion() || !WRONG.matcher(NormalizedText.plain(first)).matches();
        return wrong(said.text()).or(() -> isAsking ? Optional.empty() : wrong(first));
    }

    private List<String> clauses(String text) {
        String right = MADE_BUT.matcher(text.strip()).replaceAll("");
        String now = CHANGED_NOW.matcher(right).replaceAll("改为");
        String changes = NOT_BUT.matcher(now).replaceAll("$1改为");
        List<String> clauses = new ArrayList<>();
        for (String part : CLAUSES.split(changes, -1)) {
            boolean several = BECOMING.matcher(part).results().limit(2).count() > 1;
            String[] each = several || part.contains("：") || part.contains(":")
                    ? atNames().split(part.strip(), -1)
                    : new String[] {part};
            for (String clause : each) {
                clauses.add(LEAD.matcher(clause.strip()).replaceFirst(""));
            }
        }
        return clauses;
    }

    /** Between two corrections that are joined by 和 or a blank only: before the name of a field that is to become something. */
    private Pattern atNames() {
        String names = String.join(
                "|",
                fields.inOrder().stream()
                        .flatMap(f -> f.names().stream())
                        .map(Pattern::quote)
                        .toList());
        return Pattern.compile(
                "(?<=\\S)(?:\\s+|、|和|还有|另外|以及)\\s*(?=(?:我的)?(?:" + names + "|第\\d{1,2}项)[^，,]{0,12}?" + BECOMES + ")");
    }

    private Optional<Wish> wish(String clause, Optional<RecordField> last) {
        return takeBack(clause, last).or(() -> change(clause, last)).or(() -> answered(clause));
    }

    private Optional<Wish> takeBack(String clause, Optional<RecordField> last) {
        String bare = NormalizedText.plain(clause);
        Matcher first = BACK_FIRST.matcher(bare);
        Optional<RecordField> field = first.matches() ? named(first.group(1)) : Optional.empty();
        Matcher after = BACK_LAST.matcher(bare);
        if (field.isEmpty() && after.matches()) {
            boolean isJustThat = after.group(1).isEmpty() && bare.endsWith("了");
            field = isJustThat ? last : named(after.group(1));
        }
        return field.map(TakeBack::new);
    }

    private Optional<Wish> change(String clause, Optional<RecordField> last) {
        Matcher change = CHANGE.matcher(clause);
        if (!change.matches() || NO_VALUE.matcher(change.group(2)).matches()) {
            return Optional.empty();
        }
        String subject = change.group(1).strip();
        Optional<RecordField> field =
                subject.isEmpty() ? last : subject(subject).or(() -> old(subject));
        return field.map(f -> new Change(f, change.group(2)));
    }

    /** 民族：回族; 5. 回族; 民族回族; 我是回族. */
    private Optional<Wish> answered(String clause) {
        if (FieldMentions.asks(clause)) {
            return Optional.empty();
        }
        Matcher answer = ANSWERED.matcher(clause);
        if (answer.matches() && !NO_VALUE.matcher(answer.group(2)).matches()) {
            boolean isNumber = answer.group(1).matches("\\d+");
            Optional<RecordField> field = isNumber && !numbersNameFields ? Optional.empty() : exactly(answer.group(1));
            if (field.isPresent()) {
                return field.map(f -> new Change(f, answer.group(2)));
            }
        }
        return joined(clause).or(() -> whatIAm(clause));
    }

    private Optional<Wish> joined(String clause) {
        String bare = NormalizedText.plain(clause);
        return fields.inOrder().stream()
                .filter(f -> CLOSED.contains(f.check()) && bare.startsWith(f.label()))
                .filter(f -> reads(f, bare.substring(f.label().length())))
                .map(f -> (Wish) new Change(f, bare.substring(f.label().length())))
                .findFirst();
    }

    private Optional<Wish> whatIAm(String clause) {
        Matcher made = MADE_INTO.matcher(NormalizedText.plain(clause));
        Matcher said = I_AM.matcher(made.matches() ? made.group(1) : NormalizedText.plain(clause));
        if (!said.matches()) {
            return Optional.empty();
        }
        String typed = AND_NOT.matcher(said.group(1)).replaceFirst("");
        List<RecordField> fitting = fields.inOrder().stream()
                .filter(f -> CLOSED.contains(f.check()) && reads(f, typed))
                .toList();
        return fitting.size() == 1 ? Optional.of(new Change(fitting.get(0), typed)) : Optional.empty();
    }

    private boolean reads(RecordField field, String typed) {
        return !typed.isBlank() && Values.read(field, typed, student) instanceof ParsedValue.Accepted;
    }

    private Optional<RecordField> subject(String subject) {
        Matcher wrong = WRONG.matcher(NormalizedText.plain(subject));
        return named(wrong.matches() ? wrong.group(1) : subject).or(() -> inside(subject));
    }

    /** The one field whose name stands in a few words: 我转专业了. */
    private Optional<RecordField> inside(String subject) {
        List<RecordField> inside = fields.inOrder().stream()
                .filter(f -> f.names().stream().anyMatch(subject::contains))
                .toList();
        return inside.size() == 1 && subject.length() <= FEW_WORDS ? Optional.of(inside.get(0)) : Optional.empty();
    }

    /** By number, by name, or by a name followed by the value that is in the record. */
    private Optional<RecordField> named(String text) {
        String name = AROUND_NAME.matcher(NormalizedText.plain(text)).replaceAll("");
        return exactly(name).or(() -> fields.inOrder().stream()
                .filter(f -> !student.value(f.code()).isEmpty() && name.endsWith(student.value(f.code())))
                .filter(f -> f.names().stream().anyMatch(name::startsWith))
                .findFirst());
    }

    private Optional<RecordField> exactly(String text) {
        String bare = NormalizedText.plain(text);
        String name = bare.startsWith("我的") ? bare.substring(2) : bare;
        // 8号 is a day; the eighth field is 第8项, or 8.
        OptionalInt item = name.endsWith("号") ? OptionalInt.empty() : SpokenNumber.alone(name);
        return item.isPresent() ? fields.numbered(item.getAsInt()) : fields.named(name);
    }

    /** The one field whose value in the record is what somebody calls wrong: 汉族改成回族. */
    private Optional<RecordField> old(String value) {
        String bare = NormalizedText.plain(value).replaceAll("^(从|由)", "");
        List<RecordField> holding = fields.inOrder().stream()
                .filter(f -> f.editClass() != EditClass.LOCKED)
                .filter(f -> NormalizedText.plain(student.value(f.code())).equals(bare))
                .toList();
        return holding.size() == 1 ? Optional.of(holding.get(0)) : Optional.empty();
    }
}
