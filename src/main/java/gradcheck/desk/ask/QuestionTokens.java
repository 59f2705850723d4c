package gradcheck.desk.ask;

import gradcheck.domain.Fields;
import gradcheck.domain.RecordField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a question into pieces: at each place the longest that is known; a student's name before a shorter word. */
final class QuestionTokens {
    private static final Pattern CLASS_NUMBER = Pattern.compile("([0-9]{1,4}|[一二三四五六七八九十]{1,2})班");
    private static final Pattern DATE = Pattern.compile("([0-9]{1,2})月([0-9]{1,2})[日号]?(以来|以后|之后|开始|起)?");
    private static final Pattern DAYS = Pattern.compile("(?:最近|近|这|过去)?([0-9]{1,2}|[一两二三四五六七])天(?:以内|之内|内|以来)?");
    private static final Pattern WEEKDAY = Pattern.compile("(上|上个|这|这个|本)?(?:周|星期|礼拜)([一二三四五六日天])(以来|以后|之后|开始|起)?");
    private static final Pattern YEAR = Pattern.compile("(?:20)?([0-9]{2})[级届]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{3,}");
    private static final List<String> DIGITS = List.of("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private final DeskLexicon lexicon;
    private final NameIndex known;
    private final Map<String, String> fields = new HashMap<>();
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder unknown = new StringBuilder();

    private QuestionTokens(DeskLexicon lexicon, Fields fields, NameIndex known) {
        this.lexicon = lexicon;
        this.known = known;
        for (RecordField field : fields.inOrder()) {
            field.names().forEach(name -> this.fields.put(PlainText.of(name), field.code()));
        }
        // As a word for a place these stand in nearly every question.
        List.of("班", "学院", "专业", "班级", "院系").forEach(this.fields::remove);
    }

    static List<Token> of(String plain, DeskLexicon lexicon, Fields fields, NameIndex known) {
        QuestionTokens cut = new QuestionTokens(lexicon, fields, known);
        int at = 0;
        while (at < plain.length()) {
            at = cut.next(plain, at);
        }
        cut.endUnknown();
        return cut.tokens;
    }

    private int next(String plain, int at) {
        Optional<Token> token =
                classSaid(plain, at).or(() -> pattern(plain, at)).or(() -> word(plain, at));
        if (token.isEmpty()) {
            unknown.append(plain.charAt(at));
            return at + 1;
        }
        endUnknown();
        tokens.add(token.get());
        return at + token.get().text().length();
    }

    private void endUnknown() {
        if (unknown.length() > 0) {
            tokens.add(Token.of(Token.Kind.UNKNOWN, unknown.toString(), unknown.toString()));
            unknown.setLength(0);
        }
    }

    /** A class in whatever form, before its parts are anything else; a name on the list, or of a student, stays whole. */
    private Optional<Token> classSaid(String plain, int at) {
        for (int length = Math.min(plain.length() - at, known.longest()); length > 1; length--) {
            int end = at + length;
            String text = plain.substring(at, end);
            boolean isCut = end < plain.length() && isDigit(plain, end - 1) && isDigit(plain, end);
            if ((!isCut && known.place(text).isPresent()) || known.isPerson(text)) {
                return Optional.empty();
            }
            Optional<Token> token = isCut || isQuantity(plain, end)
                    ? Optional.empty()
                    : known.classSaid(text).map(hit -> new Token(Token.Kind.CLASS, text, text, hit.names()));
            if (token.isPresent()) {
                return token;
            }
        }
        return Optional.empty();
    }

    private static boolean isDigit(String plain, int at) {
        return Character.isDigit(plain.charAt(at));
    }

    /** 生态3个 counts, and so does 2301人; neither is a class. */
    private static boolean isQuantity(String plain, int end) {
        return isDigit(plain, end - 1) && end < plain.length() && "个人名位条项月日号天点班".indexOf(plain.charAt(end)) >= 0;
    }

    private Optional<Token> pattern(String plain, int at) {
        return looking(DATE, plain, at)
                .map(m -> Token.of(
                        Token.Kind.DATE, m.group(1) + "-" + m.group(2) + (m.group(3) == null ? "" : "+"), m.group()))
                .or(() -> looking(DAYS, plain, at).map(m -> Token.of(Token.Kind.DAYS, digits(m.group(1)), m.group())))
                .or(() -> looking(CLASS_NUMBER, plain, at)
                        .map(m -> Token.of(Token.Kind.CLASS_NUMBER, digits(m.group(1)), m.group())))
                .or(() -> looking(WEEKDAY, plain, at)
                        .filter(m -> !isPersonFrom(plain, at))
                        .map(m -> Token.of(
                                Token.Kind.WEEKDAY,
                                (m.group(1) != null && m.group(1).startsWith("上") ? "-" : "")
                                        + ("一二三四五六日天".indexOf(m.group(2)) + 1)
                                        + (m.group(3) == null ? "" : "+"),
                                m.group())))
                .or(() -> looking(YEAR, plain, at)
                        .filter(m -> known.isEverybodys(m.group(1)))
                        .map(m -> Token.of(Token.Kind.NOISE, "WORD", m.group())))
                .or(() -> looking(NUMBER, plain, at).map(m -> Token.of(Token.Kind.NUMBER, m.group(), m.group())));
    }

    /** 周一鸣 is no Monday. */
    private boolean isPersonFrom(String plain, int at) {
        for (int end = at + 2; end <= Math.min(plain.length(), at + known.longest()); end++) {
            if (known.isPerson(plain.substring(at, end))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Matcher> looking(Pattern pattern, String plain, int at) {
        Matcher matcher = pattern.matcher(plain).region(at, plain.length());
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    private Optional<Token> word(String plain, int at) {
        int most = Math.min(plain.length() - at, Math.max(lexicon.longest(), known.longest()));
        for (int length = most; length > 0; length--) {
            String text = plain.substring(at, at + length);
            Optional<Token> token = token(text);
            if (token.isPresent()) {
                return token;
            }
        }
        return Optional.empty();
    }

    private Optional<Token> token(String text) {
        if (known.isPerson(text) && lexicon.of(text).isEmpty()) {
            return Optional.of(Token.of(Token.Kind.PERSON, text, text));
        }
        return known.place(text)
                .map(hit -> new Token(Token.Kind.valueOf(hit.kind().name()), text, text, hit.names()))
                .or(() -> lexicon.of(text)
                        .map(m -> Token.of(Token.Kind.valueOf(m.kind().name()), m.value(), text)))
                .or(() -> Optional.ofNullable(fields.get(text)).map(code -> Token.of(Token.Kind.FIELD, code, text)))
                .or(() -> known.shortened(text)
                        .map(hit -> new Token(Token.Kind.valueOf(hit.kind().name()), text, text, hit.names())));
    }

    /** 二 is 2, 十二 is 12. */
    static String digits(String number) {
        String plain = number.replace('两', '二');
        if (Character.isDigit(plain.charAt(0))) {
            return plain;
        }
        if (plain.length() == 1) {
            return Integer.toString(DIGITS.indexOf(plain));
        }
        int ten = DIGITS.size() - 1;
        int first = DIGITS.indexOf(plain.substring(0, 1));
        int second = DIGITS.indexOf(plain.substring(1, 2));
        return Integer.toString(first == ten ? ten + second : first * ten);
    }
}
