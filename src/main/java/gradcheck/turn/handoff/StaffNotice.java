package gradcheck.turn.handoff;

import gradcheck.message.Outgoing;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.engine.Ids;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.StaffMembers.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
        for (PersonId person : readers(tables, college)) {
            tables.parcels()
                    .queue(
                            new OutboxCodec.Label(
                                    ids.next(), person, Outbox.BULK, now, Optional.of(occasion + "|" + person)),
                            new Outgoing.Text(words.apply(notice)),
                            now);
        }
    }

    private static List<PersonId> readers(Tables tables, String college) {
        List<Member> own = college.isEmpty() ? List.of() : tables.staff().secretariesOf(college);
        return (own.isEmpty() ? tables.staff().all() : own)
                .stream()
                        .filter(m -> !own.isEmpty() || m.role() == Role.OFFICE)
                        .map(Member::person)
                        .distinct()
                        .toList();
    }
}
