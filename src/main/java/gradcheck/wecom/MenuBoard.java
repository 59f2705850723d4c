package gradcheck.wecom;

import gradcheck.message.OutcomeCause;
import gradcheck.outbox.SendOutcome;
import java.time.Clock;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;

/** Puts the menu on the application; people see it when they open the chat again. */
public final class MenuBoard {
    private static final String CREATE = "/cgi-bin/menu/create?agentid=";

    private final Api api;
    private final int agentId;

    public MenuBoard(WecomSettings settings, Clock clock) {
        this.api = Api.of(settings, clock);
        this.agentId = settings.agentId();
    }

    /** {@code Sent}, or why not; the platform's own number where it gave one. */
    public SendOutcome publish(Menu menu) {
        try {
            api.call(CREATE + agentId, menu.json());
            return new SendOutcome.Sent("");
        } catch (WxErrorException e) {
            WxError error = e.getError();
            return new SendOutcome.Refused(
                    OutcomeCause.OTHER, Integer.toString(error.getErrorCode()), String.valueOf(error.getErrorMsg()));
        } catch (RuntimeException e) {
            return new SendOutcome.Unknown(String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause()));
        }
    }
}
