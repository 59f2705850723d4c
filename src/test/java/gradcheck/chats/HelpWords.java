package gradcheck.chats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words that the helps list, as somebody would write them in {@code help.chat}, with an argument where one is needed. */
final class HelpWords {
    /** Whom or what each is about at the end of that chat. */
    private static final Map<String, String> ARGUMENTS = Map.of(
            "恢复", "恢复 赵六",
            "暂停", "暂停 张三 请假",
            "移出", "移出 张三 休学",
            "延期", "延期 张三 5月10日",
            "重开", "重开 李四 改了户口",
            "纸质照片", "纸质照片 张三 已交",
            "通过 12", "通过 2",
            "退回 12 理由", "退回 2 理由",
            "材料已收 12 户口本", "材料已收 1 户口本");

    private HelpWords() {}

    /** {@code ·导出 确认（更正、统计），导入} lists 导出 确认, 导出 更正, 导出 统计 and 导入. */
    static List<String> ofDesk(String help) {
        List<String> words = new ArrayList<>();
        for (String line : lines(help)) {
            String listed = line.replace("然后 ", "").replaceAll("，后面写.*$", "");
            for (String word : listed.replaceAll("（[^）]*）", "").split("[、，；]", -1)) {
                words.add(ARGUMENTS.getOrDefault(word.strip(), word.strip()));
            }
            if (listed.startsWith("导出")) {
                String others = listed.replaceAll("^[^（]*（|）.*$", "");
                List.of(others.split("、", -1)).forEach(kind -> words.add("导出 " + kind));
            }
        }
        words.add("撤销");
        return words;
    }

    /** {@code ·进度：两项核对到哪一步了} lists 进度. */
    static List<String> ofStudent(String help) {
        List<String> words = new ArrayList<>();
        for (String line : lines(help)) {
            words.addAll(List.of(line.replaceAll("：.*$", "").split("[、；]", -1)));
        }
        return words;
    }

    private static List<String> lines(String help) {
        return help.lines()
                .filter(line -> line.startsWith("·"))
                .map(line -> line.substring(1))
                .toList();
    }
}
