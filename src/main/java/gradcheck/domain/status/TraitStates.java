package gradcheck.domain.status;

import gradcheck.domain.Standing;
import gradcheck.domain.value.CertificateType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The states of the vocabulary that follow from what is known besides the tasks. */
final class TraitStates {
    private static final Optional<CertificateType> RESIDENT = Optional.of(CertificateType.RESIDENT);

    private final Set<StudentState> states;
    private final StudentTraits traits;

    private TraitStates(Set<StudentState> states, StudentTraits traits) {
        this.states = EnumSet.copyOf(states);
        this.traits = traits;
    }

    /** All states: those of the tasks and these. */
    static Set<StudentState> of(Set<StudentState> ofTasks, StudentFacts facts, StudentTraits traits) {
        TraitStates all = new TraitStates(ofTasks, traits);
        all.ofConfirmations();
        all.ofStanding(facts.standing());
        all.put(StudentState.RETAKEN, facts.isRetaken());
        all.ofReach();
        all.ofCertificate();
        all.put(StudentState.MALE, traits.sex().equals("男"));
        all.put(StudentState.FEMALE, traits.sex().equals("女"));
        return all.states;
    }

    private void put(StudentState state, boolean isTrue) {
        if (isTrue) {
            states.add(state);
        }
    }

    private void ofConfirmations() {
        put(StudentState.RIGHT, traits.result().equals("无误"));
        put(StudentState.CORRECTED, traits.result().equals("有更正"));
        put(StudentState.LATE, traits.isLate());
    }

    private void ofStanding(Standing standing) {
        put(StudentState.PAUSED, standing.state() == Standing.State.PAUSED);
        put(StudentState.OUT, standing.state() == Standing.State.OUT);
        put(StudentState.EXTENDED, standing.until().isPresent());
    }

    private void ofReach() {
        StudentTraits.Reach reach = traits.reach();
        put(StudentState.MUTED, reach.isMuted());
        put(StudentState.UNREACHABLE, reach.isRefused());
        put(StudentState.NEVER_HEARD, !reach.isHeard());
        put(StudentState.SILENT, reach.isSilent());
        boolean isMissing = states.contains(StudentState.UNCOLLECTED) || states.contains(StudentState.UNCONFIRMED);
        put(StudentState.TO_CALL, (reach.isRefused() || reach.isSilent()) && isMissing && !reach.isCalled());
    }

    private void ofCertificate() {
        Optional<CertificateType> type = CertificateType.named(traits.certificateType());
        put(StudentState.OVERSEAS, !traits.certificateType().isEmpty() && !type.equals(RESIDENT));
        put(StudentState.PERHAPS_DOUBTFUL, traits.isPerhapsDoubtful());
        if (type.isPresent()) {
            switch (type.get()) {
                case HONG_KONG -> states.addAll(EnumSet.of(StudentState.HONG_KONG, StudentState.HONG_KONG_OR_MACAU));
                case MACAU -> states.addAll(EnumSet.of(StudentState.MACAU, StudentState.HONG_KONG_OR_MACAU));
                case HOME_RETURN_PERMIT -> states.add(StudentState.HONG_KONG_OR_MACAU);
                case TAIWAN_PERMIT -> states.add(StudentState.TAIWAN);
                case PASSPORT -> states.add(StudentState.PASSPORT);
                default -> {
                    // Nobody asks for it by itself.
                }
            }
        }
    }
}
