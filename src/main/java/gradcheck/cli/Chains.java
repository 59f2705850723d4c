package gradcheck.cli;

import gradcheck.app.Failure;
import gradcheck.domain.chain.AuditCheck;
import gradcheck.domain.chain.ChainCheck.Fault;

/** Says where a hash chain is broken. */
final class Chains {
    private Chains() {}

    static Failure broken(Fault fault) {
        return switch (fault.wrong()) {
            case CHANGED -> new Failure("verify.changed", fault.line(), fault.college());
            case HASH_CHANGED -> new Failure("verify.hash.changed", fault.line(), fault.college());
            case EMPTIED -> new Failure("verify.emptied", fault.line(), fault.college());
            case REORDERED -> new Failure("verify.reordered", fault.line(), fault.college());
            case REMOVED_BEFORE -> new Failure("verify.removed", fault.line(), fault.college(), fault.missing());
            case CUT_OFF -> new Failure("verify.cut", fault.line(), fault.college(), fault.missing());
            case MOVED -> new Failure("verify.moved", fault.line(), fault.college());
            case ADDED -> new Failure("verify.added", fault.line(), fault.college());
        };
    }

    static Failure broken(AuditCheck.Fault fault) {
        return switch (fault.wrong()) {
            case CHANGED -> new Failure("audit.changed", fault.link());
            case MISPLACED -> new Failure("audit.misplaced", fault.link());
            case ERASED -> new Failure("audit.erased", fault.link());
        };
    }
}
