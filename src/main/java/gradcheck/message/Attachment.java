package gradcheck.message;

import java.util.Arrays;

/** A file that goes into a chat: its name as people see it, and its content. Two with the same content are equal. */
public final class Attachment {
    private final String name;
    private final byte[] content;

    /** @param name with its suffix, for example {@code 未核对.xlsx} */
    public Attachment(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that && name.equals(that.name) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return name + " (" + content.length + " bytes)";
    }
}
