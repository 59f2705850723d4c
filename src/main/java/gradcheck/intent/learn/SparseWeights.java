package gradcheck.intent.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How much each trait says for each target. Most traits say something about a few targets only: those stand one trait after
 * the other, and nothing is kept for the others.
 */
final class SparseWeights {
    private static final float STEP = 0.5f;

    private final int[] from;
    private final short[] targets;
    private final float[] weights;

    /** What was learnt, by trait. */
    SparseWeights(Learning[] learnt) {
        from = new int[learnt.length + 1];
        for (int trait = 0; trait < learnt.length; trait++) {
            from[trait + 1] = from[trait] + learnt[trait].size;
        }
        targets = new short[from[learnt.length]];
        weights = new float[from[learnt.length]];
        for (int trait = 0; trait < learnt.length; trait++) {
            System.arraycopy(learnt[trait].targets, 0, targets, from[trait], learnt[trait].size);
            System.arraycopy(learnt[trait].weights, 0, weights, from[trait], learnt[trait].size);
        }
    }

    private SparseWeights(int[] from, short[] targets, float[] weights) {
        this.from = from;
        this.targets = targets;
        this.weights = weights;
    }

    /** As {@link #write} has written it. */
    static SparseWeights read(DataInput in, int traits) throws IOException {
        int[] from = new int[traits + 1];
        for (int trait = 0; trait < traits; trait++) {
            from[trait + 1] = from[trait] + in.readUnsignedShort();
        }
        short[] targets = new short[from[traits]];
        float[] weights = new float[targets.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = in.readShort();
            weights[i] = in.readFloat();
        }
        return new SparseWeights(from, targets, weights);
    }

    void write(DataOutput out) throws IOException {
        for (int trait = 0; trait + 1 < from.length; trait++) {
            out.writeShort(from[trait + 1] - from[trait]);
        }
        for (int i = 0; i < targets.length; i++) {
            out.writeShort(targets[i]);
            out.writeFloat(weights[i]);
        }
    }

    /** Adds what the trait says, so strong as it is in the text, to the targets' sums. */
    void add(int trait, float strength, float[] sums) {
        for (int i = from[trait]; i < from[trait + 1]; i++) {
            sums[targets[i]] += strength * weights[i];
        }
    }

    /**
     * A step down the slope, the smaller the further it has gone already.
     *
     * @param gone the squares of all slopes followed so far, this one among them
     */
    static float step(float gone, float slope) {
        return STEP * slope / (float) Math.sqrt(gone + 1e-6f);
    }

    /** One trait's weights while they are learnt. */
    static final class Learning {
        private static final int FEW = 4;

        private short[] targets = new short[FEW];
        private float[] weights = new float[FEW];
        private float[] gone = new float[FEW];
        private int size;

        void add(float strength, float[] sums) {
            for (int i = 0; i < size; i++) {
                sums[targets[i]] += strength * weights[i];
            }
        }

        void step(int target, float slope) {
            int at = 0;
            while (at < size && targets[at] != target) {
                at++;
            }
            if (at == size) {
                grow();
                targets[at] = (short) target;
                size++;
            }
            gone[at] += slope * slope;
            weights[at] -= SparseWeights.step(gone[at], slope);
        }

        private void grow() {
            if (size == targets.length) {
                targets = Arrays.copyOf(targets, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
                gone = Arrays.copyOf(gone, size * 2);
            }
        }
    }
}
