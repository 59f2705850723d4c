package gradcheck.roster.read;

import gradcheck.message.Phrase;

/** What is said about files and their rows. */
public final class RosterPhrases {
    public static final Phrase NO_HEADER = Phrase.of("roster.noHeader", "columns");
    public static final Phrase TITLE_TWICE = Phrase.of("roster.titleTwice", "column");
    public static final Phrase SHIFTED = Phrase.of("roster.shifted", "titles", "cells");
    public static final Phrase NOT_XLSX = Phrase.of("roster.notXlsx");
    public static final Phrase TOO_LARGE = Phrase.of("roster.tooLarge");
    public static final Phrase NO_NUMBER = Phrase.of("roster.noNumber");
    public static final Phrase REPEATED = Phrase.of("roster.repeated", "number");
    public static final Phrase NO_NAME = Phrase.of("roster.noName");
    public static final Phrase NO_COLLEGE = Phrase.of("roster.noCollege");
    public static final Phrase STRAY_NUMBER = Phrase.of("roster.strayNumber", "column");
    public static final Phrase NUMBER_OF_WORDS = Phrase.of("roster.numberOfWords", "value");
    public static final Phrase COLLEGE_OF_DIGITS = Phrase.of("roster.collegeOfDigits");
    public static final Phrase LOST_DIGITS = Phrase.of("roster.lostDigits", "column");
    public static final Phrase NO_STATE = Phrase.of("roster.noState", "value");
    public static final Phrase NO_ROLE = Phrase.of("roster.noRole", "value");
    public static final Phrase NO_ACCOUNT = Phrase.of("roster.noAccount");
    public static final Phrase BAD_ACCOUNT = Phrase.of("roster.badAccount", "value");
    public static final Phrase SHARED_ACCOUNT = Phrase.of("roster.sharedAccount", "account", "others");
    public static final Phrase TAKEN_ACCOUNT = Phrase.of("roster.takenAccount", "account", "holder");
    public static final Phrase NO_DATE = Phrase.of("roster.noDate", "value");

    private RosterPhrases() {}
}
