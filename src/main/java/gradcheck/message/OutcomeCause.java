package gradcheck.message;

/** Why a message ended or waits as it does, free of any platform's numbers; the names stand in the ledger. */
public enum OutcomeCause {
    NONE(""),

    /** No such member, or outside the visible scope. */
    INVALID("invalid"),
    /** In scope, but without a licence for the interface. */
    UNLICENSED("unlicensed"),
    /** The application may not see whom it was for. */
    OUT_OF_SCOPE("outside the visible scope"),
    TOO_LONG("too long"),
    RATE_LIMIT("rate limit"),
    BUSY("busy"),
    /** Fewer calls at a time would have been taken. */
    TOO_MANY_AT_ONCE("too many at once"),
    TOKEN("token"),
    /** Secret, rights, trusted addresses, agent id: somebody has to set something right. */
    WRONG_SETTINGS("wrong settings"),
    /** Whoever answered in the platform's place has no certificate of its name. */
    UNTRUSTED("certificate not trusted"),
    NO_CONNECTION("no connection"),
    NO_ANSWER("no answer"),
    /** What the platform says has no meaning here. */
    OTHER("other"),

    DONE("done"),
    TOO_LATE("too late"),
    NOT_IN_LIST("not in the list"),
    PAUSED("paused"),
    OUT("out"),
    STOPPED("stopped"),
    CAPPED_DAY("capped: day"),
    CAPPED_WEEK("capped: week"),
    /** What is left of the week is kept for a last notice. */
    CAPPED_KEPT("capped: kept for the last day"),
    CANCELLED("cancelled"),
    UNDONE("undone"),
    ANSWERED_BY_ANOTHER("answered by another reviewer"),
    /** The account is, or has become, somebody else's. */
    ACCOUNT_MOVED("the account is the student's no more"),
    NO_LONGER_DUE("no longer due"),
    QUIET_HOURS("quiet hours"),
    CROWDED_MINUTE("a crowded minute"),
    ANOTHER_UNDER_WAY("another is under way"),
    PROCESS_STOPPED("the process stopped before");

    private final String title;

    OutcomeCause(String title) {
        this.title = title;
    }

    /** The words in the ledger's free text. */
    public String title() {
        return title;
    }

    /** Whether nothing else would go out now either. */
    public boolean isForEverybody() {
        return this == RATE_LIMIT || this == WRONG_SETTINGS || this == UNTRUSTED;
    }
}
