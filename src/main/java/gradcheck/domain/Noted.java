package gradcheck.domain;

import java.time.Instant;

/** What was said of a {@link PhotoFact}, and when. */
public record Noted(String value, Instant at) {}
