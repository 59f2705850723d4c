package gradcheck.roster.read;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an XLSX that would blow up, before anything makes cells of it: counted by the bytes that really come out, and by
 * the columns that the reader would make room for.
 */
final class ZipGuard {
    private static final int MOST_ENTRIES = 50;
    /** 12,000 students with all their columns make 12 MB; and a text of this size still fits into the server's memory. */
    private static final long MOST_INFLATED = 48L * 1024 * 1024;

    private static final int HIGHEST_RATIO = 100;
    /** A cell's 32,767 signs at eight bytes each; a longer text would stand in the parser's memory as a whole. */
    private static final int LONGEST_TEXT = 256 * 1024;
    /** A spreadsheet's last column is XFD. */
    private static final int MOST_COLUMNS = 16_384;

    /** Any other is counted by its letters, and four of them already stand for more columns than the memory holds. */
    private static final Pattern PLACE = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?\\d{1,7}");

    private final long most;
    private long inflated;

    private ZipGuard(long size) {
        this.most = Math.min(MOST_INFLATED, size * HIGHEST_RATIO);
    }

    static void check(byte[] file) throws IOException, UnreadableFile {
        ZipGuard guard = new ZipGuard(file.length);
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw tooLarge();
            }
            for (ZipArchiveEntry entry : entries) {
                try (InputStream in = new BufferedInputStream(guard.new Inflating(zip.getInputStream(entry)))) {
                    read(in);
                }
            }
        } catch (TooMuch e) {
            throw tooLarge();
        }
    }

    private static void read(InputStream in) throws IOException, UnreadableFile {
        if (!isXml(in)) {
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            checkColumns(factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            // Whether the rest is too much is said before that it is broken.
            in.transferTo(OutputStream.nullOutputStream());
            throw e.getNestedException() instanceof TooMuch tooMuch ? tooMuch : new IOException("broken XML", e);
        }
    }

    /** By its first sign, in any encoding; pictures begin otherwise. */
    private static boolean isXml(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return switch (first) {
            case '<', ' ', '\t', '\r', '\n', 0 -> true;
            case 0xEF -> second == 0xBB;
            case 0xFE -> second == 0xFF;
            case 0xFF -> second == 0xFE;
            default -> false;
        };
    }

    private static void checkColumns(XMLStreamReader reader) throws XMLStreamException, IOException {
        int columns = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new IOException("no spreadsheet has a document type");
            }
            String name = event == XMLStreamConstants.START_ELEMENT ? reader.getLocalName() : "";
            columns = name.equals("c") ? columns + 1 : name.equals("row") ? 0 : columns;
            if (columns > MOST_COLUMNS || (name.equals("c") && isFar(reader.getAttributeValue(null, "r")))) {
                throw new TooMuch();
            }
        }
    }

    private static boolean isFar(@Nullable String place) {
        return place != null && !PLACE.matcher(place).matches();
    }

    private static UnreadableFile tooLarge() {
        return new UnreadableFile(RosterPhrases.TOO_LARGE.say());
    }

    /** More came out than any list holds. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Counts what comes out, of all entries together, and how long its longest text is. */
    private final class Inflating extends FilterInputStream {
        private int sinceTheLastTag;

        Inflating(InputStream entry) {
            super(entry);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            for (int i = from; i < from + read; i++) {
                sinceTheLastTag = buffer[i] == '<' ? 0 : sinceTheLastTag + 1;
                if (sinceTheLastTag > LONGEST_TEXT) {
                    throw new TooMuch();
                }
            }
            inflated += Math.max(0, read);
            if (inflated > most) {
                throw new TooMuch();
            }
            return read;
        }
    }
}
