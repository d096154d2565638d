package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection.Fact;
import java.util.List;
import org.jsoup.nodes.Element;

/** Shows facts as tiles. */
final class Facts {
    private static final int LONGEST_FIGURE = 12;

    private Facts() {}

    static void add(Element parent, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Element tiles = parent.appendElement("dl").addClass("facts");
        for (Fact fact : facts) {
            Element tile = tiles.appendElement("div");
            tile.appendElement("dt").text(fact.name());
            tile.appendElement("dd").text(fact.value());
            if (fact.value().length() > LONGEST_FIGURE) {
                tile.addClass("words");
            }
        }
    }
}
