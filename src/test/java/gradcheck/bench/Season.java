package gradcheck.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A roster of any size, made up: every record is right, so that a conversation has four messages. */
public final class Season {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int CLASS = 40;
    private static final int COLLEGE = 600;

    private Season() {}

    /** The 学号 of the student with this place in the roster, from 0. */
    public static String number(int place) {
        return String.format(Locale.ROOT, "3202310%06d", place);
    }

    /** The colleges of a roster of that size, separated by commas. */
    static String colleges(int students) {
        return IntStream.rangeClosed(0, (students - 1) / COLLEGE)
                .mapToObj(i -> "学院" + i)
                .collect(Collectors.joining(","));
    }

    public static void write(Path file, int students) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("学号,姓名,性别,出生日期,民族,政治面貌,证件类型,证件号码,学院,专业,班级,层次,学制,入学日期,预计毕业日期,考生号,学信网照片\n");
            for (int i = 0; i < students; i++) {
                out.write(String.join(
                        ",",
                        number(i),
                        "学生" + Character.toString(0x4E00 + i % 5000),
                        "男",
                        "20050412",
                        "汉族",
                        "共青团员",
                        "居民身份证",
                        certificate(i),
                        "学院" + i / COLLEGE,
                        "计算机科学与技术",
                        "计算" + i / CLASS + "班",
                        "本科",
                        "4",
                        "20230901",
                        "20270630",
                        String.format(Locale.ROOT, "2362010%07d", i),
                        "已上网"));
                out.write('\n');
            }
        }
    }

    /** 17 digits with an odd last one (男) and the check sign of GB 11643-1999. */
    private static String certificate(int i) {
        String digits = String.format(Locale.ROOT, "%06d20050412%03d", 620_000 + i / 500 % 9999, (i % 500) * 2 + 1);
        int sum = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            sum += (digits.charAt(k) - '0') * WEIGHTS[k];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }
}
