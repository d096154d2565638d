package dev.plankton.drawing;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an SVG picture element by element. All text and attributes are escaped; characters that XML forbids are
 * replaced.
 */
final class SvgWriter {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** Begins a picture of a size in CSS pixels. */
    SvgWriter(double width, double height, String style) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot create an XML writer", e);
        }
        open("svg", "width", width, "height", height, "viewBox", "0 0 %s %s".formatted(number(width), number(height)));
        write(() -> xml.writeDefaultNamespace(NAMESPACE));
        leaf("style", style);
    }

    /** Opens an element. @param attributes alternating names and values (texts or numbers) */
    void open(String element, Object... attributes) {
        write(() -> {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                Object value = attributes[i + 1];
                xml.writeAttribute(
                        attributes[i].toString(),
                        value instanceof Number number ? number(number.doubleValue()) : valid(value.toString()));
            }
        });
    }

    /** An element that contains only text. */
    void leaf(String element, String content, Object... attributes) {
        open(element, attributes);
        write(() -> xml.writeCharacters(valid(content)));
        close();
    }

    void close() {
        write(xml::writeEndElement);
    }

    /** Ends the picture and returns all of it. */
    String end() {
        write(() -> {
            xml.writeEndDocument();
            xml.close();
        });
        return text + "\n";
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.2f", rounded).replaceFirst("0$", "");
    }

    /** Replaces characters that no XML document may contain, not even escaped, by a replacement character. */
    private static String valid(String any) {
        return any.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= 0x20 && (c < 0xd800 || c > 0xdfff) && c < 0xfffe || c > 0xffff
                        ? c
                        : 0xfffd)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the XML", e);
        }
    }

    /** One or several calls of the writer. */
    @FunctionalInterface
    private interface Writing {
        void write() throws XMLStreamException;
    }
}
