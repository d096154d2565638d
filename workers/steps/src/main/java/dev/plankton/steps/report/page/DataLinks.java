package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection.DataFile;
import java.util.List;
import org.jsoup.nodes.Element;

/** Links to the files behind a figure or table. */
final class DataLinks {
    private DataLinks() {}

    static void add(Element parent, List<DataFile> data) {
        addNames(parent, data.stream().map(DataFile::file).toList());
    }

    static void addNames(Element parent, List<String> files) {
        if (files.isEmpty()) {
            return;
        }
        Element links = parent.appendElement("span").addClass("data");
        links.appendText(" Data: ");
        for (int i = 0; i < files.size(); i++) {
            links.appendText(i == 0 ? "" : ", ");
            links.appendElement("a").attr("href", files.get(i)).text(files.get(i));
        }
    }
}
