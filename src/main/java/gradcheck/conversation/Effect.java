package gradcheck.conversation;

/** Something that happened in a conversation and has to be kept: a value in the past tense, named by its flow. */
public interface Effect {}
