package gradcheck.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a sentence apart and finds what it says of each answer: what is denied, what was only nodded to, what was before and
 * what is now, and what the speaker takes back. What somebody else did, or is only meant to be done, says nothing.
 */
final class ClauseReader {
    /** Among the ways of saying an answer: this is about something else. */
    static final String NOTHING = "";

    private static final Pattern BETWEEN = Pattern.compile("[\\p{P}\\p{So}\\p{Sm}\\s~～]+");

    private final Words words;
    private final Pattern joins;
    private final Pattern negated;
    private final Pattern afterNegation;
    private final Pattern leads;
    private final Pattern corrects;
    private final Pattern small;

    ClauseReader(Words words) {
        this.words = words;
        String between = words.any(WordGroup.BETWEEN_NEGATION) + "{0,2}";
        joins = Pattern.compile("(?<=.)(?=" + words.any(WordGroup.JOINS) + ")");
        negated = Pattern.compile(words.any(WordGroup.NEGATIONS) + between + "$");
        afterNegation = Pattern.compile("^" + between);
        leads = Pattern.compile("^(?:" + words.any(WordGroup.JOINS) + "|" + words.any(WordGroup.LEADS) + ")+");
        corrects = Pattern.compile(words.any(WordGroup.CORRECTS));
        small = Pattern.compile("(?:" + words.any(WordGroup.FILLERS) + "|" + Words.PARTICLE + ")*");
    }

    /** Whether it says nothing of its own. */
    boolean isSmall(String plain) {
        return BETWEEN.splitAsStream(plain).allMatch(this::isSmallClause);
    }

    private boolean isSmallClause(String clause) {
        return small.matcher(clause).matches()
                || small.matcher(withoutLeads(clause)).matches();
    }

    /**
     * What the sentence says of the answers, in its order; empty when it supposes, excepts, or when something else stands in it
     * where nothing may.
     *
     * @param ways each way of saying an answer, with the answer
     */
    Optional<List<Mention>> read(String plain, Map<String, String> ways, boolean wholly) {
        if (words.holds(plain, WordGroup.SUPPOSES)) {
            return Optional.empty();
        }
        List<Mention> mentions = new ArrayList<>();
        for (String clause : clauses(plain)) {
            Matcher corrected = corrects.matcher(clause);
            boolean isTakenBack = corrected.find() && corrected.start() <= clause.length() / 2;
            String rest = isTakenBack ? clause.substring(corrected.end()) : clause;
            if (isTakenBack && !mentions.isEmpty()) {
                mentions.clear();
            }
            List<Mention> found = new ArrayList<>();
            boolean isAll = inClause(rest, ways, found);
            if (wholly && !isAll && !(isTakenBack && rest.isEmpty())) {
                return Optional.empty();
            }
            if (!mentions.isEmpty() && words.is(clause, WordGroup.TAKES_BACK) && goesOn(plain, clause)) {
                mentions.clear();
            } else {
                found.stream().filter(m -> !m.choice().equals(NOTHING)).forEach(mentions::add);
            }
        }
        return Optional.of(mentions);
    }

    private static boolean goesOn(String plain, String clause) {
        return !plain.endsWith(clause);
    }

    private List<String> clauses(String plain) {
        return BETWEEN.splitAsStream(plain)
                .flatMap(part -> joins.splitAsStream(part))
                .filter(clause -> !clause.isEmpty())
                .toList();
    }

    /** Whether the mentions and small words are all there is. */
    private boolean inClause(String clause, Map<String, String> ways, List<Mention> found) {
        Mention.When when = when(clause);
        String bare = withoutLeads(clause);
        String whole = ways.containsKey(clause) ? clause : bare;
        Optional<String> way = Words.whole(whole, ways);
        if (way.isPresent()) {
            boolean isWeak = words.is(whole, WordGroup.INTERJECTIONS);
            found.add(new Mention(way.get(), false, isWeak, when));
            return true;
        }
        return inside(clause, ways, when, found);
    }

    /** The longest ways first, from left to right; one sign alone says too little inside a sentence. */
    private boolean inside(String clause, Map<String, String> ways, Mention.When when, List<Mention> found) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        int since = 0;
        while (at < clause.length()) {
            String way = longestAt(clause, at, ways);
            if (way.isEmpty() || denies(way, clause.substring(at + way.length()), ways)) {
                rest.append(clause.charAt(at));
                at++;
                continue;
            }
            String before = clause.substring(since, at);
            if (!saysNothing(clause.substring(0, at))) {
                found.add(new Mention(ways.getOrDefault(way, NOTHING), isDenied(before), false, when));
            }
            at += way.length();
            since = at;
        }
        return isSmallClause(rest.toString());
    }

    /** 没有 is an answer, and in 没有去换过 it denies the one that follows. */
    private boolean denies(String way, String after, Map<String, String> ways) {
        Matcher between = afterNegation.matcher(after);
        return words.is(way, WordGroup.NEGATIONS)
                && between.find()
                && !longestAt(after, between.end(), ways).isEmpty();
    }

    private static String longestAt(String clause, int at, Map<String, String> ways) {
        for (int to = clause.length(); to >= at + 2; to--) {
            String piece = clause.substring(at, to);
            if (ways.containsKey(piece)) {
                return piece;
            }
        }
        return "";
    }

    /** What somebody else did, or what is only wished for. */
    private boolean saysNothing(String before) {
        return words.holds(before, WordGroup.SOMEONE_ELSE) || words.holds(before, WordGroup.INTENDS);
    }

    private boolean isDenied(String before) {
        return negated.matcher(before).find();
    }

    private Mention.When when(String clause) {
        if (words.holds(clause, WordGroup.NOW)) {
            return Mention.When.NOW;
        }
        if (words.holds(clause, WordGroup.EARLIER)) {
            return Mention.When.EARLIER;
        }
        return words.holds(clause, WordGroup.LATER) ? Mention.When.LATER : Mention.When.UNSAID;
    }

    private String withoutLeads(String clause) {
        Matcher lead = leads.matcher(clause);
        return lead.find() ? clause.substring(lead.end()) : clause;
    }
}
