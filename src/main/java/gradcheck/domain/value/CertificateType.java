package gradcheck.domain.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of certificate the roster knows: interface.md §4. */
public enum CertificateType {
    RESIDENT("居民身份证", "身份证", "二代身份证", "第二代身份证", "第二代居民身份证", "中国居民身份证", "大陆身份证", "内地身份证"),
    HONG_KONG("香港身份证", "香港居民身份证", "香港永久性居民身份证", "香港特区身份证", "香港特别行政区身份证", "HKID"),
    MACAU("澳门身份证", "澳门居民身份证", "澳门永久性居民身份证", "澳门特区身份证", "澳门特别行政区身份证"),
    /** The printed name says 来往; the manual writes 往来, which is accepted (C5). */
    TAIWAN_PERMIT("台湾居民来往大陆通行证", "台胞证", "台湾通行证", "台湾居民通行证", "台湾居民来往内地通行证"),
    PASSPORT("护照", "中国护照", "普通护照", "因私护照", "外国护照", "华侨护照"),
    HOME_RETURN_PERMIT("港澳居民来往内地通行证", "回乡证", "回乡卡", "港澳居民来往大陆通行证", "港澳居民通行证"),
    RESIDENCE_PERMIT("港澳台居民居住证", "居住证", "港澳居民居住证", "台湾居民居住证", "港澳台居住证"),
    OTHER("其他", "其它", "其他证件");

    private static final Pattern REMARK = Pattern.compile("\\(.*\\)$");

    private static final Map<String, CertificateType> TITLES =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CertificateType::title, type -> type));

    private final String title;
    private final List<String> aliases;

    CertificateType(String title, String... aliases) {
        this.title = title;
        this.aliases = List.of(aliases);
    }

    /** The official name. */
    public String title() {
        return title;
    }

    /** The type somebody means by this name; a remark in brackets after it doesn't matter. */
    public static Optional<CertificateType> named(String name) {
        CertificateType official = TITLES.get(name);
        if (official != null) {
            return Optional.of(official);
        }
        String wanted = REMARK.matcher(Typed.compact(name))
                .replaceFirst("")
                .replace("往来", "来往")
                .replace('臺', '台')
                .replace('証', '证')
                .replace('證', '证');
        return Arrays.stream(values())
                .filter(t -> t.title.equals(wanted) || t.aliases.contains(wanted))
                .findFirst();
    }

    /** The types a name may mean that fits several, or that nearly names one; empty for any other name. */
    static List<CertificateType> perhaps(String name) {
        return switch (Typed.compact(name).replace("往来", "来往")) {
            case "港澳身份证", "港澳居民身份证", "港澳地区身份证", "港澳台身份证" -> List.of(HONG_KONG, MACAU);
            case "通行证", "来往内地通行证", "来往大陆通行证", "港澳台通行证" -> List.of(TAIWAN_PERMIT, HOME_RETURN_PERMIT);
                // A Taiwan identity card is never asked for: R42 wants the permit.
            case "台湾身份证", "台湾居民身份证", "台湾国民身份证" -> List.of(TAIWAN_PERMIT);
            default -> List.of();
        };
    }
}
