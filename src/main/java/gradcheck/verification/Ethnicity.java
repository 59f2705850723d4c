package gradcheck.verification;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 民族 by GB/T 3304-1991: the bot only normalises the spelling, it never proposes one. */
public final class Ethnicity {
    private static final List<String> NAMES =
            List.of(("汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族"
                            + " 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族"
                            + " 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族")
                    .split(" "));

    /** Old names, short names and slips (domain-facts §3.1). */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("汉人", "汉族"),
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
            Map.entry("佘族", "畲族"));

    private Ethnicity() {}

    /** The standard name for what was typed, with or without 族. */
    public static Optional<String> named(String typed) {
        String name = typed.endsWith("族") || typed.equals("汉人") ? typed : typed + "族";
        String standard = ALSO.getOrDefault(name, name);
        return NAMES.contains(standard) ? Optional.of(standard) : Optional.empty();
    }

    /** What may be meant where one name fits two peoples. */
    public static List<String> either(String typed) {
        return typed.equals("哈族") || typed.equals("哈") ? List.of("哈萨克族", "哈尼族") : List.of();
    }
}
