package gradcheck.turn.student;

import gradcheck.conversation.Conversation;
import gradcheck.conversation.Effect;
import gradcheck.conversation.Question;
import gradcheck.conversation.Turn;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Season;
import gradcheck.flows.Handoff;
import gradcheck.flows.HandoffDecided;
import gradcheck.flows.photo.PhotoCheck;
import gradcheck.flows.photo.PhotoNoted;
import gradcheck.flows.record.RecordCheck;
import gradcheck.flows.record.RecordConfirmed;
import gradcheck.flows.record.StillPostponed;
import gradcheck.language.Language;
import gradcheck.language.Said;
import gradcheck.language.WordGroup;
import gradcheck.message.PersonId;
import gradcheck.message.Phrase.Say;
import gradcheck.store.Tables;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.turn.Reply;
import gradcheck.turn.TurnPhrases;
import gradcheck.turn.handoff.HumanHandoff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a student says: a command, an answer to the open question, or neither. */
public final class StudentTurn {
    private final Season season;
    private final Clock clock;
    private final Receipts receipts;
    private final HumanHandoff relayed;
    private final LostReceipts lost;
    private final Language language;
    private final StudentFlows flows;
    private final RecordTurn recordTurn;
    private final PhotoTurn photoTurn;

    public StudentTurn(Season season, Clock clock, Language language, Receipts receipts, HumanHandoff relayed) {
        this.season = season;
        this.clock = clock;
        this.receipts = receipts;
        this.relayed = relayed;
        this.lost = new LostReceipts(season);
        this.language = language;
        this.flows = new StudentFlows(language);
        this.recordTurn = new RecordTurn(season, clock, flows.record());
        this.photoTurn = new PhotoTurn(clock, flows.photo());
    }

    /** A command of interface.md §6. */
    public Reply command(StudentCommand command, Tables tables, Enrolled who) {
        StudentView view = StudentView.read(tables, season, who);
        return switch (command) {
            case START_RECORD -> startRecord(tables, view);
            case RECHECK -> begin(tables, view, recordTurn.again(tables, view));
            case START_PHOTO -> keep(tables, view, photoTurn.start(view), PhotoCheck.NAME);
            case NOTICE -> andAgain(tables, view, recordTurn.notice(view));
            case BACK -> back(tables, view);
            case PROGRESS -> progress(tables, view);
            case RECEIPT -> andAgain(tables, view, receipt(tables, view).toArray(new Say[0]));
            case SUBMITTED -> submitted(tables, view);
            case MATERIAL_SENT -> andAgain(
                    tables, view, recordTurn.materialSent(tables, view).toArray(new Say[0]));
            case CONTACT -> andAgain(tables, view, contact(view), relayed.ask(tables, who));
            case HELP -> andAgain(tables, view, TurnPhrases.HELP.say());
            case MUTE -> {
                tables.mutes().mute(who.person(), clock.instant());
                yield andAgain(tables, view, TurnPhrases.MUTED.say());
            }
            case UNMUTE -> {
                tables.mutes().unmute(who.person());
                yield andAgain(tables, view, TurnPhrases.UNMUTED.say());
            }
        };
    }

    /** An answer to the open question; empty when there is none or it is no answer. */
    public Optional<Reply> answer(String said, Tables tables, Enrolled who) {
        Optional<Conversation> open = tables.conversations().open(who.person());
        StudentView view = StudentView.read(tables, season, who);
        StudentFlows.Cases cases = cases(tables, view);
        return open.flatMap(c -> flows.hear(c, said, cases).map(turn -> keep(tables, view, turn, c.flow())))
                .or(() -> recordTurn.named(language.hear(said), tables, view).map(begun -> begin(tables, view, begun)))
                .or(() -> photoTurn
                        .named(language.hear(said), view)
                        .map(turn -> keep(tables, view, turn, PhotoCheck.NAME)))
                .or(() -> open.isPresent() ? Optional.empty() : meant(said, cases, tables, view));
    }

