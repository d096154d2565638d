package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Links to all files of the report, grouped by where they come from. */
final class DownloadsView {
    private DownloadsView() {}

    static void add(Element main, ReportContent content) {
        Element section = main.appendElement("section").attr("id", Anchors.DOWNLOADS);
        section.appendElement("h2").text("Downloads");
        Element list = section.appendElement("dl").addClass("downloads");
        group(
                list,
                content.background() instanceof Background.Trained ? "Best checkpoint" : "Embeddings",
                content.modelFiles());
        group(list, "Dataset", content.datasetFiles());
        for (ReportSection each : content.sections()) {
            group(list, each.title(), files(each));
        }
    }

    static void add(Element main, List<ReportSection> sections) {
        Element section = main.appendElement("section").attr("id", Anchors.DOWNLOADS);
        section.appendElement("h2").text("Downloads");
        Element list = section.appendElement("dl").addClass("downloads");
        sections.forEach(each -> group(list, each.title(), files(each)));
    }

    private static List<String> files(ReportSection section) {
        Stream<DataFile> behind = Stream.concat(
                section.figures().stream().flatMap(figure -> figure.data().stream()),
                section.tables().stream().flatMap(table -> table.data().stream()));
        return Stream.concat(
                        behind.map(DataFile::file), section.figures().stream().map(ReportSection.Figure::file))
                .distinct()
                .toList();
    }

    private static void group(Element list, String name, List<String> files) {
        if (files.isEmpty()) {
            return;
        }
        list.appendElement("dt").text(name);
        Element items = list.appendElement("dd").appendElement("ul");
        files.forEach(file ->
                items.appendElement("li").appendElement("a").attr("href", file).text(file));
    }
}
