package gradcheck.intent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A message and what it should be taken for: an entry's id, {@code :command}, {@code !kind}; {@code a|b} either,
 * {@code a&b} both.
 */
record Phrasing(String expected, String text, String made) {
    private static final Path FOLDER = Path.of("src/test/resources/intent");
    /** The same variants every time. */
    private static final long SEED = 20270430;

    private static final int VARIANTS = 2;
    /** In a shorter message no word is too much. */
    private static final int SHORTEST = 3;

    private static final String LITTLE = "的了我是在就都也还吗呢啊请把";

    private static final List<String> BEFORE = List.of("老师您好，请问", "麻烦问一下，", "请问", "想问问 ", "同学，", "急！！", "那个……", "您好 ");
    private static final List<String> AFTER = List.of("？？？", "😭😭", "，谢谢老师！", "~~~", "呀", "，急", "…", "🙏", "（在线等）");
    /** Signs that input methods offer side by side. */
    private static final List<String> SAME_SOUND = List.of(
            "网往", "密蜜", "码吗", "照找", "片偏", "核合", "对队", "信心", "进近", "度渡", "提题", "采彩", "集级", "证正", "件建", "号好", "教叫", "民名",
            "族足", "确却", "材才", "料廖", "申深", "请清", "邮油", "箱相", "截节", "止至", "备被", "注住", "审申", "拍牌", "纸只", "质制", "党挡", "员原",
            "填田", "改该", "册策", "登灯", "录路", "忘望", "记计", "新心", "影营", "响想", "毕必", "业页");

    static List<Phrasing> read(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", 2))
                .map(parts -> new Phrasing(parts[0], parts[1], "written"))
                .toList();
    }

    /** The messages as they are written, and each in other wordings and with slips. */
    static List<Phrasing> withVariants(List<Phrasing> written) throws IOException {
        String traditional = Files.readString(FOLDER.resolve("traditional.txt"), StandardCharsets.UTF_8)
                .strip();
        Random random = new Random(SEED);
        List<Phrasing> all = new ArrayList<>(written);
        for (Phrasing phrasing : written) {
            for (int i = 0; i < VARIANTS; i++) {
                all.add(phrasing.variant(random, traditional));
            }
        }
        return all;
    }

    private Phrasing variant(Random random, String traditional) {
        return switch (random.nextInt(6)) {
            case 0 -> new Phrasing(expected, BEFORE.get(random.nextInt(BEFORE.size())) + text, "politeness");
            case 1 -> new Phrasing(expected, text + AFTER.get(random.nextInt(AFTER.size())), "ending");
            case 2 -> inTraditional(traditional);
            case 3 -> wide();
            case 4 -> slipped(random);
            default -> random.nextBoolean() ? doubled(random) : hurried(random);
        };
    }

    /** A key pressed twice. */
    private Phrasing doubled(Random random) {
        int at = random.nextInt(text.length());
        return Character.isIdeographic(text.codePointAt(at))
                ? new Phrasing(expected, text.substring(0, at) + text.charAt(at) + text.substring(at), "doubled")
                : wide();
    }

    /** One of the little words left out. */
    private Phrasing hurried(Random random) {
        List<Integer> little = IntStream.range(0, text.length())
                .filter(i -> LITTLE.indexOf(text.charAt(i)) >= 0)
                .boxed()
                .toList();
        if (little.isEmpty() || text.length() < 2 * SHORTEST) {
            return doubled(random);
        }
        int at = little.get(random.nextInt(little.size()));
        return new Phrasing(expected, text.substring(0, at) + text.substring(at + 1), "hurried");
    }

    private Phrasing wide() {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
        return new Phrasing(expected, "！" + wide + "。", "wide");
    }

    private Phrasing slipped(Random random) {
        List<String> possible =
                SAME_SOUND.stream().filter(p -> text.indexOf(p.charAt(0)) >= 0).toList();
        boolean isSerious = expected.equals("!despair") || expected.equals("!probe");
        if (possible.isEmpty() || isSerious) {
            return wide();
        }
        String pair = possible.get(random.nextInt(possible.size()));
        return new Phrasing(expected, text.replaceFirst(pair.substring(0, 1), pair.substring(1)), "slip");
    }

    private Phrasing inTraditional(String pairs) {
        StringBuilder written = new StringBuilder(text);
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            for (int at = 0; at < written.length(); at++) {
                if (written.charAt(at) == pairs.charAt(i + 1)) {
                    written.setCharAt(at, pairs.charAt(i));
                }
            }
        }
        return new Phrasing(expected, written.toString(), "traditional");
    }
}
