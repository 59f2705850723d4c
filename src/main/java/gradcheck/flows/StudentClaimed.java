package gradcheck.flows;

import gradcheck.conversation.Effect;
import gradcheck.domain.Claim;

/** Somebody says which student they are; whether it is true is for the store to see. */
public record StudentClaimed(Claim claim) implements Effect {}
