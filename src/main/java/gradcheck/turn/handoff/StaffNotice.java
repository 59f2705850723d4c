package gradcheck.turn.handoff;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Tells a college's secretaries something they should know; the registrar's office where there is none. */
public final class StaffNotice {
    private final Clock clock;
    private final Ids ids;
    private final Function<Say, String> words;

    public StaffNotice(Clock clock, Ids ids, Function<Say, String> words) {
        this.clock = clock;
        this.ids = ids;
        this.words = words;
    }

    /**
     * Queues the notice, once for each of them.
     *
     * @param college empty: it concerns no college
     * @param occasion what makes it unique for ever
     */
    public void tell(Tables tables, String college, Say notice, String occasion) {
        Instant now = clock.instant();
        for (PersonId person : tables.staff().accountsFor(college)) {
            tables.parcels()
                    .queue(
                            new OutboxCodec.Label(
                                    ids.next(), person, Outbox.BULK, now, Optional.of(occasion + "|" + person)),
                            new Outgoing.Text(words.apply(notice)),
                            now);
        }
    }
}
