package gradcheck.flows.photo;

import java.util.List;

/** What students type at the questions of the photo check, besides a number. */
final class PhotoWords {
    static final List<String> RIGHT = List.of(
            "正确", "对", "对的", "是对的", "没问题", "没毛病", "没错", "没有错", "没有问题", "是", "是我", "是本人", "本人", "是我本人", "都对", "全对",
            "都正确", "一致", "无误", "嗯", "嗯嗯", "ok", "OK", "可以", "好", "✓", "√");
    static final List<String> WRONG =
            List.of("有误", "不对", "错了", "错的", "不是", "不正确", "有错", "有问题", "不太对", "不大对", "不一致", "有点问题", "有不对", "×", "搞错");
    static final List<String> YES =
            List.of("是", "是的", "对", "对的", "是最新", "最新的", "是最后", "最后一次", "一样", "有", "嗯", "嗯嗯", "正确", "新的", "没问题", "没错");
    static final List<String> NO =
            List.of("不是", "否", "没有", "没", "没得", "不对", "旧的", "旧照", "旧照片", "还是旧的", "以前的", "之前的", "不一样", "不是最新");
    static final List<String> NOT_RETAKEN = List.of(
            "没换过", "没换", "没有", "没得", "没", "否", "无", "不是", "没重拍", "没重拍过", "没有换", "没有换过", "没补拍", "没重新拍", "从来没有", "就拍过一次",
            "只拍过一次", "只拍了一次", "不曾");
    static final List<String> RETAKEN =
            List.of("换过", "换了", "重拍过", "重拍了", "重新拍过", "重新拍了", "补拍过", "补拍了", "有", "是", "嗯", "拍过两次", "拍了两次", "更换过");
    static final List<String> PAPER_NEWEST =
            List.of("是最新版", "最新版", "是", "是的", "对", "最新的", "是最新", "新的", "没问题", "没错", "交了", "已交", "交过了", "一样", "有", "嗯");
    static final List<String> PAPER_OLD =
            List.of("是旧的，要换", "旧的", "要换", "不是", "旧版", "需换新", "还是旧的", "以前的", "不一样", "否", "不对");
    static final List<String> PAPER_NONE =
            List.of("还没交", "没交", "未交", "没有", "没得", "没", "没给", "没有交", "没交过", "忘了交", "不知道", "不清楚", "不确定", "还没", "没给老师");
    static final List<String> DONE = List.of(
            "好了", "好", "可以", "可以了", "ok", "OK", "打开了", "进去了", "登上了", "登录了", "登进去了", "点了", "点进去了", "行了", "成了", "成功",
            "成功了", "提交了", "找到了", "有", "是", "搞定", "完成", "弄好了", "嗯", "看到了");
    static final List<String> STUCK = List.of(
            "卡在这里", "卡住", "卡住了", "还是卡住", "不行", "还是不行", "打不开", "进不去", "没有", "没得", "没", "不会", "找不到", "没找到", "没反应", "失败",
            "不好使", "没成功", "登不上", "登不进去", "登录不了", "不能登录");
    /** Said at any question of this check: everything from the start. */
    static final List<String> AGAIN = List.of("重新看一遍", "重新看", "从头看", "从头再看", "重新校对", "再看一遍", "重来");

    private PhotoWords() {}
}
