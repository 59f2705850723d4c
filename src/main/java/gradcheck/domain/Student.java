package gradcheck.domain;

import gradcheck.domain.value.CertificateType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A graduating student as the roster has them: the roster is the truth, the bot never edits it.
 *
 * @param number the 学号, kept as text: leading zeros count
 * @param values the record's fields by code ({@code XM}, {@code MZ} …); an empty field is absent
 * @param webPhoto what the registrar knows about the photo on 学信网
 * @param retaken whether the registrar knows of a photo taken anew with 新华社 (R27)
 */
public record Student(String number, Map<String, String> values, WebPhoto webPhoto, boolean retaken) {
    private static final int TAIL = 4;

    public Student {
        values = Map.copyOf(values);
    }

    /** The end of a 学号: beside a name enough to tell who is meant, and no more than a list needs (domain-facts §7.3). */
    public static String tail(String number) {
        return number.substring(Math.max(0, number.length() - TAIL));
    }

    /** The field's value, empty where the roster has none. */
    public String value(String code) {
        return values.getOrDefault(code, "");
    }

    /** The same student with one value changed, as a correction would have it. */
    public Student with(String code, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(code, value);
        return new Student(number, changed, webPhoto, retaken);
    }

    /** The certificate's type; empty where the roster names none that is known. */
    public Optional<CertificateType> certificateType() {
        return CertificateType.named(value(RecordField.CERTIFICATE_TYPE));
    }

    /** The whole number, never to be shown or logged; empty where the roster has none. */
    public String certificateNumber() {
        return value(RecordField.CERTIFICATE_NUMBER);
    }

    public String name() {
        return value("XM");
    }

    public String college() {
        return value("FY");
    }

    public String className() {
        return value("BH");
    }
}
