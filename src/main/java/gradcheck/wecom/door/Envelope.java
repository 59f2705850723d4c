package gradcheck.wecom.door;

/** The envelope of callbacks and of passive replies (page 90238); read by a bounded scan, before anything is trusted. */
final class Envelope {
    private static final String OPEN = "<Encrypt>";
    private static final String CLOSE = "</Encrypt>";
    private static final String CDATA = "<![CDATA[";
    private static final String END = "]]>";

    private Envelope() {}

    /** What stands in the one {@code <Encrypt>}. */
    static String encrypted(String body) throws Rejected {
        int from = body.indexOf(OPEN);
        int to = from < 0 ? -1 : body.indexOf(CLOSE, from);
        if (to < 0 || body.indexOf(OPEN, from + OPEN.length()) >= 0) {
            throw Rejected.unreadable("envelope");
        }
        String inner = body.substring(from + OPEN.length(), to).strip();
        return inner.startsWith(CDATA) && inner.endsWith(END)
                ? inner.substring(CDATA.length(), inner.length() - END.length())
                : inner;
    }

    /** A text reply before it is sealed (page 90241). */
    static String text(String to, String from, long seconds, String text) {
        return "<xml><ToUserName>" + cdata(to) + "</ToUserName><FromUserName>" + cdata(from)
                + "</FromUserName><CreateTime>" + seconds + "</CreateTime><MsgType>" + cdata("text")
                + "</MsgType><Content>" + cdata(text) + "</Content></xml>";
    }

    static String reply(String sealed, String signature, String timestamp, String nonce) {
        return "<xml><Encrypt>" + cdata(sealed) + "</Encrypt><MsgSignature>" + cdata(signature)
                + "</MsgSignature><TimeStamp>" + timestamp + "</TimeStamp><Nonce>" + cdata(nonce) + "</Nonce></xml>";
    }

    /** A text that holds the end mark is cut in two, so that it can't break out. */
    private static String cdata(String text) {
        return CDATA + text.replace(END, "]]]]><![CDATA[>") + END;
    }
}
