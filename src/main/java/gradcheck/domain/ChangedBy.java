package gradcheck.domain;

/** Whose list may change a field of the record; a correction that was reviewed may change any. */
public enum ChangedBy {
    /** The registrar's office: identity and 学籍 are its truth. */
    OFFICE,
    /** The college as well: it knows its classes best. */
    COLLEGE;

    /** Whether a list of this sender changes such a field; the office's changes every one. */
    public boolean mayBeSetBy(ChangedBy sender) {
        return sender == OFFICE || this == COLLEGE;
    }
}
