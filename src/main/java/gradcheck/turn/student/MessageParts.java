package gradcheck.turn.student;

import gradcheck.conversation.Question;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.IntentReplies;
import gradcheck.turn.Reply;
import gradcheck.turn.TurnPhrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several things in one message: 我确认 证明我发邮箱了; 1 不过照片有点糊要紧吗; 正确 没换过. Each part that answers the question
 * open by then is taken; what is left is answered, or named as not understood. Nothing is done where a part may take another
 * back.
 */
final class MessageParts {
    private static final int MOST = 8;
    /** The words of interface.md §6 that answer a question. */
    private static final Pattern FIXED = Pattern.compile("已阅读|无误|我确认|\\d");
    /** 2呀, 第二个: a number said aloud. */
    private static final Pattern NUMBER = Pattern.compile("(?:第|选)?([1-9一二三四五六])(?:个|号)?(?:吧|嘛|呀|啊|啦|呗|哈|噻|喽|的)?");

    private static final String NUMERALS = "一二三四五六";

    private static final Pattern LEAD = Pattern.compile("^(?:对了|不过|然后|还有|另外|顺便|那个|那|就是)[，,\\s]*(?=.{2})");
    private static final Pattern BETWEEN =
            Pattern.compile("[\\s，,。；;！!～~、]+|(?<=\\S)(?=还有(?!没)|另外|对了|不过|顺便|就是(?=\\S{3}))");
    /** It may take back, or put off, what stands beside it. */
    private static final Pattern TAKES_BACK =
            Pattern.compile("不对|等等|等下|等一下|错了|不是|先别|先不|算了|取消|还没|没有|别|不要|有误|有问题|除了|但是?|可是");

    private final StudentTurn students;
    private final IntentReplies understood;

    MessageParts(StudentTurn students, IntentReplies understood) {
        this.students = students;
        this.understood = understood;
    }

    /** The same before anything else is tried, where the first part is a fixed word: it wins over all the rest. */
    Optional<Reply> led(String text, Tables tables, Enrolled student) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String first = number(BETWEEN.split(text.strip(), 2)[0]);
        boolean isFixed = FIXED.matcher(first).matches();
        boolean isNumber = !first.isEmpty() && Character.isDigit(first.charAt(0));
        return isFixed && !(isNumber && students.numbersNameFields(tables, student))
                ? take(text, tables, student)
                : Optional.empty();
    }

    /** Empty where the message has one part only, or none of them answers. */
    Optional<Reply> take(String text, Tables tables, Enrolled student) {
        List<String> parts = Arrays.stream(BETWEEN.split(text.strip(), -1))
                .map(MessageParts::number)
                .filter(part -> !part.isBlank() && understood.isSerious(part))
                .toList();
        boolean mayBe = parts.size() > 1
                && parts.size() <= MOST
                && students.hasOpenQuestion(tables, student.person())
                && !students.takesWords(tables, student);
        if (!mayBe || parts.stream().noneMatch(part -> students.wouldAnswer(part, tables, student))) {
            return Optional.empty();
        }
        boolean isDoubtful = parts.stream()
                .filter(part -> !students.wouldAnswer(part, tables, student))
                .anyMatch(part -> TAKES_BACK.matcher(part).find() && !understood.isQuestion(part));
        return isDoubtful ? Optional.empty() : Optional.of(taken(parts, tables, student));
    }

    private static String number(String part) {
        Matcher number = NUMBER.matcher(part);
        if (!number.matches()) {
            return part;
        }
        int numeral = NUMERALS.indexOf(number.group(1));
        return numeral < 0 ? number.group(1) : Integer.toString(numeral + 1);
    }

    private Reply taken(List<String> parts, Tables tables, Enrolled student) {
        List<Say> says = new ArrayList<>();
        Optional<Question> question = Optional.empty();
        List<String> left = new ArrayList<>(parts);
        boolean goesOn = true;
        while (goesOn) {
            Optional<String> next = left.stream()
                    .filter(part -> students.wouldAnswer(part, tables, student))
                    .findFirst();
            Optional<Reply> answered = next.flatMap(part -> students.answer(part, tables, student));
            answered.ifPresent(reply -> says.addAll(reply.says()));
            question = answered.isPresent() ? answered.flatMap(Reply::question) : question;
            next.ifPresent(left::remove);
            goesOn = next.isPresent();
        }
        if (!left.isEmpty()) {
            String rest = LEAD.matcher(String.join("，", left)).replaceFirst("");
            says.add(understood.known(rest, tables, student).orElseGet(() -> TurnPhrases.PART_LEFT.with("text", rest)));
        }
        return new Reply(says, question);
    }
}
