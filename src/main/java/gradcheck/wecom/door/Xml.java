package gradcheck.wecom.door;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A decrypted message as its elements and their texts; no document type, no entities, bounded depth and number. */
record Xml(List<Element> elements) {
    private static final int DEEPEST = 8;
    private static final int MOST = 500;
    /** By the JDK's own parser, whatever else stands on the class path. Made once: making one costs more than reading. */
    private static final XMLInputFactory READERS = readers();

    /**
     * An element with a text of its own.
     *
     * @param path the names from below the root, separated by slashes
     */
    record Element(String path, String text) {}

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Its readers are then nobody else's, whichever thread asks.
        factory.setProperty("reuse-instance", false);
        return factory;
    }

    /** A parser also throws what it doesn't declare. */
    static Xml read(String xml) throws Rejected {
        try {
            return new Xml(elements(READERS.createXMLStreamReader(new StringReader(xml))));
        } catch (XMLStreamException | RuntimeException e) {
            throw Rejected.unreadable("xml");
        }
    }

    private static List<Element> elements(XMLStreamReader reader) throws XMLStreamException, Rejected {
        List<Element> elements = new ArrayList<>();
        List<String> path = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(reader.getLocalName());
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    elements.add(new Element(String.join("/", path.subList(1, path.size())), text.toString()));
                    path.remove(path.size() - 1);
                    text.setLength(0);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Rejected.unreadable(
                        "doctype");
                default -> {
                    // White space, comments and the like say nothing.
                }
            }
            if (path.size() > DEEPEST || elements.size() > MOST) {
                throw Rejected.unreadable("too large");
            }
        }
        return elements;
    }

    Optional<String> text(String path) {
        return elements.stream()
                .filter(e -> e.path().equals(path))
                .map(Element::text)
                .findFirst();
    }

    String textOrEmpty(String path) {
        return text(path).orElse("");
    }

    String needed(String path) throws Rejected {
        return text(path).filter(t -> !t.isEmpty()).orElseThrow(() -> Rejected.unreadable("no " + path));
    }
}
