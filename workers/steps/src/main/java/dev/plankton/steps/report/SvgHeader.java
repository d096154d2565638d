package dev.plankton.steps.report;

import dev.plankton.contracts.BadInputException;
import dev.plankton.steps.report.page.PictureSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the size of an SVG picture from its first element. */
final class SvgHeader {
    private SvgHeader() {}

    static PictureSize read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            return new PictureSize(length(xml, "width"), length(xml, "height"));
        } catch (XMLStreamException | NumberFormatException e) {
            throw new BadInputException("A section's picture %s is not an SVG with a width and a height in pixels: %s"
                    .formatted(file.getFileName(), e.getMessage()));
        }
    }

    private static int length(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return (int) Math.ceil(Double.parseDouble(value == null ? "" : value));
    }
}
