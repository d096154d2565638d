package dev.plankton.drawing;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an SVG picture element by element; all text and all attributes are escaped, and what XML forbids is replaced. */
final class SvgWriter {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** Begins a picture of a size in CSS pixels. */
    SvgWriter(double width, double height, String style) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no writer of XML", e);
        }
        open("svg", "width", width, "height", height, "viewBox", "0 0 %s %s".formatted(number(width), number(height)));
        write(() -> xml.writeDefaultNamespace(NAMESPACE));
        leaf("style", style);
    }

    /** Opens an element. @param attributes names and values (texts or numbers) by turns */
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

    /** An element with nothing but text in it. */
    void leaf(String element, String content, Object... attributes) {
        open(element, attributes);
        write(() -> xml.writeCharacters(valid(content)));
        close();
    }

    void close() {
        write(xml::writeEndElement);
    }

    /** The whole picture, after its end. */
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

    /** Characters that no XML document may hold, not even escaped, become a replacement character. */
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
            throw new IllegalStateException("XML that cannot be written", e);
        }
    }

    /** One or several calls of the writer. */
    @FunctionalInterface
    private interface Writing {
        void write() throws XMLStreamException;
    }
}
