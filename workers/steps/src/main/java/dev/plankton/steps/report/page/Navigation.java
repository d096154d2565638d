package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection;
import java.util.List;
import org.jsoup.nodes.Element;

/** Links to the parts of the page. */
final class Navigation {
    private Navigation() {}

    static void add(Element parent, ReportContent content) {
        Element list =
                parent.appendElement("nav").attr("aria-label", "Contents").appendElement("ul");
        link(list, "top", "Overview");
        link(list, Anchors.of(Troubles.section(content)), "What went wrong");
        link(list, Anchors.DATASET, "Dataset");
        for (ReportSection section : content.sections()) {
            link(list, Anchors.of(section), section.title());
        }
        link(list, Anchors.PROVENANCE, "Provenance");
        link(list, Anchors.DOWNLOADS, "Downloads");
    }

    static void add(Element parent, List<ReportSection> sections) {
        Element list =
                parent.appendElement("nav").attr("aria-label", "Contents").appendElement("ul");
        link(list, "top", "Overview");
        for (ReportSection section : sections) {
            link(list, Anchors.of(section), section.title());
        }
        link(list, Anchors.DOWNLOADS, "Downloads");
    }

    private static void link(Element list, String anchor, String text) {
        list.appendElement("li").appendElement("a").attr("href", "#" + anchor).text(text);
    }
}
