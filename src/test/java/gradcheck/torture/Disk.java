package gradcheck.torture;

import gradcheck.torture.Recording.Act;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A disk that loses its power: what was synced is there, of what was written since then any part may be, down to the
 * sector. A deletion counts at once, as on ext4 after the next sync of anything.
 */
final class Disk {
    private static final int SECTOR = 512;

    private final Map<String, Image> synced = new HashMap<>();
    private final Map<String, List<Act>> since = new HashMap<>();

    void happen(Act act) {
        switch (act.kind()) {
            case UNLINK -> {
                synced.remove(act.file());
                since.remove(act.file());
            }
            case SYNC -> {
                Image image = synced.computeIfAbsent(act.file(), f -> new Image());
                since.getOrDefault(act.file(), List.of()).forEach(image::take);
                since.remove(act.file());
            }
            default -> since.computeIfAbsent(act.file(), f -> new ArrayList<>()).add(act);
        }
    }

    /** What a file holds after the cut: nothing, half or all of what was not synced, whole or torn. */
    byte[] afterCut(String file, SplittableRandom random) {
        Image image = new Image(synced.getOrDefault(file, new Image()));
        int kept = random.nextInt(3);
        boolean torn = random.nextBoolean();
        for (Act act : since.getOrDefault(file, List.of())) {
            if (kept == 0 || (kept == 1 && random.nextBoolean())) {
                continue;
            }
            if (torn && kept == 1 && act.kind() == Recording.Kind.WRITE) {
                image.takeSome(act, random);
            } else {
                image.take(act);
            }
        }
        return image.content();
    }

    /** Everything that was ever written to a file, as whoever stood outside saw it. */
    byte[] seenFromOutside(String file) {
        Image image = new Image(synced.getOrDefault(file, new Image()));
        since.getOrDefault(file, List.of()).forEach(image::take);
        return image.content();
    }

    /** A file's content, with room to grow. */
    private static final class Image {
        private byte[] bytes;
        private int size;

        Image() {
            this.bytes = new byte[SECTOR];
        }

        Image(Image of) {
            this.bytes = of.bytes.clone();
            this.size = of.size;
        }

        byte[] content() {
            return Arrays.copyOf(bytes, size);
        }

        void take(Act act) {
            if (act.kind() == Recording.Kind.TRUNCATE) {
                resize((int) act.length());
            } else {
                write(act, 0, act.bytes().capacity());
            }
        }

        /** Sector by sector, by chance. */
        void takeSome(Act act, SplittableRandom random) {
            for (int from = 0; from < act.bytes().capacity(); from += SECTOR) {
                if (random.nextBoolean()) {
                    write(act, from, Math.min(act.bytes().capacity(), from + SECTOR));
                }
            }
        }

        private void write(Act act, int from, int to) {
            resize(Math.max(size, (int) act.offset() + to));
            act.bytes().get(from, bytes, (int) act.offset() + from, to - from);
        }

        private void resize(int now) {
            if (now > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(now, bytes.length * 2));
            }
            if (now < size) {
                Arrays.fill(bytes, now, size, (byte) 0);
            }
            size = now;
        }
    }
}
