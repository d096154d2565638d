package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** One section with its summary, facts, figures and tables. */
final class SectionView {
    private SectionView() {}

    static void add(Element main, ReportSection section, Map<String, PictureSize> sizes, Sources sources) {
        Element element = main.appendElement("section").attr("id", Anchors.of(section));
        element.appendElement("h2").text(section.title());
        element.appendElement("p").addClass("summary").text(Text.unbroken(section.summary()));
        Facts.add(element, section.facts());
        if (!section.figures().isEmpty()) {
            Element figures = element.appendElement("div").addClass("figures");
            List<String> films = section.figures().stream()
                    .filter(FigureView::isFilm)
                    .map(FigureView::stem)
                    .toList();
            Map<String, String> posters = section.figures().stream()
                    .filter(figure -> !FigureView.isFilm(figure) && films.contains(FigureView.stem(figure)))
                    .collect(Collectors.toMap(FigureView::stem, ReportSection.Figure::file, (first, second) -> first));
            section.figures().forEach(figure -> FigureView.add(figures, figure, sizes, posters, sources));
        }
        section.tables().forEach(table -> TableView.add(element, table));
    }
}
