package gradcheck.wecom;

import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;

/** The platform gave no token: what was to be asked with it was not asked. */
final class NoToken extends WxErrorException {
    private static final long serialVersionUID = 1;

    NoToken(WxError error) {
        super(error);
    }
}
