package gradcheck.intent.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How likely each target is for a text: a softmax over the text's features, learnt from every example.
 *
 * <p>What is near in meaning but shares few words with any example is found by many small hints; and being trained on
 * what is out of scope as well, it knows when not to answer.
 */
public final class SoftmaxClassifier {
    /** Learnt in the same order every time: the same files make the same answers. */
    private static final long SEED = 20270430;
    /** More rounds changed nothing on the tuning set. */
    private static final int ROUNDS = 4;

    /** What is less likely than that is not made less likely still: that saves most of the time and costs nothing. */
    private static final float HARDLY = 0.01f;

    private final List<String> targets;
    private final Map<String, Integer> traits = new HashMap<>();
    private final float[] rarity;
    private final Map<String, Set<String>> signs = new HashMap<>();
    private final SparseWeights weights;
    private final float[] bias;

    /** A text as its traits, and what it was meant for. */
    public record Example(String target, Set<String> traits) {}

    /** A text as numbers: which traits, and how strong each. */
    private static final class Point {
        private final int[] at;
        private final float[] strength;

        Point(int[] at, float[] strength) {
            this.at = at;
            this.strength = strength;
        }
    }

    public SoftmaxClassifier(Collection<Example> examples) {
        targets = examples.stream().map(Example::target).distinct().sorted().toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        examples.forEach(e -> e.traits().forEach(trait -> counts.merge(trait, 1, Integer::sum)));
        examples.forEach(
                e -> signs.computeIfAbsent(e.target(), t -> new HashSet<>()).addAll(signs(e.traits())));
        rarity = new float[counts.size()];
        counts.forEach((trait, count) -> {
            rarity[traits.size()] = (float) Math.log(1 + examples.size() / (double) count);
            traits.put(trait, traits.size());
        });
        bias = new float[targets.size()];
        weights = learnt(examples);
    }

    private SoftmaxClassifier(List<String> targets, SparseWeights weights, float[] bias, float[] rarity) {
        this.targets = targets;
        this.weights = weights;
        this.bias = bias;
        this.rarity = rarity;
    }

    /** As {@link #write} has written it. */
    public static SoftmaxClassifier read(DataInput in) throws IOException {
        List<String> targets = new ArrayList<>();
        Map<String, Set<String>> signs = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String target = in.readUTF();
            targets.add(target);
            signs.put(
                    target,
                    in.readUTF().codePoints().mapToObj(Character::toString).collect(Collectors.toSet()));
        }
        float[] bias = floats(in, targets.size());
        List<String> traits = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            traits.add(in.readUTF());
        }
        float[] rarity = floats(in, traits.size());
        SoftmaxClassifier read =
                new SoftmaxClassifier(List.copyOf(targets), SparseWeights.read(in, traits.size()), bias, rarity);
        traits.forEach(trait -> read.traits.put(trait, read.traits.size()));
        read.signs.putAll(signs);
        return read;
    }

    /** Everything that was learnt: targets with their characters, features with their rarity, weights. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(targets.size());
        for (String target : targets) {
            out.writeUTF(target);
            out.writeUTF(String.join("", new TreeSet<>(signs.getOrDefault(target, Set.of()))));
        }
        for (float each : bias) {
            out.writeFloat(each);
        }
        String[] inOrder = new String[traits.size()];
        traits.forEach((trait, at) -> inOrder[at] = trait);
        out.writeInt(inOrder.length);
        for (String trait : inOrder) {
            out.writeUTF(trait);
        }
        for (float each : rarity) {
            out.writeFloat(each);
        }
        weights.write(out);
    }

    private static float[] floats(DataInput in, int count) throws IOException {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = in.readFloat();
        }
        return floats;
    }

    private SparseWeights learnt(Collection<Example> examples) {
        Map<String, Integer> index = new HashMap<>();
        targets.forEach(target -> index.put(target, index.size()));
        List<Point> points = new ArrayList<>();
        List<Integer> meant = new ArrayList<>();
        for (Example example : examples) {
            points.add(point(example.traits()));
            meant.add(index.getOrDefault(example.target(), 0));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            order.add(i);
        }
        Random random = new Random(SEED);
        Slope slope = new Slope(rarity.length, targets.size());
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            order.forEach(i -> slope.follow(points.get(i), meant.get(i)));
        }
        return new SparseWeights(slope.rows);
    }

    /** How far to go for each weight: less, the further it has gone already. */
    private final class Slope {
        private final SparseWeights.Learning[] rows;
        private final float[] biasGone;

        Slope(int traits, int targets) {
            rows = new SparseWeights.Learning[traits];
            Arrays.setAll(rows, trait -> new SparseWeights.Learning());
            biasGone = new float[targets];
        }

        void follow(Point point, int meant) {
            float[] off = bias.clone();
            for (int i = 0; i < point.at.length; i++) {
                rows[point.at[i]].add(point.strength[i], off);
            }
            makeLikely(off);
            off[meant] -= 1;
            for (int target = 0; target < off.length; target++) {
                if (Math.abs(off[target]) >= HARDLY) {
                    biasGone[target] += off[target] * off[target];
                    bias[target] -= SparseWeights.step(biasGone[target], off[target]);
                    for (int i = 0; i < point.at.length; i++) {
                        rows[point.at[i]].step(target, off[target] * point.strength[i]);
                    }
                }
            }
        }
    }

    /** Rare traits count more; a text's length does not. */
    private Point point(Set<String> text) {
        int[] at = text.stream()
                .map(traits::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .toArray();
        float[] strength = new float[at.length];
        float length = 0;
        for (int trait : at) {
            length += rarity[trait] * rarity[trait];
        }
        for (int i = 0; i < at.length; i++) {
            strength[i] = rarity[at[i]] / (float) Math.sqrt(length);
        }
        return new Point(at, strength);
    }

    private float[] likely(Point point) {
        float[] sums = bias.clone();
        for (int i = 0; i < point.at.length; i++) {
            weights.add(point.at[i], point.strength[i], sums);
        }
        makeLikely(sums);
        return sums;
    }

    /** Turns sums into likelihoods that make one together. */
    private static void makeLikely(float[] sums) {
        float most = Float.NEGATIVE_INFINITY;
        for (float sum : sums) {
            most = Math.max(most, sum);
        }
        float all = 0;
        for (int target = 0; target < sums.length; target++) {
            sums[target] = (float) Math.exp(sums[target] - most);
            all += sums[target];
        }
        for (int target = 0; target < sums.length; target++) {
            sums[target] /= all;
        }
    }

    /** How many signs of a text no example of the target ever held. */
    public long strange(String target, Set<String> text) {
        Set<String> known = signs.getOrDefault(target, Set.of());
        return signs(text).stream().filter(sign -> !known.contains(sign)).count();
    }

    private static List<String> signs(Set<String> traits) {
        return traits.stream().filter(trait -> trait.length() == 1).toList();
    }

    /** The targets by likelihood, the likeliest first. */
    public List<ScoredIntent> of(Set<String> text) {
        float[] likely = likely(point(text));
        List<ScoredIntent> near = new ArrayList<>();
        for (int target = 0; target < likely.length; target++) {
            near.add(new ScoredIntent(targets.get(target), likely[target]));
        }
        near.sort(Comparator.comparingDouble(ScoredIntent::score).reversed());
        return near;
    }
}
