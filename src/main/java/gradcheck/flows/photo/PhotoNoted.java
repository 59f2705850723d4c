package gradcheck.flows.photo;

import gradcheck.conversation.Effect;
import gradcheck.domain.PhotoFact;

/** The student has said something about the photo or about 学信网's record. */
public record PhotoNoted(PhotoFact fact, String value) implements Effect {}
