package gradcheck.desk.answer;

import java.awt.Font;
import java.util.List;

/** A font that has Chinese letters: without one Java draws empty boxes and says nothing. */
public final class Fonts {
    private static final String SAMPLE = "学院班级核对进度";
    /** In containers: fonts-noto-cjk or fonts-wqy-zenhei; the logical name finds others. */
    private static final List<String> FAMILIES = List.of(
            "Noto Sans CJK SC",
            "WenQuanYi Zen Hei",
            "WenQuanYi Micro Hei",
            "Source Han Sans SC",
            "Microsoft YaHei",
            "PingFang SC",
            Font.SANS_SERIF);

    private Fonts() {}

    /** Whether a picture can be drawn here; a machine without any fonts makes Java fail outright. */
    public static boolean hasChinese() {
        try {
            return chinese(Font.PLAIN, 12).canDisplayUpTo(SAMPLE) == -1;
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    static Font chinese(int style, int size) {
        return FAMILIES.stream()
                .map(family -> new Font(family, style, size))
                .filter(font -> font.canDisplayUpTo(SAMPLE) == -1)
                .findFirst()
                .orElseGet(() -> new Font(Font.SANS_SERIF, style, size));
    }
}