    /** What was answered before and is only said again. */
    Optional<Reply> repeated(String said, Tables tables, Enrolled who) {
        boolean isPlain =
                language.hear(said).number().isPresent() || language.hear(said).isSmall();
        return !isPlain && trial(tables, who).isRepeated(said)
                ? Optional.of(andAgain(tables, who, TurnPhrases.NOTED_BEFORE.say()))
                : Optional.empty();
    }

    /** Words that can only answer a check that isn't open: it is begun with them. */
    private Optional<Reply> meant(String said, StudentFlows.Cases cases, Tables tables, StudentView view) {
        return flows.meant(said, cases)
                .flatMap(begun -> flows.hear(begun, said, cases))
                .map(turn -> keep(tables, view, turn, PhotoCheck.NAME));
    }

    /** Where words would lead from here, one after the other. */
    Trial trial(Tables tables, Enrolled who) {
        StudentView view = StudentView.read(tables, season, who);
        Optional<Conversation> open = tables.conversations().open(who.person());
        Optional<Conversation> beneath = open.filter(c -> c.flow().equals(Handoff.NAME))
                .flatMap(c -> tables.conversations().of(who.person(), Handoff.before(c)));
        return new Trial(flows, cases(tables, view), open, beneath, List.of());
    }

    private StudentFlows.Cases cases(Tables tables, StudentView view) {
        return new StudentFlows.Cases(
                () -> recordTurn.about(view), () -> photoTurn.about(view), () -> recipient(tables, view));
    }

    /** Shows words that are for a person, and asks whether they shall go; what was open before is open again afterwards. */
    Reply showForAPerson(String text, Tables tables, Enrolled who) {
        StudentView view = StudentView.read(tables, season, who);
        String before = tables.conversations()
                .open(who.person())
                .map(Conversation::flow)
                .orElse("");
        Conversation about = Handoff.about(text, before);
        relayed.drop(tables, who);
        return keep(tables, view, flows.open(about, cases(tables, view)), Handoff.NAME);
    }

    /** Whether it says yes, and nothing else. */
    public boolean isYes(String said) {
        return language.hear(said).is(WordGroup.PLAIN_YES);
    }

    /** Whether somebody only says to go on: 嗯 快点, 整吧, 行 先给我看看. */
    public boolean isGo(String said) {
        List<Said> parts = SpokenParts.parts(said).stream().map(language::hear).toList();
        return parts.stream().anyMatch(part -> part.is(WordGroup.GO))
                && parts.stream().allMatch(part -> part.is(WordGroup.GO) || part.isSmall());
    }

    /** The check that comes next where no question is open; empty where one is, or nothing is left to check. */
    public Optional<StudentCommand> next(Tables tables, Enrolled who) {
        Trial trial = trial(tables, who);
        if (trial.open().isPresent()) {
            return Optional.empty();
        }
        StudentView view = StudentView.read(tables, season, who);
        if (view.confirmation().isEmpty()) {
            return Optional.of(StudentCommand.START_RECORD);
        }
        return PhotoCheck.hasQuestion(PhotoCheck.begun(trial.cases().photo()))
                ? Optional.of(StudentCommand.START_PHOTO)
                : Optional.empty();
    }

    /** What words are about, of what students talk about; empty where they name nothing of it. */
    public Optional<String> topic(String said) {
        return language.hear(said).first(WordGroup.TOPICS);
    }

    /** Whether it says nothing of its own. */
    boolean isSmall(String said) {
        return language.hear(said).isSmall();
    }

    /** Whether words wait to be handed on. */
    boolean isShowing(Tables tables, PersonId person) {
        return tables.conversations()
                .open(person)
                .filter(c -> c.flow().equals(Handoff.NAME))
                .isPresent();
    }

