package gradcheck.season;

import gradcheck.message.PersonId;
import gradcheck.outbox.Channel;
import gradcheck.outbox.Sender;
import gradcheck.reminders.Policy;
import java.util.Optional;

/** Which bot goes through the season: the real one, or one with a single fault, to see that the checker finds it. */
class Build {
    /** The shipped bot. */
    static final Build REAL = new Build();

    Policy policy(Policy shipped) {
        return shipped;
    }

    Channel channel(Channel platform) {
        return platform;
    }

    Sender.Prepare prepare(Sender.Prepare shipped) {
        return shipped;
    }

    /** An answer that is given without the bot having heard anything. */
    Optional<String> instead(PersonId person, String word) {
        return Optional.empty();
    }
}
