package gradcheck.store;

import org.jdbi.v3.core.Handle;

/** The tables, within one transaction. */
public final class Tables {
    private final Handle handle;
    private final Seal seal;

    Tables(Handle handle, Seal seal) {
        this.handle = handle;
        this.seal = seal;
    }

    public Inbox inbox() {
        return new Inbox(handle);
    }

    public Students students() {
        return new Students(handle, seal);
    }

    public StaffMembers staff() {
        return new StaffMembers(handle);
    }

    public Conversations conversations() {
        return new Conversations(handle, seal);
    }

    public PhotoFacts photoFacts() {
        return new PhotoFacts(handle);
    }

    public Confirmations confirmations() {
        return new Confirmations(handle, seal);
    }

    public CorrectionRows corrections() {
        return new CorrectionRows(handle, seal);
    }

    public Outbox outbox() {
        return new Outbox(handle);
    }

    public Sending sending() {
        return new Sending(handle);
    }

    public CountedReminders countedReminders() {
        return new CountedReminders(handle);
    }

    public Mutes mutes() {
        return new Mutes(handle);
    }

    public Marks marks() {
        return new Marks(handle);
    }

    public Audit audit() {
        return new Audit(handle);
    }

    public Overview overview() {
        return new Overview(handle);
    }

    public Standings standings() {
        return new Standings(handle);
    }

    public Seasons seasons() {
        return new Seasons(handle);
    }

    public Attachments attachments() {
        return new Attachments(handle, seal);
    }

    public Cards cards() {
        return new Cards(handle);
    }

    public Reopenings reopenings() {
        return new Reopenings(handle);
    }

    public Postponed postponed() {
        return new Postponed(handle);
    }

    public Bindings bindings() {
        return new Bindings(handle, seal);
    }

    public Acquaintances acquaintances() {
        return new Acquaintances(handle);
    }

    public Batches batches() {
        return new Batches(handle);
    }

    public Allowance allowance() {
        return new Allowance(handle);
    }

    public Unreachable unreachable() {
        return new Unreachable(handle);
    }

    public RoundRows rounds() {
        return new RoundRows(handle);
    }

    public Occasions occasions() {
        return new Occasions(handle);
    }

    public Digests digests() {
        return new Digests(handle);
    }

    public Situations situations() {
        return new Situations(handle);
    }

    public Roll roll() {
        return new Roll(handle);
    }

    public Tallies tallies() {
        return new Tallies(handle);
    }

    public DeskLists deskLists() {
        return new DeskLists(handle);
    }

    public DeskQuestions deskQuestions() {
        return new DeskQuestions(handle);
    }

    public DeskActs deskActs() {
        return new DeskActs(handle);
    }

    public Relays relays() {
        return new Relays(handle);
    }

    public Calls calls() {
        return new Calls(handle);
    }

    public PageTokens pageTokens() {
        return new PageTokens(handle);
    }

    public Parcels parcels() {
        return new Parcels(this);
    }

    public Unanswered unanswered() {
        return new Unanswered(handle);
    }

    public Offers offers() {
        return new Offers(handle);
    }

    public DataKey dataKey() {
        return new DataKey(handle, seal);
    }

    SealedCells sealedCells() {
        return new SealedCells(handle, seal);
    }

    public Purge purge() {
        return new Purge(handle);
    }

    public References references() {
        return new References(handle);
    }

    public Gauges gauges() {
        return new Gauges(handle);
    }
}
