package gradcheck.wecom;

/** The platform gave no token: what was to be asked with it was not asked. */
final class NoToken extends ApiException {
    private static final long serialVersionUID = 1;

    NoToken(ApiException refusal) {
        super(refusal.errcode(), refusal.errmsg());
    }
}
