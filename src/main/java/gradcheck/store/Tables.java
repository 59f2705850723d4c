package gradcheck.store;

import gradcheck.domain.Season;
import gradcheck.store.crypto.DataKey;
import gradcheck.store.crypto.FieldCipher;
import gradcheck.store.crypto.Reencryption;
import gradcheck.store.desk.DeskActs;
import gradcheck.store.desk.DeskLists;
import gradcheck.store.desk.DeskQuestions;
import gradcheck.store.desk.Digests;
import gradcheck.store.desk.PageTokens;
import gradcheck.store.desk.PhoneCalls;
import gradcheck.store.desk.Relays;
import gradcheck.store.engine.Aside;
import gradcheck.store.engine.ChangedStudents;
import gradcheck.store.engine.Metadata;
import gradcheck.store.engine.ReadCache;
import gradcheck.store.engine.References;
import gradcheck.store.outbox.Attachments;
import gradcheck.store.outbox.CardRows;
import gradcheck.store.outbox.CountedReminders;
import gradcheck.store.outbox.Inbox;
import gradcheck.store.outbox.Occasions;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxCodec;
import gradcheck.store.outbox.OutboxQueue;
import gradcheck.store.outbox.Queueing;
import gradcheck.store.outbox.RoundRows;
import gradcheck.store.outbox.SendBudget;
import gradcheck.store.outbox.SendCalls;
import gradcheck.store.people.BindingRequests;
import gradcheck.store.people.Bindings;
import gradcheck.store.people.ContactHistory;
import gradcheck.store.people.Conversations;
import gradcheck.store.people.EnrollmentHolds;
import gradcheck.store.people.Mutes;
import gradcheck.store.people.Offers;
import gradcheck.store.people.Seasons;
import gradcheck.store.people.StaffMembers;
import gradcheck.store.people.Students;
import gradcheck.store.people.Unanswered;
import gradcheck.store.people.Unreachable;
import gradcheck.store.query.Situations;
import gradcheck.store.query.StatusRows;
import gradcheck.store.query.StoreGauges;
import gradcheck.store.query.StudentQueries;
import gradcheck.store.query.Tallies;
import gradcheck.store.record.Audit;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Gaps;
import gradcheck.store.record.PhotoFacts;
import gradcheck.store.record.Postponed;
import gradcheck.store.record.Reopenings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The tables, within one transaction. */
public final class Tables {
    private final Handle handle;
    private final Optional<Aside> aside;
    private final FieldCipher seal;
    private final Season season;
    private final ChangedStudents changed = new ChangedStudents();
    private final Conversations conversations;
    private final Confirmations confirmations;
    private final CorrectionRows corrections;
    private final Inbox inbox;
    private final StaffMembers staff;
    private final ReadCache<StudentQueries.Asked, List<StudentQueries.Place>> places = new ReadCache<>();
    private final Students students;
    private final Postponed postponed;
    private final ContactHistory acquaintances;
    private final Relays relays;

    /** Those that remember what they have read are the same ones throughout the transaction. */
    public Tables(Handle handle, FieldCipher seal, Season season) {
        this(handle, seal, season, Optional.empty());
    }

    /** @param aside in the writer: what its work had read beside it */
    public Tables(Handle handle, FieldCipher seal, Season season, Optional<Aside> aside) {
        this.aside = aside;
        this.season = season;
        this.handle = handle;
        this.seal = seal;
        conversations = new Conversations(handle, seal);
        confirmations = new Confirmations(handle, seal, changed);
        corrections = new CorrectionRows(handle, seal, changed);
        inbox = new Inbox(handle, changed);
        staff = new StaffMembers(handle);
        students = new Students(handle, seal, changed, places::forget);
        postponed = new Postponed(handle, changed);
        acquaintances = new ContactHistory(handle);
        relays = new Relays(handle);
    }

    /** For what concerns no table alone. */
    public Handle handle() {
        return handle;
    }

    /**
     * Reads what takes long. Work that is to be written begins anew when it was read, for meanwhile others write; so it
     * had better have done nothing outside of these tables.
     *
     * @param key tells it from whatever else the same work reads; the same when the work begins anew
     */
    public <T> T aside(Object key, Function<Tables, T> reading) {
        return aside.isPresent() ? aside.get().of(key, reading) : reading.apply(this);
    }

    /**
     * Writes what still waits for its row, and derives the status of whoever was written about anew: before the
     * transaction ends, and before it looks at the rows itself.
     */
    public void finish() {
        inbox.flush();
        statusRows().rewrite(changed);
        changed.clear();
    }

    public StatusRows statusRows() {
        return new StatusRows(handle, season);
    }

    public Queueing queueing() {
        return new Queueing(handle);
    }

    public Inbox inbox() {
        return inbox;
    }

    public Students students() {
        return students;
    }

    public StaffMembers staff() {
        return staff;
    }

    public Conversations conversations() {
        return conversations;
    }

    public PhotoFacts photoFacts() {
        return new PhotoFacts(handle, changed);
    }

    public Confirmations confirmations() {
        return confirmations;
    }

    public CorrectionRows corrections() {
        return corrections;
    }

    public Outbox outbox() {
        return new Outbox(handle);
    }

    public OutboxQueue sending() {
        return new OutboxQueue(handle, changed);
    }

    public CountedReminders countedReminders() {
        return new CountedReminders(handle);
    }

    public Mutes mutes() {
        return new Mutes(handle, changed);
    }

    public Metadata marks() {
        return new Metadata(handle);
    }

    public Audit audit() {
        return new Audit(handle);
    }

    public EnrollmentHolds standings() {
        return new EnrollmentHolds(handle, changed);
    }

    public Seasons seasons() {
        return new Seasons(handle);
    }

    public Attachments attachments() {
        return new Attachments(handle, seal);
    }

    public CardRows cards() {
        return new CardRows(handle);
    }

    public Reopenings reopenings() {
        return new Reopenings(handle, changed);
    }

    public Postponed postponed() {
        return postponed;
    }

    public Bindings bindings() {
        return new Bindings(handle, seal, changed, students::forgetAccounts);
    }

    public BindingRequests bindingRequests() {
        return new BindingRequests(handle);
    }

    public ContactHistory acquaintances() {
        return acquaintances;
    }

    public SendCalls batches() {
        return new SendCalls(handle);
    }

    public SendBudget allowance() {
        return new SendBudget(handle);
    }

    public Unreachable unreachable() {
        return new Unreachable(handle, changed);
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

    public StudentQueries roll() {
        finish();
        return new StudentQueries(handle, places);
    }

    public Tallies tallies() {
        finish();
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
        return relays;
    }

    public PhoneCalls calls() {
        return new PhoneCalls(handle, changed);
    }

    public PageTokens pageTokens() {
        return new PageTokens(handle);
    }

    public OutboxCodec parcels() {
        return new OutboxCodec(this);
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

    public Reencryption sealedCells() {
        return new Reencryption(handle, seal);
    }

    public Purge purge() {
        return new Purge(handle);
    }

    public References references() {
        return new References(handle);
    }

    public Gaps gaps() {
        return new Gaps(handle);
    }

    public StoreGauges gauges() {
        return new StoreGauges(handle);
    }
}
