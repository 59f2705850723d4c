package gradcheck.domain;

/**
 * Who is asked about what, for one student; from the config, never made up.
 *
 * @param year the year of graduation
 * @param officePhone the registrar's phone (R15)
 * @param officePhones all the registrar's phones (R54)
 * @param officeMail the registrar's mail (R53)
 * @param proofMail where proofs go: the college's mail (R36), else the secretary's, else the sentence that says so
 * @param secretary who the college's secretary is and how to reach them
 * @param party whom to ask about Party membership (R11)
 * @param photoDeadline the last day for collecting the photo (R25), as people say it
 */
public record Contacts(
        String year,
        String officePhone,
        String officePhones,
        String officeMail,
        String proofMail,
        String secretary,
        String party,
        String photoDeadline) {}
