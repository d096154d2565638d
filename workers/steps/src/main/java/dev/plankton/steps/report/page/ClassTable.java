package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.Split;
import dev.plankton.steps.kit.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The classes with their images in each split, as numbers and as bars. */
final class ClassTable {
    private ClassTable() {}

    static void add(Element section, List<String> classes, List<Map<Split, Integer>> counts, List<String> files) {
        Element place = section.appendElement("div").addClass("table");
        Element caption = place.appendElement("p").addClass("caption");
        caption.appendText("Images of each class: ");
        for (Split split : Split.values()) {
            String name = split.name().toLowerCase(Locale.ROOT);
            caption.appendElement("span").addClass("key").addClass(name).text(name);
            caption.appendText(" ");
        }
        DataLinks.addNames(caption, files);
        Element table = TableView.scrolling(place).addClass("classes");
        Element head = table.appendElement("thead").appendElement("tr");
        TableView.cell(head, "th", "Class", false).attr("scope", "col");
        for (String column : List.of("Train", "Validation", "Test", "All")) {
            TableView.cell(head, "th", column, true).attr("scope", "col");
        }
        TableView.cell(head, "th", "", false).addClass("bar").attr("aria-hidden", "true");
        int most = counts.stream().mapToInt(ClassTable::sum).max().orElse(1);
        Element body = table.appendElement("tbody");
        for (int c = 0; c < classes.size(); c++) {
            row(body.appendElement("tr"), classes.get(c), counts.get(c), most);
        }
    }

    private static void row(Element row, String name, Map<Split, Integer> counts, int most) {
        TableView.cell(row, "th", name, false).attr("scope", "row");
        for (Split split : Split.values()) {
            TableView.cell(row, "td", Figures.count(counts.getOrDefault(split, 0)), true);
        }
        TableView.cell(row, "td", Figures.count(sum(counts)), true);
        Element bar = row.appendElement("td").addClass("bar").attr("aria-hidden", "true");
        for (Split split : Split.values()) {
            double share = 100.0 * counts.getOrDefault(split, 0) / most;
            bar.appendElement("i")
                    .addClass(split.name().toLowerCase(Locale.ROOT))
                    .attr("style", Figures.text("width:%.2f%%", share));
        }
    }

    static int sum(Map<Split, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
