package dev.plankton.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class ConfusionSvgTest {
    private static final String HOSTILE = "egg\u0001</text><script>alert(1)</script>";

    private static Document parsed() throws Exception {
        String svg = new ConfusionSvg(List.of("copepod", HOSTILE), new int[][] {{30, 10}, {0, 7}}).text();
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> all(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @Test
    void everyCellTellsItsClassesAndItsCount() throws Exception {
        String egg = HOSTILE.replace('\u0001', '\ufffd');

        assertThat(all(parsed(), "title"))
                .extracting(Element::getTextContent)
                .contains(
                        "copepod: 30 of 40 images recognised (75.0 %)",
                        "copepod classified as " + egg + ": 10 of 40 images (25.0 %)",
                        egg + " classified as copepod: 0 of 7 images (0.0 %)",
                        egg + ": 7 of 7 images recognised (100.0 %)");
    }

    @Test
    void aColourScaleNamesRoundCountsUpToTheGreatest() throws Exception {
        assertThat(all(parsed(), "text"))
                .filteredOn(text -> text.getAttribute("class").equals("scale"))
                .extracting(Element::getTextContent)
                .containsExactly("0", "1", "2", "5", "10", "20", "30");
    }

    @Test
    void namesStayText() throws Exception {
        assertThat(all(parsed(), "script")).isEmpty();
    }

    @Test
    void fortyClassesWithLongNamesFitAPage() throws Exception {
        List<String> names = IntStream.range(0, 40)
                .mapToObj("siphonophore_calycophoran_sphaeronectes_%d"::formatted)
                .toList();
        String svg = new ConfusionSvg(names, new int[40][40]).text();

        assertThat(svg).startsWith("<svg width=\"").contains("font-size:11.5px");
        double width = Double.parseDouble(svg.replaceFirst("^<svg width=\"([0-9.]+)\"(?s).*", "$1"));
        assertThat(width).isBetween(600.0, 936.0);
    }
}
