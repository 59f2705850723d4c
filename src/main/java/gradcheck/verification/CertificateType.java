package gradcheck.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of certificate the roster knows: interface.md §4. */
public enum CertificateType {
    RESIDENT("居民身份证", "身份证"),
    HONG_KONG("香港身份证", "香港居民身份证", "港澳身份证"),
    MACAU("澳门身份证", "澳门居民身份证"),
    /** The printed name says 来往; the manual writes 往来, which is accepted (C5). */
    TAIWAN_PERMIT("台湾居民来往大陆通行证", "台湾居民往来大陆通行证", "台胞证"),
    PASSPORT("护照"),
    HOME_RETURN_PERMIT("港澳居民来往内地通行证", "港澳居民往来内地通行证", "回乡证"),
    RESIDENCE_PERMIT("港澳台居民居住证", "居住证"),
    OTHER("其他");

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

    /** The type somebody means by this name. */
    public static Optional<CertificateType> named(String name) {
        String wanted = name.strip();
        return Arrays.stream(values())
                .filter(t -> t.title.equals(wanted) || t.aliases.contains(wanted))
                .findFirst();
    }
}
