package gradcheck.understanding;

import gradcheck.understanding.Hearing.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is surely wished: by a message from end to end, or by each of its clauses where there are several. */
final class Wishes {
    /** What has the meanings of a command is taken for it unless that is quite unlikely. */
    private static final double POSSIBLE = 0.1;
    /** A second wish shows in the whole message too, unless a word joins it on. */
    private static final double SHOWN = 0.03;
    /** A word or two that ask whether may go with anything. */
    private static final int LONG = 5;

    private final Hearing hearing;
    private final Orders orders;
    private final Jury jury;
    private final Talk talk;
    private final Outside outside;

    Wishes(Hearing hearing, Orders orders, Jury jury, Talk talk, Outside outside) {
        this.hearing = hearing;
        this.orders = orders;
        this.jury = jury;
        this.talk = talk;
        this.outside = outside;
    }

    /** The command that a text is from end to end. */
    Optional<Meaning> order(String plain) {
        return orders.exact(plain).or(() -> alike(plain)).map(Meaning.Command::new);
    }

    private Optional<String> alike(String plain) {
        return orders.alike(plain)
                .filter(word -> !isOneOfSeveral(word, plain))
                .filter(word -> jury.allows(Target.command(word), hearing.heard(plain), POSSIBLE));
    }

    /** Whether some clause is another order: 帮我找老师，再把回执发我. */
    private boolean isOneOfSeveral(String word, String plain) {
        return plain.indexOf(Plain.GAP) >= 0
                && Clauses.of(plain).stream()
                        .map(Clauses::alone)
                        .filter(clause ->
                                !clause.isEmpty() && talk.whole(clause).isEmpty())
                        .flatMap(clause -> orders.alike(clause).stream())
                        .anyMatch(other -> !other.equals(word) && !orders.isCareful(other) && !orders.isCareful(word));
    }

    /** What a text can hardly fail to mean. */
    Optional<Meaning> sure(String plain) {
        Jury.Verdict verdict = jury.of(hearing.heard(plain), false);
        return verdict.isSure() ? verdict.meaning() : Optional.empty();
    }

    /** Several wishes, where each of them shows in the whole message or some word joins them. */
    Optional<Meaning> several(String plain, Heard heard, Optional<Meaning> main) {
        List<Meaning> wishes = each(plain, main);
        return wishes.size() > 1 && areSeveral(wishes, plain, heard)
                ? Optional.of(new Meaning.Several(wishes))
                : Optional.empty();
    }

    private boolean areSeveral(List<Meaning> wishes, String plain, Heard heard) {
        return Clauses.areJoined(plain) || wishes.stream().allMatch(wish -> jury.allows(Target.of(wish), heard, SHOWN));
    }

    /** The one order among clauses that mean nothing to us: 别废话了，看进度. */
    Optional<Meaning> onlyOrder(String plain) {
        List<Meaning> wishes = each(plain, Optional.empty());
        return wishes.size() == 1 && wishes.get(0) instanceof Meaning.Command
                ? Optional.of(wishes.get(0))
                : Optional.empty();
    }

    /** What each clause surely means. */
    private List<Meaning> each(String plain, Optional<Meaning> main) {
        List<Meaning> wishes = new ArrayList<>();
        for (String clause : Clauses.of(plain)) {
            if (!clause.isBlank() && talk.whole(clause).isEmpty()) {
                wish(Clauses.alone(clause), main)
                        .filter(wish -> !wishes.contains(wish))
                        .ifPresent(wishes::add);
            }
        }
        return wishes;
    }

    /** @param main what the whole message means, which a clause of it need not say so surely */
    private Optional<Meaning> wish(String clause, Optional<Meaning> main) {
        if (clause.isEmpty() || outside.isWorld(clause)) {
            return Optional.empty();
        }
        if (Clauses.asksWhether(clause)) {
            return sure(clause).filter(wish -> wish instanceof Meaning.Answer && clause.length() >= LONG);
        }
        Heard heard = hearing.heard(clause);
        return order(clause)
                .or(() -> sure(clause))
                .or(() -> main.filter(whole ->
                        jury.of(heard, false).meaning().filter(whole::equals).isPresent()))
                .filter(wish -> !(wish instanceof Meaning.Command command)
                        || (!jury.isQuestion(heard) && !orders.isCareful(command.word())));
    }
}