    /** The words that were shown stay here, and what was open before is open again. */
    void leaveShown(Tables tables, PersonId person) {
        tables.conversations().open(person).ifPresent(c -> {
            tables.conversations().end(person, Handoff.NAME);
            tables.conversations().of(person, Handoff.before(c)).ifPresent(before -> tables.conversations()
                    .keepOpen(person, before, clock.instant()));
        });
    }

    private Handoff.Recipient recipient(Tables tables, StudentView view) {
        return new Handoff.Recipient(relayed.reader(tables, view.enrolled()).orElse(""));
    }

    /** A word of the first check said while none of its questions is open: the check goes on where it stands. */
    public Optional<Reply> early(String word, Tables tables, Enrolled who) {
        Said said = language.hear(word);
        Optional<Conversation> open = tables.conversations().open(who.person());
        boolean isMeant = open.isEmpty() ? RecordCheck.isItsWord(said) : RecordCheck.isItsOwnWord(said);
        if (!isMeant || open.filter(c -> c.flow().equals(RecordCheck.NAME)).isPresent()) {
            return Optional.empty();
        }
        StudentView view = StudentView.read(tables, season, who);
        Reply start = startRecord(tables, view);
        return Optional.of(
                start.question().isEmpty() || !start.says().isEmpty()
                        ? start
                        : new Reply(List.of(TurnPhrases.GO_ON_HERE.say()), start.question()));
    }

    /** These sentences, and the open question again. */
    public Reply andAgain(Tables tables, StudentView view, Say... says) {
        return new Reply(List.of(says), openQuestion(tables, view));
    }

    public Reply andAgain(Tables tables, Enrolled who, Say... says) {
        return andAgain(tables, StudentView.read(tables, season, who), says);
    }

    /** Whether words are taken down as they are written, so that an order must be told from them first. */
    boolean takesWords(Tables tables, Enrolled who) {
        return tables.conversations()
                .open(who.person())
                .filter(c -> c.flow().equals(RecordCheck.NAME))
                .filter(RecordCheck::takesWords)
                .isPresent();
    }

    public boolean hasOpenQuestion(Tables tables, PersonId person) {
        return tables.conversations().open(person).isPresent();
    }

    /** The question that is open, in brief. */
    public Optional<Question> openQuestion(Tables tables, StudentView view) {
        return tables.conversations().open(view.enrolled().person()).flatMap(c -> flows.again(c, cases(tables, view))
                .question());
    }

    private Reply startRecord(Tables tables, StudentView view) {
        boolean begun = tables.conversations()
                .of(view.enrolled().person(), RecordCheck.NAME)
                .isPresent();
        if (view.confirmation().isPresent() && !begun) {
            var row = view.confirmation().get();
            return andAgain(
                    tables,
                    view,
                    TurnPhrases.ALREADY_CONFIRMED.with(
                            "receipt", row.receipt(), "time", receipts.time(row.confirmedAt())));
        }
        return begin(tables, view, recordTurn.start(tables, view));
    }

    private Reply begin(Tables tables, StudentView view, RecordTurn.Begun begun) {
        return begun.turn()
                .map(turn -> keep(tables, view, turn, RecordCheck.NAME))
                .orElseGet(() -> andAgain(tables, view, begun.instead().toArray(new Say[0])));
    }

    private Reply back(Tables tables, StudentView view) {
        Optional<Conversation> open =
                tables.conversations().open(view.enrolled().person());
        if (open.isEmpty() && view.confirmation().isPresent()) {
            // 点错了 right after the confirmation: there is a way to correct it, though not this one.
            return startRecord(tables, view);
        }
        if (open.isEmpty() || open.get().trail().isEmpty()) {
            return andAgain(tables, view, TurnPhrases.NO_WAY_BACK.say());
        }
        Conversation c = open.get();
        return keep(tables, view, flows.back(c, cases(tables, view)), c.flow());
    }

