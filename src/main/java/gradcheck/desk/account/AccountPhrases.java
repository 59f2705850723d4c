package gradcheck.desk.account;

import gradcheck.message.Phrase;

/** What is said about whose account is whose: to who asks for one, to who has it, and to those who decide. */
public final class AccountPhrases {
    public static final Phrase REQUESTED = Phrase.of("account.requested");
    public static final Phrase PENDING = Phrase.of("account.pending", "secretary");
    public static final Phrase FORWARDED = Phrase.of("account.forwarded", "secretary");
    public static final Phrase REFUSED_BEFORE = Phrase.of("account.refusedBefore", "secretary");
    public static final Phrase REFUSED = Phrase.of("account.refused", "secretary");
    public static final Phrase GRANTED = Phrase.of("account.granted", "secretary");
    public static final Phrase ASK_OWNER = Phrase.of("account.askOwner");
    public static final Phrase ASK_TITLE = Phrase.of("account.askTitle");
    public static final Phrase BUTTON_ME = Phrase.of("account.buttonMe");
    public static final Phrase BUTTON_NOT_ME = Phrase.of("account.buttonNotMe");
    public static final Phrase BUTTON_BIND = Phrase.of("account.buttonBind");
    public static final Phrase BUTTON_REFUSE = Phrase.of("account.buttonRefuse");
    public static final Phrase CARD_BOUND = Phrase.of("account.cardBound");
    public static final Phrase CARD_SETTLED = Phrase.of("account.cardSettled");
    public static final Phrase CARD_EXPIRED = Phrase.of("account.cardExpired");
    public static final Phrase OWNER_YES = Phrase.of("account.ownerYes", "secretary");
    public static final Phrase OWNER_NO = Phrase.of("account.ownerNo");
    public static final Phrase OWNER_OVER = Phrase.of("account.ownerOver");
    public static final Phrase MOVED_AWAY = Phrase.of("account.movedAway", "secretary");
    public static final Phrase UNTIED = Phrase.of("account.untied", "secretary");
    public static final Phrase BACK = Phrase.of("account.back");
    public static final Phrase BACK_LOST = Phrase.of("account.backLost", "secretary");
    public static final Phrase BACK_NOTICE = Phrase.of("account.backNotice", "who", "account", "other");
    public static final Phrase LOCKED_TO_OWNER = Phrase.of("account.lockedToOwner");
    public static final Phrase UNLOCKED_TOLD = Phrase.of("account.unlockedTold", "left");
    public static final Phrase REQUEST_NOTICE =
            Phrase.of("account.requestNotice", "account", "member", "who", "name", "owner", "known", "number");
    public static final Phrase REQUEST_TITLE = Phrase.of("account.requestTitle", "name");
    public static final Phrase REQUEST_CARD = Phrase.of("account.requestCard", "member", "name");
    public static final Phrase NO_MEMBER = Phrase.of("account.noMember");
    public static final Phrase UNNAMED = Phrase.of("account.unnamed");
    public static final Phrase UNKNOWN_MEMBER = Phrase.of("account.unknownMember");
    public static final Phrase OWNER_ASKED = Phrase.of("account.ownerAsked");
    public static final Phrase OWNER_EXISTS = Phrase.of("account.ownerExists", "member");
    public static final Phrase OWNER_NOBODY = Phrase.of("account.ownerNobody");
    public static final Phrase OWNER_CANNOT_TELL = Phrase.of("account.ownerCannotTell");
    public static final Phrase YES_NOTICE = Phrase.of("account.yesNotice", "who", "account", "number");
    public static final Phrase NO_NOTICE = Phrase.of("account.noNotice", "who", "account");
    public static final Phrase GRANTED_NOTICE = Phrase.of("account.grantedNotice", "who", "account", "by");
    public static final Phrase REFUSED_NOTICE = Phrase.of("account.refusedNotice", "who", "account", "by");
    public static final Phrase UNTIED_NOTICE = Phrase.of("account.untiedNotice", "who", "account", "by");
    public static final Phrase GRANT_DONE = Phrase.of("account.grantDone", "who", "account", "number");
    public static final Phrase REFUSE_DONE = Phrase.of("account.refuseDone", "who", "account");
    public static final Phrase UNTIE_DONE = Phrase.of("account.untieDone", "who", "account", "owner");
    public static final Phrase NOT_TIED = Phrase.of("account.notTied", "who", "owner");
    public static final Phrase NO_REQUEST = Phrase.of("account.noRequest", "who");
    public static final Phrase WHICH_REQUEST =
            Phrase.of("account.whichRequest", "who", "accounts", "command", "number", "first");
    public static final Phrase UNLOCK_DONE = Phrase.of("account.unlockDone", "who", "accounts", "left");
    public static final Phrase UNLOCK_ACCOUNT_DONE = Phrase.of("account.unlockAccountDone", "account", "left");

    public static final Phrase LAPSED = Phrase.of("account.lapsed", "days", "secretary");
    public static final Phrase LAPSED_NOTICE = Phrase.of("account.lapsedNotice", "who", "account", "days", "number");

    private AccountPhrases() {}
}
