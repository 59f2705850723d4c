package gradcheck.roster.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import gradcheck.domain.chain.ChainCheck.CollegeChain;
import gradcheck.store.record.Confirmations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in {@code FILE.proof.json} beside an export of confirmations: a chain per college, in the order of the
 * file. It holds no value of anybody's record, only hashes.
 *
 * @param format so that a later program knows what it reads
 */
public record ConfirmationProof(String format, List<College> colleges) {
    private static final String FORMAT = "gradcheck-proof-1";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    public ConfirmationProof {
        colleges = List.copyOf(colleges);
    }

    /**
     * A college's chain.
     *
     * @param count how many lines the college has
     * @param head the last link's hash: what to compare with a number from a trusted place
     * @param commitments salted, to what the columns don't show; one a line
     * @param contents the hashes over the lines' columns
     * @param purged the lines, from 0, of which only hashes are left
     */
    public record College(
            String college,
            int count,
            String head,
            List<String> commitments,
            List<String> contents,
            Set<Integer> purged) {
        public College {
            commitments = List.copyOf(commitments);
            contents = List.copyOf(contents);
            purged = Set.copyOf(purged);
        }

        CollegeChain chain() {
            return new CollegeChain(college, head, contents, commitments, purged);
        }

        boolean holds() {
            return count == contents.size() && chain().holds();
        }
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not write the proof of " + colleges.size() + " chains", e);
        }
    }

    /** Reads a proof; empty if the text is none. */
    static Optional<ConfirmationProof> read(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, ConfirmationProof.class))
                    .filter(p -> p.format().equals(FORMAT));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Grows while the lines are written. */
    static final class Gathering {
        private final Map<String, List<Confirmations.Link>> links = new LinkedHashMap<>();

        void add(Confirmations.Link link) {
            var hashesOnly = new Confirmations.Link(
                    link.college(),
                    link.columns().map(c -> List.of()),
                    link.content(),
                    link.commitment(),
                    link.previous(),
                    link.hash());
            links.computeIfAbsent(link.college(), c -> new ArrayList<>()).add(hashesOnly);
        }

        ConfirmationProof done() {
            List<College> colleges = new ArrayList<>();
            links.forEach((college, chain) -> colleges.add(college(college, chain)));
            return new ConfirmationProof(FORMAT, colleges);
        }

        private static College college(String name, List<Confirmations.Link> chain) {
            Set<Integer> purged = new HashSet<>();
            for (int i = 0; i < chain.size(); i++) {
                if (chain.get(i).columns().isEmpty()) {
                    purged.add(i);
                }
            }
            return new College(
                    name,
                    chain.size(),
                    chain.get(chain.size() - 1).hash(),
                    chain.stream().map(Confirmations.Link::commitment).toList(),
                    chain.stream().map(Confirmations.Link::content).toList(),
                    purged);
        }
    }
}
