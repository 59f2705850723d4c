package gradcheck.desk.ask;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Parts a message into its questions. A question has a word that asks and a state, in either order; where both come again
 * in that order another one begins: 多少没核对 多少没照片, and 没核对的几个 没照片的几个.
 */
final class SeveralQuestions {
    private static final Set<Token.Kind> STATES = EnumSet.of(Token.Kind.STATE, Token.Kind.VERB, Token.Kind.WEAK);
    private static final Set<String> ASKING =
            Set.of(QuestionKind.COUNT.name(), QuestionKind.LIST.name(), QuestionKind.RATE.name());

    private SeveralQuestions() {}

    /** What a token is to a question. */
    private enum Role {
        ASKS,
        STATES,
        NEITHER
    }

    static List<List<Token>> parted(List<Token> tokens) {
        List<Integer> ends = ends(tokens);
        List<List<Token>> parts = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            parts.add(tokens.subList(from, end));
            from = end;
        }
        parts.add(tokens.subList(from, tokens.size()));
        return parts;
    }

    /** Behind the second word of each question but the last; none where it is one question. */
    private static List<Integer> ends(List<Token> tokens) {
        List<Role> roles = new ArrayList<>();
        List<Integer> lasts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Role role = role(tokens.get(i));
            if (role == Role.NEITHER) {
                continue;
            }
            if (roles.isEmpty() || roles.get(roles.size() - 1) != role) {
                roles.add(role);
                lasts.add(i + 1);
            } else {
                lasts.set(lasts.size() - 1, i + 1);
            }
        }
        List<Integer> ends = new ArrayList<>();
        if (roles.size() >= 2 * 2 && roles.size() % 2 == 0) {
            for (int i = 1; i < roles.size() - 1; i += 2) {
                ends.add(lasts.get(i));
            }
        }
        return ends;
    }

    private static Role role(Token token) {
        if (STATES.contains(token.kind())) {
            return Role.STATES;
        }
        return token.kind() == Token.Kind.ASK && ASKING.contains(token.value()) ? Role.ASKS : Role.NEITHER;
    }
}
