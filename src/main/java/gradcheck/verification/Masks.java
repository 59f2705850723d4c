package gradcheck.verification;

/** What of a value may stand in a chat (design.md §7): of a certificate number its last two signs, no more. */
public final class Masks {
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

    /** Stars and the last two signs; a number too short to hide keeps only the last. */
    public static String tail(String number) {
        int shown = number.length() > 4 ? 2 : 1;
        int from = Math.max(0, number.length() - shown);
        return "*".repeat(from) + number.substring(from);
    }

    static boolean isPrivate(int codePoint) {
        return Character.getType(codePoint) == Character.PRIVATE_USE;
    }
}
