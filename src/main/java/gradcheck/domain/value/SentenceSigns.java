package gradcheck.domain.value;

import java.util.regex.Pattern;

/** Tells a sentence from a name: of a person, a college, a major or a class. A sentence is never a value. */
final class SentenceSigns {
    /** What none of these names holds; 你, 他, 不 and 吧 are left out, for names written in 汉字 by their sound have them. */
    private static final Pattern SIGNS = Pattern.compile(
            "我|咱|她|怎么|为什么|什么|吗|呗|嘛|时候|填错|写错|弄错|错[了啊呀啦吧]|不对|不是|就是|应该|因为|所以|但是|已经|一直|知道|老师"
                    + "|报名|系统|身份证|证件|改成|改为|改过|不改|没改|没有|没错|问题|那个|这个|也要|帮我|取消|不要|删掉|转过|换过|学期|去年|今年|昨天|后来|之前|辅导员|^[不没是有要]$|[㗎嘅唔嗰冇佢咗嚟哋喺啲噉喎]|(?<=\\S)是|[?？，,。！!；;]");

    private SentenceSigns() {}

    static boolean in(String typed) {
        return SIGNS.matcher(TextNormalizer.folded(typed)).find();
    }
}
