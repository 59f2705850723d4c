package gradcheck.domain.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 民族 by GB/T 3304-1991: the bot only normalises the spelling, it never proposes one. */
public final class Ethnicity {
    private static final String IN_ORDER = "汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族"
            + " 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族"
            + " 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族"
            + " 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族";

    private static final List<String> NAMES = List.of(IN_ORDER.split(" "));

    /** Beside the 56 the systems know these two (codes 57 and 58, or 97 and 98 with the police). */
    private static final List<String> BESIDE = List.of("其他", "外国血统中国籍人士");

    /** Old names, short names and slips (domain-facts §3.1). */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("HAN族", "汉族"),
            Map.entry("毛难族", "毛南族"),
            Map.entry("崩龙族", "德昂族"),
            Map.entry("乌兹别克族", "乌孜别克族"),
            Map.entry("塔塔儿族", "塔塔尔族"),
            Map.entry("吉尔吉斯族", "柯尔克孜族"),
            Map.entry("蒙族", "蒙古族"),
            Map.entry("维族", "维吾尔族"),
            Map.entry("朝族", "朝鲜族"),
            Map.entry("傈粟族", "傈僳族"),
            Map.entry("栗僳族", "傈僳族"),
            Map.entry("栗粟族", "傈僳族"),
            Map.entry("佘族", "畲族"),
            Map.entry("其它", "其他"));

    /** Peoples and groups outside the list: what the record should hold is for a person to say. */
    private static final Set<String> UNLISTED = Set.of(
            "穿青", "僜", "夏尔巴", "革家", "亻革家", "西家", "木佬", "绕家", "克木", "莽", "摩梭", "土生葡", "图瓦", "未识别", "待识别", "未识别民族");

    private static final String FIRST = Stream.of(NAMES, BESIDE, ALSO.keySet())
            .flatMap(Collection::stream)
            .map(name -> name.substring(0, 1))
            .collect(Collectors.joining());

    private static final Pattern PEOPLE = Pattern.compile("(?<=.)(族人|民族|族|人|民)$");

    private Ethnicity() {}

    /** The standard name for what was typed, with or without 族. */
    public static Optional<String> named(String typed) {
        String name = Typed.compact(typed);
        if (BESIDE.contains(name) || name.equals("其它")) {
            return Optional.of(ALSO.getOrDefault(name, name));
        }
        String people = stem(name) + "族";
        String standard = ALSO.getOrDefault(people, people);
        return NAMES.contains(standard) ? Optional.of(standard) : Optional.empty();
    }

    /** Whether a name of one may begin with that character. */
    public static boolean mayBegin(char first) {
        return FIRST.indexOf(first) >= 0;
    }

    /** What must be asked back: a name that fits two peoples, or one that may be a slip. */
    public static List<String> either(String typed) {
        return switch (stem(Typed.compact(typed))) {
            case "哈" -> List.of("哈萨克族", "哈尼族");
            case "台湾原住民", "原住民", "台湾原住" -> List.of("高山族");
            case "蛮" -> List.of("满族");
            default -> List.of();
        };
    }

    /** Whether it is known and outside the 56: 穿青人, 僜人 … */
    static boolean isUnlisted(String typed) {
        return UNLISTED.contains(stem(Typed.compact(typed)));
    }

    /** 汉族, 汉族人, 汉民 and 汉人 are all 汉. */
    private static String stem(String name) {
        return PEOPLE.matcher(name).replaceFirst("");
    }
}
