package gradcheck.store.query;

import gradcheck.app.TestBot;
import gradcheck.domain.CorrectionState;
import gradcheck.domain.Noted;
import gradcheck.domain.PhotoFact;
import gradcheck.domain.Standing;
import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.PersonId;
import gradcheck.store.Results;
import gradcheck.store.Tables;
import gradcheck.store.desk.PhoneCalls;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.outbox.OutboxQueue;
import gradcheck.store.people.Students.Enrolled;
import gradcheck.store.record.Confirmations;
import gradcheck.store.record.CorrectionRows;
import gradcheck.store.record.Postponed;
import gradcheck.store.record.Reopenings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Everything that can happen to a student in the database, at random. */
public final class RandomActs {
    private static final Map<PhotoFact, List<String>> SAID = Map.of(
            PhotoFact.WEB, List.of("未采集", "已采集", "已上网"),
            PhotoFact.OWN_CHECK, List.of(PhotoFact.RIGHT, PhotoFact.WRONG, PhotoFact.AWAITS_NEW),
            PhotoFact.CHSI_RECORD, List.of(PhotoFact.RIGHT, PhotoFact.WRONG),
            PhotoFact.RETAKEN, List.of(PhotoFact.YES, PhotoFact.NO),
            PhotoFact.NEWEST, List.of(PhotoFact.YES, PhotoFact.NO),
            PhotoFact.SUBMITTED, List.of(PhotoFact.YES),
            PhotoFact.PAPER, List.of("未交", "已交", "需换新"));

    /** Things happen to few, so that each has had many happen. */
    private static final int APART = 6;

    private final Random random;
    private final int season;
    private final List<Act> acts = List.of(
            this::imports,
            this::swapsAccounts,
            this::photoList,
            this::binds,
            this::holds,
            this::mutes,
            this::refuses,
            this::confirms,
            this::corrects,
            this::corrects,
            this::reviews,
            this::saysOfPhoto,
            this::saysOfPhoto,
            this::postpones,
            this::reopens,
            this::calls,
            this::writes,
            this::isReminded,
            this::isReminded);
    private Instant now;
    private int count;

    public RandomActs(Random random, TestBot bot) {
        this.random = random;
        this.season = bot.season();
        this.now = bot.now();
    }

    private interface Act {
        void on(Tables tables, Enrolled who);
    }

    /** One to three acts in one transaction; what they were. */
    public String some(Tables tables) {
        List<String> done = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            now = now.plusSeconds(60);
            List<Enrolled> all = tables.students().ofCollege(season, "");
            Enrolled who = all.get(random.nextInt(all.size() / APART) * APART);
            int act = random.nextInt(acts.size());
            acts.get(act).on(tables, who);
            done.add("act " + act + " on " + who.student().number());
        }
        return done.toString();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String next() {
        count++;
        return "id-" + count;
    }

    private void imports(Tables tables, Enrolled who) {
        Student student = who.student().with("XB", oneOf(List.of("男", "女"))).with("BH", oneOf(List.of("甲班", "乙班")));
        Student listed = new Student(
                student.number(), student.values(), oneOf(List.of(WebPhoto.values())), random.nextInt(4) == 0);
        tables.students().put(season, who.listed(), listed, now);
    }

    /** The roster gives each of two students the other's account, or one an account that a third has bound. */
    private void swapsAccounts(Tables tables, Enrolled who) {
        Enrolled other = oneOf(tables.students().ofCollege(season, ""));
        if (random.nextBoolean()) {
            PersonId bound = new PersonId("own" + random.nextInt(3));
            tables.students().freeAccount(season, who.student().number());
            tables.students().put(season, isFree(tables, bound) ? bound : who.listed(), who.student(), now);
        } else if (!other.student().number().equals(who.student().number())) {
            tables.students().freeAccount(season, who.student().number());
            tables.students().freeAccount(season, other.student().number());
            tables.students().put(season, other.listed(), who.student(), now);
            tables.students().put(season, who.listed(), other.student(), now);
        }
    }

    private boolean isFree(Tables tables, PersonId account) {
        return tables.students().ofCollege(season, "").stream()
                .noneMatch(e -> e.listed().equals(account));
    }

    private void photoList(Tables tables, Enrolled who) {
        tables.students().setWebPhoto(season, who.student().number(), oneOf(List.of(WebPhoto.values())), now);
    }

