package gradcheck.verification;

import java.util.Map;
import java.util.Optional;

/** 政治面貌 by GB/T 4762-1984, 13 values in the short form that forms use (domain-facts §3.2, C10). */
public final class PoliticalStatus {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("中共党员", "中共党员"),
            Map.entry("中国共产党党员", "中共党员"),
            Map.entry("党员", "中共党员"),
            Map.entry("正式党员", "中共党员"),
            Map.entry("已转正", "中共党员"),
            Map.entry("中共预备党员", "中共预备党员"),
            Map.entry("中国共产党预备党员", "中共预备党员"),
            Map.entry("预备", "中共预备党员"),
            Map.entry("预备党员", "中共预备党员"),
            Map.entry("共青团员", "共青团员"),
            Map.entry("中国共产主义青年团团员", "共青团员"),
            Map.entry("团员", "共青团员"),
            Map.entry("民革党员", "民革党员"),
            Map.entry("民革", "民革党员"),
            Map.entry("民盟盟员", "民盟盟员"),
            Map.entry("民盟", "民盟盟员"),
            Map.entry("民建会员", "民建会员"),
            Map.entry("民建", "民建会员"),
            Map.entry("民进会员", "民进会员"),
            Map.entry("民进", "民进会员"),
            Map.entry("农工党党员", "农工党党员"),
            Map.entry("农工党", "农工党党员"),
            Map.entry("致公党党员", "致公党党员"),
            Map.entry("致公党", "致公党党员"),
            Map.entry("九三学社社员", "九三学社社员"),
            Map.entry("九三学社", "九三学社社员"),
            Map.entry("九三", "九三学社社员"),
            Map.entry("台盟盟员", "台盟盟员"),
            Map.entry("台盟", "台盟盟员"),
            Map.entry("无党派人士", "无党派人士"),
            Map.entry("无党派民主人士", "无党派人士"),
            Map.entry("群众", "群众"),
            Map.entry("普通群众", "群众"));

    private PoliticalStatus() {}

    /** The value for what was typed; 积极分子, 发展对象 and 少先队员 are none. */
    public static Optional<String> named(String typed) {
        return Optional.ofNullable(VALUES.get(typed));
    }
}
