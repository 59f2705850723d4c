package gradcheck.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code powercut.c} wrote down: every write, cut, sync and deletion of some files, in their order. */
record Recording(List<Act> acts) {
    Recording {
        acts = List.copyOf(acts);
    }

    /** What was done to a file. */
    enum Kind {
        WRITE,
        TRUNCATE,
        SYNC,
        UNLINK
    }

    /**
     * One act.
     *
     * @param length of a write or of what a truncated file keeps
     * @param bytes of a write; else empty
     */
    record Act(Kind kind, String file, long offset, long length, ByteBuffer bytes) {}

    static Recording read(Path log) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(log)).order(ByteOrder.nativeOrder());
        List<Act> acts = new ArrayList<>();
        while (in.hasRemaining()) {
            Kind kind = kind((char) in.get());
            byte[] name = new byte[in.get()];
            in.get(name);
            long offset = in.getLong();
            long length = in.getLong();
            ByteBuffer bytes = in.slice(in.position(), kind == Kind.WRITE ? (int) length : 0);
            in.position(in.position() + bytes.capacity());
            acts.add(new Act(kind, new String(name, StandardCharsets.UTF_8), offset, length, bytes));
        }
        return new Recording(acts);
    }

    private static Kind kind(char letter) {
        return switch (letter) {
            case 'W' -> Kind.WRITE;
            case 'T' -> Kind.TRUNCATE;
            case 'S' -> Kind.SYNC;
            case 'U' -> Kind.UNLINK;
            default -> throw new IllegalStateException("no such act: " + letter);
        };
    }

    /** The place of the first act on a file, from which cuts make sense. */
    int firstOf(String file) {
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i).file().equals(file)) {
                return i;
            }
        }
        throw new IllegalStateException("nothing was recorded of " + file);
    }
}
