package gradcheck.wecom.door;

/**
 * A decrypted message as XML that a parser takes: people paste what XML 1.0 can't hold (Word's soft line break U+000B,
 * halves of an emoji), and the platform passes it on. Only after the signature is proven: before it nobody is a person.
 */
final class Legible {
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final String TEXT = "<Content>" + CDATA;
    private static final String TEXT_END = CDATA_END + "</Content>";
    /** The end mark in two pieces, so that it ends nothing. */
    private static final String CUT = "]]]]><![CDATA[>";

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";
    /** The highest character in hexadecimal, with a zero or two before it; longer ones name no character. */
    private static final int LONGEST_REFERENCE = 12;

    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    private final String xml;
    private final StringBuilder kept;
    private int at;

    private Legible(String xml) {
        this.xml = xml;
        this.kept = new StringBuilder(xml.length());
    }

    /** The same without the characters that XML can't hold, bare or as references; a bare ampersand is one that was meant. */
    static String of(String xml) {
        String held = closedOnce(withoutUnheld(xml));
        return held.indexOf('&') < 0 ? held : new Legible(held).references();
    }

    /** A person may write CDATA's end mark, too: a text ends at the last one before its element's end, not at the first. */
    private static String closedOnce(String xml) {
        int from = xml.indexOf(TEXT) + TEXT.length();
        int to = xml.lastIndexOf(TEXT_END);
        if (from < TEXT.length() || to < from) {
            return xml;
        }
        String text = xml.substring(from, to);
        return text.contains(CDATA) ? xml : xml.substring(0, from) + text.replace(CDATA_END, CUT) + xml.substring(to);
    }

    private static String withoutUnheld(String text) {
        StringBuilder held = new StringBuilder(text.length());
        text.codePoints().filter(Legible::isHeld).forEach(held::appendCodePoint);
        return held.toString();
    }

    /** The production Char of XML 1.0; a lone surrogate is its own code point here, and none of these. */
    private static boolean isHeld(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= Character.MIN_SUPPLEMENTARY_CODE_POINT && character <= Character.MAX_CODE_POINT);
    }

    /** Inside CDATA and comments a reference is just text. */
    private String references() {
        while (at < xml.length()) {
            if (xml.startsWith(CDATA, at)) {
                through(CDATA_END);
            } else if (xml.startsWith(COMMENT, at)) {
                through(COMMENT_END);
            } else if (xml.charAt(at) == '&') {
                reference();
            } else {
                kept.append(xml.charAt(at++));
            }
        }
        return kept.toString();
    }

    private void through(String end) {
        int found = xml.indexOf(end, at);
        int next = found < 0 ? xml.length() : found + end.length();
        kept.append(xml, at, next);
        at = next;
    }

    private void reference() {
        int end = xml.indexOf(';', at);
        String name = end < 0 || end - at > LONGEST_REFERENCE ? "" : xml.substring(at + 1, end);
        if (name.matches("amp|lt|gt|quot|apos")) {
            kept.append('&').append(name).append(';');
            at = end + 1;
        } else if (name.matches("#\\d+|#[xX][0-9a-fA-F]+")) {
            at = end + 1;
            character(number(name));
        } else {
            kept.append("&amp;");
            at++;
        }
    }

    /** Some write a character beyond the first plane as the two halves of UTF-16. */
    private void character(int first) {
        int character = first;
        if (isHalf(first) && Character.isHighSurrogate((char) first)) {
            int end = xml.startsWith("&#", at) ? xml.indexOf(';', at) : -1;
            int second = end < 0 ? -1 : number(xml.substring(at + 1, end));
            if (isHalf(second) && Character.isLowSurrogate((char) second)) {
                character = Character.toCodePoint((char) first, (char) second);
                at = end + 1;
            }
        }
        if (isHeld(character)) {
            kept.append("&#").append(character).append(';');
        }
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** -1 for what names no character. */
    private static int number(String name) {
        try {
            boolean isHex = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
            return isHex ? Integer.parseInt(name.substring(2), HEX) : Integer.parseInt(name.substring(1), DECIMAL);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return -1;
        }
    }
}