    private Reply keep(Tables tables, StudentView view, Turn turn, String flow) {
        PersonId person = view.enrolled().person();
        if (turn.next().isEmpty() && flow.equals(Handoff.NAME)) {
            leaveShown(tables, person);
            return settled(tables, view, turn);
        }
        turn.next()
                .ifPresentOrElse(
                        next -> tables.conversations().keepOpen(person, next, clock.instant()),
                        () -> tables.conversations().end(person, flow));
        List<Say> says = new ArrayList<>(turn.says());
        for (Effect effect : turn.effects()) {
            apply(effect, tables, view).ifPresent(says::add);
        }
        if (turn.next().isEmpty() && flow.equals(PhotoCheck.NAME)) {
            says.add(Checklist.of(StudentView.read(tables, season, view.enrolled()), today()));
        }
        return new Reply(says, turn.question());
    }

    private Reply settled(Tables tables, StudentView view, Turn turn) {
        Say[] says = turn.effects().stream()
                .map(HandoffDecided.class::cast)
                .map(decided -> relayed.settle(decided, tables, view.enrolled()))
                .toArray(Say[]::new);
        return andAgain(tables, view, says);
    }

    private Optional<Say> apply(Effect effect, Tables tables, StudentView view) {
        if (effect instanceof RecordConfirmed confirmed) {
            return Optional.of(receipts.confirm(tables, view, confirmed));
        }
        if (effect instanceof StillPostponed still) {
            new CorrectionUpdate(tables, season, view, clock.instant()).postpone(still.corrections());
            return Optional.empty();
        }
        if (effect instanceof PhotoNoted noted) {
            note(tables, view, noted.fact(), noted.value());
            return Optional.empty();
        }
        throw new IllegalStateException("nobody keeps " + effect);
    }

    private void note(Tables tables, StudentView view, PhotoFact fact, String value) {
        var noted = new Noted(value, clock.instant());
        tables.photoFacts().note(season.year(), view.student().number(), fact, noted);
    }

    private Reply progress(Tables tables, StudentView view) {
        return openQuestion(tables, view)
                .map(question -> new Reply(List.of(Checklist.beforeQuestion(view, today())), Optional.of(question)))
                .orElseGet(() -> Reply.of(Checklist.of(view, today())));
    }

    private Reply submitted(Tables tables, StudentView view) {
        if (!season.registrationRequired()) {
            return andAgain(tables, view, TurnPhrases.SUBMITTED_NOT_NEEDED.say());
        }
        if (view.confirmation().isEmpty()) {
            return andAgain(tables, view, TurnPhrases.SUBMITTED_EARLY.say());
        }
        note(tables, view, PhotoFact.SUBMITTED, "已提交");
        return andAgain(tables, view, TurnPhrases.SUBMITTED.say());
    }

    /** What is known of a receipt that is named; empty where none is. */
    Optional<Reply> receiptNamed(String said, Tables tables, Enrolled who) {
        if (takesWords(tables, who)) {
            return Optional.empty();
        }
        StudentView view = StudentView.read(tables, season, who);
        return LostReceipts.named(said).map(receipt -> {
            List<Say> says = view.confirmation()
                    .filter(row -> row.receipt().equals(receipt))
                    .map(row -> List.of(receipts.shown(row)))
                    .orElseGet(() -> lost.about(receipt, tables, view, hasOpenQuestion(tables, who.person())));
            return andAgain(tables, view, says.toArray(new Say[0]));
        });
    }

    private List<Say> receipt(Tables tables, StudentView view) {
        return view.confirmation()
                .map(row -> List.of(receipts.shown(row)))
                .orElseGet(() ->
                        lost.none(view, hasOpenQuestion(tables, view.enrolled().person())));
    }

    private Say contact(StudentView view) {
        return TurnPhrases.CONTACT.with(
                "secretary", view.contacts().secretary(),
                "phones", view.contacts().officePhones(),
                "mail", view.contacts().officeMail(),
                "chsi", season.chsi().phone());
    }

    private LocalDate today() {
        return clock.instant().atZone(season.zone()).toLocalDate();
    }
}
