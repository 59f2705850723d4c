package gradcheck.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes the sample season: a fixed cast, each for one purpose, then made-up people from a fixed seed. */
public final class SampleSeason {
    private static final List<String> COLUMNS = List.of(
            "学号", "姓名", "性别", "出生日期", "民族", "政治面貌", "证件类型", "证件号码", "学院", "专业", "班级", "层次", "学制", "入学日期", "预计毕业日期",
            "考生号", "企业微信账号", "学信网照片", "重拍", "备注");
    private static final List<String> COLLEGES = List.of("信息科学与工程学院", "化学化工学院", "文学院");
    private static final List<String> MAJORS = List.of("计算机科学与技术", "化学", "汉语言文学");
    private static final String SURNAMES = "赵钱孙李周吴郑冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马苗方任袁柳";
    private static final String GIVEN = "子涵雨欣浩然宇轩梓萱思远佳怡俊杰晓彤文博诗雅志远若曦嘉诚静怡泽楷可馨铭哲雪婷景行";
    private static final List<String> PHOTOS = List.of("已上网", "已上网", "已采集", "未采集", "未知");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final SplittableRandom random = new SplittableRandom(2027);
    private final List<Map<String, String>> students = new ArrayList<>();
    private final int size;

    private SampleSeason(int size) {
        this.size = size;
    }

    /**
     * Writes {@code roster.csv}, {@code photos.csv} and {@code staff.csv}.
     *
     * @param args how many students, and the folder
     */
    public static void main(String[] args) throws IOException {
        SampleSeason season = new SampleSeason(Integer.parseInt(args[0]));
        Path folder = Path.of(args[1]);
        Files.createDirectories(folder);
        season.cast();
        season.crowd();
        season.write(folder);
    }

    private void cast() {
        add("李四", 0, "学籍照片都好");
        add("王五", 0, "民族要更正");
        add("张三", 0, "照片未采集").put("学信网照片", "未采集");
        add("赵六", 0, "刚成为预备党员").put("学信网照片", "未知");
        Map<String, String> doubtful = add("欧阳若溪", 0, "出生日期与证件号不一致");
        doubtful.put("出生日期", "20040229");
        Map<String, String> wrongDigit = add("周小明", 0, "证件号校验位不对");
        String number = wrongDigit.get("证件号码");
        wrongDigit.put("证件号码", number.substring(0, 17) + (number.endsWith("1") ? "2" : "1"));
        add("阿依古丽·买买提", 1, "姓名有间隔点").put("民族", "维吾尔族");
        Map<String, String> hongKong = add("陈大文", 1, "香港");
        hongKong.putAll(Map.of("证件类型", "香港身份证", "证件号码", "A123456(3)", "政治面貌", "", "民族", "汉族"));
        Map<String, String> macau = add("何嘉敏", 1, "澳门，类型是回乡证");
        macau.putAll(Map.of("证件类型", "港澳居民来往内地通行证", "证件号码", "M12345678", "政治面貌", ""));
        Map<String, String> taiwan = add("林志远", 1, "台湾");
        taiwan.putAll(Map.of("证件类型", "台湾居民往来大陆通行证", "证件号码", "12345678", "政治面貌", ""));
        Map<String, String> overseas = add("黄海生", 2, "华侨");
        overseas.putAll(Map.of("证件类型", "护照", "证件号码", "E12345678", "政治面貌", ""));
        add("𬱖文𠮷", 2, "生僻字");
        add("李伟", 0, "同名甲");
        Map<String, String> same = add("李伟", 0, "同名乙");
        same.put("班级", "计算2309班");
        Map<String, String> retaken = add("孙悦", 2, "找新华社重拍过");
        retaken.put("重拍", "是");
        add("钱进", 2, "已采集还没上网").put("学信网照片", "已采集");
        add("吴双", 2, "账号与学号不同").put("企业微信账号", "WuShuang");
    }

    private void crowd() {
        while (students.size() < size) {
            String name = letter(SURNAMES) + letter(GIVEN) + (random.nextInt(4) == 0 ? "" : letter(GIVEN));
            Map<String, String> student = add(name, students.size() % COLLEGES.size(), "");
            student.put("学信网照片", PHOTOS.get(random.nextInt(PHOTOS.size())));
            student.put("政治面貌", random.nextInt(4) == 0 ? "中共预备党员" : "共青团员");
        }
    }

    private Map<String, String> add(String name, int college, String remark) {
        int index = students.size() + 1;
        LocalDate born = LocalDate.of(2004, 9, 1).plusDays(random.nextInt(365));
        boolean female = random.nextBoolean();
        Map<String, String> student = new HashMap<>();
        student.put("学号", String.format("3202301%05d", index));
        student.put("姓名", name);
        student.put("性别", female ? "女" : "男");
        student.put("出生日期", DATE.format(born));
        student.put("民族", "汉族");
        student.put("政治面貌", "共青团员");
        student.put("证件类型", "居民身份证");
        student.put("证件号码", identity(born, female, index));
        student.put("学院", COLLEGES.get(college));
        student.put("专业", MAJORS.get(college));
        student.put("班级", MAJORS.get(college).substring(0, 2) + "230" + (1 + index % 2) + "班");
        student.put("层次", "本科");
        student.put("学制", "4");
        student.put("入学日期", "20230901");
        student.put("预计毕业日期", "20270630");
        student.put("考生号", String.format("23620100%06d", index));
        student.put("学信网照片", "已上网");
        student.put("重拍", "否");
        student.put("备注", remark);
        students.add(student);
        return student;
    }

    /** The address code 629999 is assigned to nobody. */
    private static String identity(LocalDate born, boolean female, int index) {
        String serial = String.format("%03d", index % 500 * 2 + (female ? 0 : 1));
        String body = "629999" + DATE.format(born) + serial;
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    private String letter(String letters) {
        return letters.substring(random.nextInt(letters.length())).substring(0, 1);
    }

    private void write(Path folder) throws IOException {
        StringBuilder roster = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        StringBuilder photos = new StringBuilder("学号,学信网照片,更新日期\n");
        for (Map<String, String> student : students) {
            roster.append(String.join(
                            ",",
                            COLUMNS.stream()
                                    .map(c -> student.getOrDefault(c, ""))
                                    .toList()))
                    .append('\n');
            photos.append(student.get("学号"))
                    .append(',')
                    .append(student.get("学信网照片"))
                    .append(",2027-03-01\n");
        }
        Files.writeString(folder.resolve("roster.csv"), roster, StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("photos.csv"), photos, StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("staff.csv"),
                """
                企业微信账号,姓名,角色,学院,邮箱,电话
                jm-xinxi,王老师,教秘,信息科学与工程学院,xinxi@example.edu.cn,
                jm-huaxue,刘老师,教秘,化学化工学院,huaxue@example.edu.cn,0931-0000002
                jm-wen,陈老师,教秘,文学院,wen@example.edu.cn,0931-0000003
                jm-wen,陈老师,教秘,化学化工学院,wen@example.edu.cn,0931-0000003
                jwc-li,李老师,教务处,,jwc@example.edu.cn,0931-0000009
                """,
                StandardCharsets.UTF_8);
    }
}
