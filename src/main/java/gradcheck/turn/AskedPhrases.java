package gradcheck.turn;

import gradcheck.message.Phrase;

/** What is said to questions, small talk and whatever else people write. */
public final class AskedPhrases {
    public static final Phrase ANSWER = Phrase.of("asked.answer", "text");
    public static final Phrase ANSWER_NEXT = Phrase.of("asked.answerNext", "text", "word");
    public static final Phrase ANSWER_PERSON = Phrase.of("asked.answerPerson", "text", "person");
    public static final Phrase SECRETARY = Phrase.of("asked.secretary", "secretary");
    public static final Phrase OFFICE = Phrase.of("asked.office", "phone");
    public static final Phrase CHSI = Phrase.of("asked.chsi", "phone", "mail");
    public static final Phrase PARTY = Phrase.of("asked.party", "party");
    public static final Phrase OFFER = Phrase.of("asked.offer", "lines");
    public static final Phrase OFFER_ONE = Phrase.of("asked.offerOne", "lines");
    public static final Phrase OFFER_LINE = Phrase.of("asked.offerLine", "number", "title");
    public static final Phrase ELSEWHERE = Phrase.of("asked.elsewhere", "matter", "ask");
    public static final Phrase ABUSE = Phrase.of("asked.abuse");
    public static final Phrase PROBE = Phrase.of("asked.probe");
    public static final Phrase DESPAIR = Phrase.of("asked.despair", "line", "name", "phone");
    public static final Phrase DESPAIR_CALL = Phrase.of("asked.despairCall", "line", "name", "phone");
    public static final Phrase DESPAIR_LATER = Phrase.of("asked.despairLater", "line", "name", "phone", "hours");
    public static final Phrase DESPAIR_ALONE = Phrase.of("asked.despairAlone", "line");
    public static final Phrase DESPAIR_STAFF = Phrase.of("asked.despairStaff", "line");
    public static final Phrase DESPAIR_TOLD = Phrase.of("asked.despairTold", "who", "reach", "line");
    public static final Phrase DESPAIR_WHO = Phrase.of("asked.despairWho", "name", "college", "className");
    public static final Phrase DESPAIR_STRANGER = Phrase.of("asked.despairStranger", "account");
    public static final Phrase DESPAIR_PHONE = Phrase.of("asked.despairPhone", "phone");
    public static final Phrase DESPAIR_NO_PHONE = Phrase.of("asked.despairNoPhone");
    public static final Phrase NEXT = Phrase.of("asked.next", "talk", "next");
    public static final Phrase GREETING = Phrase.of("asked.greeting");
    public static final Phrase THANKS = Phrase.of("asked.thanks");
    public static final Phrase BYE = Phrase.of("asked.bye");
    public static final Phrase ACK = Phrase.of("asked.ack");
    public static final Phrase LAUGH = Phrase.of("asked.laugh");
    public static final Phrase WHO = Phrase.of("asked.who");
    public static final Phrase CHAT = Phrase.of("asked.chat");
    public static final Phrase LATER = Phrase.of("asked.later");
    public static final Phrase MOOD = Phrase.of("asked.mood");
    public static final Phrase EMOJI = Phrase.of("asked.emoji");
    public static final Phrase COMPLAINT = Phrase.of("asked.complaint");

    private AskedPhrases() {}
}
