package dev.plankton.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
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

    /** Each class is taken for itself, for its neighbour and for another one. */
    private static ConfusionSvg many(int classes) {
        int[][] counts = new int[classes][classes];
        for (int row = 0; row < classes; row++) {
            counts[row][row] = 40;
            counts[row][(row + 1) % classes] = 5;
            counts[row][row * 7 % classes]++;
        }
        return new ConfusionSvg(
                IntStream.range(0, classes)
                        .mapToObj("siphonophore_calycophoran_%d"::formatted)
                        .toList(),
                counts);
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
    void everyCellWithImagesTellsItsClassesAndItsCount() throws Exception {
        String egg = HOSTILE.replace('\u0001', '\ufffd');

        assertThat(all(parsed(), "title"))
                .extracting(Element::getTextContent)
                .containsExactlyInAnyOrder(
                        "copepod: 40 images",
                        "copepod: 40 images",
                        egg + ": 7 images",
                        egg + ": 7 images",
                        "copepod: 30 of 40 images recognised (75.0 %)",
                        "copepod classified as " + egg + ": 10 of 40 images (25.0 %)",
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

    @Test
    void aHundredClassesCanBePointedAt() {
        assertThat(many(100).text())
                .contains("<title>siphonophore_calycophoran_3: 40 of 46")
                .hasSizeLessThan(500_000);
        assertThat(many(100).howToRead("counts.csv")).contains("point at a cell");
    }

    @Test
    void ofMoreClassesThereIsOnePictureAndAsManyNamesAsCanBeRead() throws Exception {
        String svg = many(300).text();

        assertThat(svg).hasSizeLessThan(100_000);
        assertThat(many(300).howToRead("counts.csv")).isEqualTo("; all counts are in counts.csv");
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        String data = all(document, "image").getFirst().getAttribute("href");
        byte[] png = Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(300);
        assertThat(new Color(picture.getRGB(0, 0))).isEqualTo(new CountColors(41).color(41));
        assertThat(new Color(picture.getRGB(5, 4))).isEqualTo(new CountColors(41).color(5));
        assertThat(new Color(picture.getRGB(4, 5))).isEqualTo(Color.WHITE);
        assertThat(all(document, "text"))
                .filteredOn(text -> text.getAttribute("class").equals("name"))
                .hasSize(200);
    }
}
