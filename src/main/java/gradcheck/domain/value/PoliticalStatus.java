package gradcheck.domain.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** 政治面貌 by GB/T 4762-1984, 13 values in the short form that forms use (domain-facts §3.2, C10). */
public final class PoliticalStatus {
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("中共党员", List.of("中国共产党党员", "共产党员", "党员", "正式党员", "中共正式党员", "已转正", "转正", "中共党员正式")),
            Map.entry("中共预备党员", List.of("中国共产党预备党员", "预备", "预备党员", "刚入党", "共产党预备党员", "中共党员预备", "党员预备", "预备期党员")),
            Map.entry("共青团员", List.of("中国共产主义青年团团员", "团员", "共青团", "共青团团员", "中国共青团员", "共产主义青年团员")),
            Map.entry("民革党员", List.of("中国国民党革命委员会会员", "中国国民党革命委员会党员", "民革", "民革会员")),
            Map.entry("民盟盟员", List.of("中国民主同盟盟员", "民盟", "民盟会员", "民盟成员")),
            Map.entry("民建会员", List.of("中国民主建国会会员", "民建", "民建成员")),
            Map.entry("民进会员", List.of("中国民主促进会会员", "民进", "民进成员")),
            Map.entry("农工党党员", List.of("中国农工民主党党员", "农工党", "农工党员", "农工民主党党员")),
            Map.entry("致公党党员", List.of("中国致公党党员", "致公党", "致公党员")),
            Map.entry("九三学社社员", List.of("九三学社", "九三", "九三社员", "93学社")),
            Map.entry("台盟盟员", List.of("台湾民主自治同盟盟员", "台盟", "台盟成员")),
            Map.entry("无党派人士", List.of("无党派民主人士")),
            Map.entry("群众", List.of("普通群众", "无", "没有", "啥也不是", "什么也不是", "什么都不是", "老百姓", "人民群众", "普通人")));

    /** On the way to the Party or not yet in the League: the value stays what it is, 共青团员 or 群众. */
    private static final Set<String> STAGES =
            Set.of("积极分子", "入党积极分子", "发展对象", "入党发展对象", "入党申请人", "递交入党申请书", "少先队员", "少先队");

    private static final Map<String, String> BY_NAME = byName();

    private PoliticalStatus() {}

    /** The value for what was typed; 积极分子, 发展对象 and 少先队员 are none. */
    public static Optional<String> named(String typed) {
        return Optional.ofNullable(BY_NAME.get(plain(typed)));
    }

    /** Whether a name of one may begin with that character. */
    public static boolean mayBegin(char first) {
        return BY_NAME.keySet().stream().anyMatch(name -> name.charAt(0) == first);
    }

    /** Whether it names a stage on the way to one of the values. */
    static boolean isStage(String typed) {
        return STAGES.contains(plain(typed));
    }

    /** What must be asked back because it fits several values. */
    static List<String> either(String typed) {
        return switch (plain(typed)) {
            case "无党派" -> List.of("群众", "无党派人士");
            case "入党", "已入党", "已经入党", "我入党", "我已经入党" -> List.of("中共预备党员", "中共党员");
            case "退团", "已退团", "已经退团" -> List.of("群众", "共青团员");
            case "民主党派", "民主党派成员" -> List.of("民革党员", "民盟盟员", "民建会员", "民进会员", "农工党党员", "致公党党员", "九三学社社员", "台盟盟员");
            default -> List.of();
        };
    }

    /** 中共党员（预备） and 民革党员（会员） lose their brackets. */
    private static String plain(String typed) {
        return Typed.compact(typed).replace("(会员)", "").replaceAll("[()]", "");
    }

    private static Map<String, String> byName() {
        Map<String, String> byName = new HashMap<>();
        VALUES.forEach((value, names) -> {
            byName.put(value, value);
            names.forEach(name -> byName.put(name, value));
        });
        return Map.copyOf(byName);
    }
}
