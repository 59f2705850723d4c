package gradcheck.wecom;

/**
 * The platform's refusal of a call. Its message is the number alone: what the platform wrote may repeat what it was
 * sent.
 */
class ApiException extends Exception {
    private static final long serialVersionUID = 1;

    private final int errcode;
    private final String errmsg;

    ApiException(int errcode, String errmsg) {
        super("errcode " + errcode);
        this.errcode = errcode;
        this.errmsg = errmsg;
    }

    /** Never 0; the list is page 90313. */
    final int errcode() {
        return errcode;
    }

    /** The platform's own words; empty where it had none. */
    final String errmsg() {
        return errmsg;
    }
}
