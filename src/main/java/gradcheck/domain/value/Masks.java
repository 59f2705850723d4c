package gradcheck.domain.value;

import gradcheck.domain.RecordField;
import java.util.regex.Pattern;

/** What of a value may stand in a chat (design.md §7): of a certificate number two signs, no more. */
public final class Masks {
    /** 香港 and 澳门 numbers end in a check sign; their first and last sign tell their owner enough. */
    private static final Pattern HONG_KONG_MACAU = Pattern.compile("[A-Z]{1,2}\\d{6}\\(?[\\dA]\\)?|\\d{7}\\(\\d\\)");
    /** A number this short would be half told by two signs. */
    private static final int TOO_SHORT = 4;

    private Masks() {}

    /** The field's value as a chat may show it. */
    public static String shown(RecordField field, String value) {
        if (value.isEmpty()) {
            return "（空）";
        }
        return switch (field.check()) {
            case CERTIFICATE_NUMBER -> tail(value);
            case DATE -> value.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3");
            default -> value;
        };
    }

    /** Stars and the last two signs; of a 香港 or 澳门 number the first and the last; of a short one only the last. */
    public static String tail(String number) {
        if (HONG_KONG_MACAU.matcher(number).matches()) {
            int last = number.length() - (number.endsWith(")") ? 2 : 1);
            return number.charAt(0) + number.substring(1, last).replaceAll("[A-Z0-9]", "*") + number.substring(last);
        }
        int shown = number.length() > TOO_SHORT ? 2 : Math.min(1, number.length() - 1);
        int from = Math.max(0, number.length() - shown);
        return "*".repeat(from) + number.substring(from);
    }
}
