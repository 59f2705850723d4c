package gradcheck.verification;

import java.util.HashMap;
import java.util.Map;

/**
 * Traditional forms of the characters that names are made of, each followed by its simplified one.
 *
 * <p>Good for comparing only: 發 and 髮 both become 发, so the way back is not unique, and a name is never rewritten
 * (R39). Forms that are both legal in names, such as 昇 and 升, are no pair here.
 */
final class Scripts {
    private static final String PAIRS = "陳陈張张劉刘黃黄吳吴趙赵鄭郑馮冯許许鄧邓蔣蒋韓韩楊杨蕭萧葉叶呂吕盧卢蘇苏羅罗謝谢鄒邹孫孙馬马龍龙賀贺"
            + "錢钱湯汤龔龚顧顾賴赖萬万譚谭鍾钟鐘钟範范餘余雲云嚴严華华陸陆齊齐閻阎顏颜喬乔莊庄薑姜瀋沈嶽岳穀谷於于"
            + "臺台颱台鬆松徵征豐丰鬱郁蔔卜韆千後后發发髮发東东關关歐欧陽阳國国強强偉伟麗丽鳳凤蘭兰蓮莲瓊琼瑤瑶慶庆"
            + "豔艳艷艳潔洁靜静穎颖營营賢贤傑杰輝辉煒炜燁烨燦灿爾尔嬋婵嫻娴嬌娇嵐岚寶宝實实寧宁賓宾賽赛贊赞質质貴贵"
            + "賦赋資资購购費费長长門门開开閔闵聞闻閩闽闊阔飛飞馳驰駿骏騰腾驊骅鵬鹏鴻鸿鶴鹤鷹鹰鳴鸣鵑鹃鶯莺魯鲁鮑鲍"
            + "紅红純纯綺绮維维綱纲綠绿緒绪練练繼继續续紹绍經经絲丝細细結结給给統统績绩繡绣織织綸纶纓缨縝缜詩诗誠诚"
            + "詠咏諾诺諒谅論论議议讓让譽誉謙谦謹谨證证識识設设計计記记訓训語语說说諸诸誼谊鋼钢鋒锋銘铭銳锐錦锦鎮镇"
            + "鑒鉴鈞钧鈺钰鉑铂銀银錫锡鏡镜釗钊鏗铿鐵铁曉晓曄晔暉晖時时晝昼書书會会樹树榮荣樂乐權权標标機机橋桥檸柠"
            + "極极業业澤泽濤涛潤润濱滨灣湾漢汉溫温瀟潇滿满淵渊渙涣瀾澜濟济淨净汎泛漣涟濃浓聖圣聰聪聯联職职達达遠远"
            + "進进運运連连邁迈選选還还適适遲迟鄔邬鄺邝愛爱憶忆懷怀態态戀恋憫悯應应戰战據据擁拥擴扩揚扬換换興兴舉举"
            + "藝艺藍蓝薈荟蘊蕴蘋苹蔥葱蕓芸薩萨葦苇見见親亲覺觉觀观規规視视覽览軍军軒轩輪轮轉转輔辅載载輕轻較较電电"
            + "靈灵霧雾韋韦韻韵項项順顺領领頌颂頻频題题顯显願愿勝胜務务動动勵励勛勋勳勋區区協协單单衛卫廠厂廣广庫库"
            + "慮虑畫画異异當当盡尽義义習习翹翘聲声肅肃與与學学宮宫憲宪審审寬宽對对專专將将尋寻導导屆届層层崗岗島岛"
            + "嶺岭師师帥帅帶带幫帮幹干彌弥彎弯歸归錄录從从復复優优億亿倫伦個个們们傳传傷伤備备價价儀仪儉俭兒儿兩两"
            + "冊册凱凯別别創创劍剑則则剛刚環环現现瑪玛瑋玮璣玑璦瑷瓏珑";

    private static final Map<Integer, Integer> SIMPLIFIED = pairs();

    private Scripts() {}

    /** The value with every traditional form of the table replaced: to compare with, never to keep. */
    static String simplified(String value) {
        StringBuilder simplified = new StringBuilder(value.length());
        value.codePoints().map(c -> SIMPLIFIED.getOrDefault(c, c)).forEach(simplified::appendCodePoint);
        return simplified.toString();
    }

    private static Map<Integer, Integer> pairs() {
        int[] signs = PAIRS.codePoints().toArray();
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i < signs.length; i += 2) {
            pairs.put(signs[i], signs[i + 1]);
        }
        return Map.copyOf(pairs);
    }
}