    private void binds(Tables tables, Enrolled who) {
        PersonId account = new PersonId("own" + random.nextInt(3));
        switch (random.nextInt(3)) {
            case 0 -> tables.bindings().release(season, who.student().number());
            case 1 -> tables.bindings().giveWay(season, account);
            default -> tables.bindings().bind(season, who.student().number(), account, now);
        }
    }

    private void holds(Tables tables, Enrolled who) {
        Optional<LocalDate> until = random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.of(2027, 5, 1));
        Standing standing = new Standing(oneOf(List.of(Standing.State.values())), "因故", until, "jm", now);
        tables.standings().put(season, who.student().number(), standing);
    }

    private void mutes(Tables tables, Enrolled who) {
        if (random.nextBoolean()) {
            tables.mutes().mute(who.person(), now);
        } else {
            tables.mutes().unmute(who.person());
        }
    }

    private void refuses(Tables tables, Enrolled who) {
        if (random.nextBoolean()) {
            tables.unreachable().note(who.person(), "refused", now);
        } else {
            tables.unreachable().clear(List.of(who.person()));
        }
    }

    private int version(Tables tables, Enrolled who) {
        return tables.confirmations()
                .latest(season, who.student().number())
                .map(Confirmations.Row::version)
                .orElse(0);
    }

    private void confirms(Tables tables, Enrolled who) {
        String number = who.student().number();
        tables.confirmations()
                .append(new Confirmations.New(
                        season,
                        who.student().college(),
                        next(),
                        number,
                        version(tables, who) + 1,
                        oneOf(List.of("无误", "有更正")),
                        now,
                        random.nextBoolean(),
                        List.of(number),
                        "salt",
                        "shown"));
    }

    private void corrects(Tables tables, Enrolled who) {
        String number = who.student().number();
        var owner = new CorrectionRows.Owner(season, who.student().college(), number, version(tables, who));
        CorrectionState state = oneOf(List.of(CorrectionState.values()));
        tables.corrections().add(owner, new CorrectionRows.New("MZ", "汉族", "回族", "关键信息", state, Map.of()), now);
    }

    private void reviews(Tables tables, Enrolled who) {
        for (CorrectionRows.Row row :
                tables.corrections().of(season, who.student().number())) {
            switch (random.nextInt(3)) {
                case 0 -> tables.corrections().carry(row.id(), version(tables, who));
                case 1 -> tables.corrections().setProof(row.id(), "户口本");
                default -> tables.corrections()
                        .move(
                                row.id(),
                                row.state(),
                                new CorrectionRows.Step(oneOf(List.of(CorrectionState.values())), "", "jm", now));
            }
        }
    }

    private void saysOfPhoto(Tables tables, Enrolled who) {
        PhotoFact fact = oneOf(List.copyOf(SAID.keySet()));
        if (random.nextInt(5) == 0) {
            tables.photoFacts().forget(season, who.student().number(), fact);
        } else {
            Noted noted = new Noted(oneOf(SAID.getOrDefault(fact, List.of())), now);
            tables.photoFacts().note(season, who.student().number(), fact, noted);
        }
    }

    private void postpones(Tables tables, Enrolled who) {
        if (random.nextBoolean()) {
            tables.postponed().keep(season, new Postponed.Row(who.student().number(), "ZZMM", "群众", now));
        } else {
            tables.postponed().clear(season, who.student().number());
        }
    }

    private void reopens(Tables tables, Enrolled who) {
        String actor = random.nextBoolean() ? "" : who.person().value();
        var row = new Reopenings.Row(who.student().number(), version(tables, who) + 1, "名单变了", actor, now);
        if (random.nextBoolean()) {
            tables.reopenings().put(season, row);
        } else {
            tables.reopenings().demand(season, row);
        }
    }

    private void calls(Tables tables, Enrolled who) {
        tables.calls().add(season, new PhoneCalls.Row(who.student().number(), now, "没人接", "jm"));
    }

    private void writes(Tables tables, Enrolled who) {
        tables.inbox().take(next(), who.person(), now);
    }

    /** Three in a row, so that somebody becomes silent. */
    private void isReminded(Tables tables, Enrolled who) {
        for (int i = 0; i < 3; i++) {
            String id = next();
            var added = new Outbox.New(
                    id, who.person(), Outbox.REMINDER, "body", Outbox.BULK, now, Optional.of("occasion-" + id));
            tables.outbox().queue(added, now);
            String outcome = oneOf(List.of("sent", "unknown: lost", "sent", "refused: 60111 x"));
            tables.sending().settleAll(List.of(new OutboxQueue.End(id, Results.of(outcome))), now);
        }
    }
}
