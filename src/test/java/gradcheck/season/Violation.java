package gradcheck.season;

/** A promise that was broken, and by whose story it can be seen. */
record Violation(String promise, Pupil pupil, String what) {}
