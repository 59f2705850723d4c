package gradcheck.message;

/** The platform's list of members: whether an account exists, and what its holder is called there. */
public interface Directory {
    /** A directory that nobody can ask, as where there is no platform. */
    Directory SILENT = person -> new Answer.CannotTell();

    /** Asks about one account; never throws, and must not be called within a transaction. */
    Answer ask(PersonId person);

    /** What the platform says of an account. */
    sealed interface Answer {
        /** It exists; {@code name} is empty where the platform doesn't say it. */
        record Member(String name) implements Answer {}

        /** There is no such account, or its holder has left. */
        record Nobody() implements Answer {}

        /** The platform is away, too slow, or doesn't let this application look. */
        record CannotTell() implements Answer {}
    }
}
