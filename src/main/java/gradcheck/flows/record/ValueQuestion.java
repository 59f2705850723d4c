package gradcheck.flows.record;

import gradcheck.conversation.Answers;
import gradcheck.conversation.Heard;
import gradcheck.conversation.Question;
import gradcheck.domain.RecordField;
import gradcheck.domain.value.CertificateType;
import gradcheck.domain.value.ParsedValue;
import gradcheck.domain.value.ValueCheck;
import gradcheck.domain.value.Values;
import gradcheck.flows.Said;
import gradcheck.message.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a field should be: typed, or picked by its number where the values are few. */
final class ValueQuestion {
    /** The ones that nearly everybody is; who belongs to another party writes its name. */
    private static final List<String> COMMON_STATUSES = List.of("中共党员", "中共预备党员", "共青团员", "群众");

    private static final List<String> SEXES = List.of("男", "女");
    /** A card has six buttons at most (page 90236). */
    private static final int MOST_BUTTONS = 6;

    /** Who agrees has named no value. */
    private static final String[] AGREEING = {
        "我确认", "确认", "确定", "已阅读", "已读", "好", "好的", "嗯", "行", "可以", "对", "是", "是的", "收到", "ok", "OK"
    };

    private static final Pattern NUMERAL = Pattern.compile("[\\p{N}一二三四五六七八九十〇零]");

    /** No value that is picked from a list is that long without one of the signs below. */
    private static final int SENTENCE = 4;

    private static final Pattern VALUE_SIGN = Pattern.compile("[族党团证员众照\\p{N}]|改|应该");

    /** Words of which no name is made. */
    private static final Pattern NO_NAME =
            Pattern.compile("证件|身份证|民族|专业|学号|照片|系统|显示|生僻字|材料|更正|不是|没有|没错|不对|错了|写错|对的|一直|现在|知道|同学|老师|怎么|问题");

    private ValueQuestion() {}

    static Question ask(RecordCase about, Answers answers) {
        RecordField field =
                Drafts.editing(about, answers).orElse(about.fields().inOrder().get(0));
        List<String> options = options(field, answers);
        Object shown = RecordSheet.shown(about, field);
        if (options.isEmpty()) {
            return new Question(RecordPhrases.VALUE.with("label", field.label(), "value", shown), List.of());
        }
        List<String> lines = IntStream.range(0, options.size())
                .mapToObj(i -> (i + 1) + " " + options.get(i))
                .toList();
        List<Choice> choices = options.size() > MOST_BUTTONS
                ? List.of()
                : options.stream().map(o -> new Choice(o, o)).toList();
        return new Question(
                RecordPhrases.VALUE_OF.with("label", field.label(), "value", shown, "options", lines), choices);
    }

    static Heard hear(String said, RecordCase about, Answers answers) {
        Optional<RecordField> field = Drafts.editing(about, answers);
        if (field.isEmpty()) {
            return Heard.next(RecordCheck.RECORD, answers);
        }
        if (Said.isOneOf(said, "取消", "不改了", "算了", "没错", "不用改", "无误", "没问题")) {
            return DropQuestion.cancelValue(field.get(), about, answers);
        }
        if (Corrections.turnsAway(said, field.get(), about)) {
            return Corrections.take(said, field.get(), about, answers);
        }
        if (Said.isQuestion(said)
                || Said.putsOff(said)
                || Said.isOneOf(said, AGREEING)
                || isNoNumber(said, field.get(), about)
                || isOtherThing(said, field.get(), about)) {
            return new Heard.NotAnAnswer();
        }
        List<String> options = options(field.get(), answers);
        OptionalInt number = Said.number(said);
        boolean picks = number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= options.size();
        return Corrections.take(picks ? options.get(number.getAsInt() - 1) : said, field.get(), about, answers);
    }

    /** Words where a number or a date was asked for: they answer something else. */
    private static boolean isNoNumber(String said, RecordField field, RecordCase about) {
        boolean wantsNumber = field.check() == ValueCheck.CERTIFICATE_NUMBER || field.check() == ValueCheck.DATE;
        boolean isItsName =
                about.fields().named(Said.bare(said)).filter(field::equals).isPresent();
        return wantsNumber && !isItsName && !NUMERAL.matcher(said).find();
    }

    /** A sentence where one of a few words was asked for. */
    private static boolean isOtherThing(String said, RecordField field, RecordCase about) {
        String bare = Said.bare(said);
        if (field.check() == ValueCheck.NAME) {
            return NO_NAME.matcher(bare).find()
                    && ChangeRequests.of(about, false)
                            .in(said, Optional.of(field))
                            .isEmpty();
        }
        if (field.check() == ValueCheck.TEXT) {
            return false;
        }
        return bare.length() >= SENTENCE
                && !VALUE_SIGN.matcher(bare).find()
                && Values.read(field, said, about.student()) instanceof ParsedValue.Refused why
                && why.suggestions().isEmpty();
    }

    private static List<String> options(RecordField field, Answers answers) {
        List<String> offered = Drafts.offered(answers);
        if (!offered.isEmpty()) {
            return offered;
        }
        return switch (field.check()) {
            case SEX -> SEXES;
            case POLITICAL -> COMMON_STATUSES;
            case CERTIFICATE_TYPE -> Arrays.stream(CertificateType.values())
                    .map(CertificateType::title)
                    .toList();
            case LIST -> field.values();
            default -> List.of();
        };
    }
}
