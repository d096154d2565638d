package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.steps.kit.Figures;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** One table; a long table is folded until the reader opens it. */
final class TableView {
    private static final int LONGEST_OPEN = 14;

    private TableView() {}

    static void add(Element parent, Table table) {
        Element place = parent.appendElement("div").addClass("table");
        Element caption = place.appendElement("p").addClass("caption");
        caption.appendText(table.caption());
        DataLinks.add(caption, table.data());
        if (table.rows().size() > LONGEST_OPEN) {
            place = place.appendElement("details");
            place.appendElement("summary")
                    .text("Show all %s rows"
                            .formatted(Figures.count(table.rows().size())));
        }
        List<Boolean> numeric = IntStream.range(0, table.columns().size())
                .mapToObj(column -> table.rows().stream().allMatch(row -> Text.isNumber(row.get(column))))
                .toList();
        Element element = scrolling(place);
        Element head = element.appendElement("thead").appendElement("tr");
        for (int column = 0; column < table.columns().size(); column++) {
            cell(head, "th", table.columns().get(column), numeric.get(column)).attr("scope", "col");
        }
        Element body = element.appendElement("tbody");
        for (List<String> row : table.rows()) {
            Element line = body.appendElement("tr");
            for (int column = 0; column < row.size(); column++) {
                cell(line, "td", row.get(column), numeric.get(column));
            }
        }
    }

    /** An empty table that scrolls sideways if the page is too narrow for it. */
    static Element scrolling(Element place) {
        return place.appendElement("div")
                .addClass("scroll")
                .attr("tabindex", "0")
                .appendElement("table");
    }

    static Element cell(Element row, String kind, String text, boolean number) {
        Element cell = row.appendElement(kind).text(text);
        if (number) {
            cell.addClass("number");
        }
        return cell;
    }
}
