package gradcheck.intent;

import java.util.List;

/** What somebody who wrote no fixed word may have meant. */
public sealed interface Intent {

    /** One of the fixed words of interface.md §6, said in another way. */
    record Command(String word) implements Intent {}

    /** A question the manual or the config answers. */
    record Answer(FaqEntry entry) implements Intent {}

    /** Could be one of up to three answers or commands, the likeliest first: ask which. */
    record Offer(List<Intent> choices) implements Intent {
        public Offer {
            choices = List.copyOf(choices);
        }
    }

    /** Several wishes in one message, each understood, in the order they were written. */
    record Several(List<Intent> meanings) implements Intent {
        public Several {
            meanings = List.copyOf(meanings);
        }
    }

    /** Talk that wants one friendly line, by the kind it stands under in the lexicon. */
    record SmallTalk(String kind) implements Intent {}

    /** Another office's matter, by its name in the lexicon, and whom the lexicon says to ask. */
    record Elsewhere(String matter, String ask) implements Intent {}

    /** An insult; it is not returned. */
    record Abuse() implements Intent {}

    /** An attempt at other people's data or at the rules: refused and written down. */
    record Probe() implements Intent {}

    /** Somebody who may harm themselves: a person at once. */
    record Despair(boolean isAcute) implements Intent {}

    /** Not understood. */
    record Nothing() implements Intent {}
}
