package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection.Figure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Points in space that the reader can turn, over the checkpoints. It is an element of the page that {@code points.js},
 * with {@code points-scene.js}, fills from the figure's file. Without scripts it says so; in print the whole figure is
 * left out.
 */
final class PointsView {
    private static final List<String> SCRIPTS = List.of("points-scene.js", "points.js");

    private PointsView() {}

    static boolean shows(Figure figure) {
        return figure.mediaType().equals(Figure.POINTS);
    }

    static void add(Element element, Figure figure) {
        element.addClass("turnable");
        Element view = element.appendElement("div").addClass("points").attr("data-file", figure.file());
        view.appendElement("p")
                .addClass("missing")
                .text("A script draws the points here. If this text stays, the browser does not run scripts; the film"
                        + " below shows the same points.");
        element.appendElement("script").attr("src", figure.file()).attr("defer", true);
    }

    /** Adds the drawing scripts to a page, if the page has a view. */
    static void addScripts(Document page) throws IOException {
        if (page.selectFirst(".points") != null) {
            for (String name : SCRIPTS) {
                page.body().appendElement("script").appendChild(new DataNode(script(name)));
            }
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(PointsView.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
