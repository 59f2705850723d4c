package gradcheck.domain.chain;

import gradcheck.message.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * A line of the audit as its hash chain holds it.
 *
 * <p>The chain covers whose name stands there by a salted digest only. When a season is purged the name and its salt go,
 * and the digest stays in their place: nobody can be guessed back from it, and the chain still holds. What was done, when
 * and with what result, is never erased.
 *
 * @param link its place, from 1
 * @param act the command's name
 * @param target a 学号, a college, or empty
 * @param result what came of it, in a word
 * @param actorProof the salt to the actor; once they were erased the digest
 * @param targetProof the same of the target
 * @param hash over this line and the hash of the one before
 */
public record AuditLine(
        long link,
        Instant at,
        PersonId actor,
        String act,
        String target,
        String result,
        String actorProof,
        String targetProof,
        String hash) {
    /** What stands where a name was. */
    public static final String ERASED = "(purged)";
    /** The act that erases names of lines before it. */
    public static final String PURGE = "purge";

    /** A SHA-256 in hex; a salt is shorter. */
    private static final int DIGEST = 64;

    /** What the chain covers of a text. */
    public static String digest(String proof, String text) {
        return isDigest(proof) ? proof : Chain.commitment(proof, text);
    }

    /** The hash this line must have after that one. */
    public String hashAfter(String previous) {
        return Chain.content(List.of(
                previous,
                Long.toString(link),
                Long.toString(at.toEpochMilli()),
                act,
                result,
                digest(actorProof, actor.value()),
                digest(targetProof, target)));
    }

    /** The same with its hash. */
    public AuditLine after(String previous) {
        return new AuditLine(link, at, actor, act, target, result, actorProof, targetProof, hashAfter(previous));
    }

    /** Whether somebody's name was taken out of it. */
    boolean isErased() {
        return isDigest(actorProof) || isDigest(targetProof);
    }

    /** Where a digest stands, no other text may stand beside it: it would be covered by nothing. */
    boolean isErasedRightly() {
        return (!isDigest(actorProof) || actor.value().equals(ERASED))
                && (!isDigest(targetProof) || target.equals(ERASED));
    }

    private static boolean isDigest(String proof) {
        return proof.length() == DIGEST;
    }
}
