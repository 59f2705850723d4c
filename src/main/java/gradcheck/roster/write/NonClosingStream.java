package gradcheck.roster.write;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lends a stream to a writer that would close it: who opened it closes it. */
final class NonClosingStream extends FilterOutputStream {
    NonClosingStream(OutputStream lent) {
        super(lent);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
