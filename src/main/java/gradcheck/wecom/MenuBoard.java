package gradcheck.wecom;

import gradcheck.message.OutcomeCause;
import gradcheck.outbox.SendOutcome;
import java.time.Clock;

/** Puts the menu on the application; people see it when they open the chat again. */
public final class MenuBoard {
    private static final String CREATE = "/cgi-bin/menu/create?agentid=";

    private final Api api;
    private final int agentId;

    public MenuBoard(WecomSettings settings, Clock clock) {
        this.api = new Api(settings, clock);
        this.agentId = settings.agentId();
    }

    /** {@code Sent}, or why not; the platform's own number where it gave one. */
    public SendOutcome publish(Menu menu) {
        try {
            api.call(CREATE + agentId, menu.json().toString());
            return new SendOutcome.Sent("");
        } catch (ApiException e) {
            return new SendOutcome.Refused(OutcomeCause.OTHER, Integer.toString(e.errcode()), e.errmsg());
        } catch (RuntimeException e) {
            return new SendOutcome.Unknown(String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause()));
        }
    }
}
