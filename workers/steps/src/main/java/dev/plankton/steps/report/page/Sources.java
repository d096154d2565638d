package dev.plankton.steps.report.page;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.steps.kit.Figures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Shows for each figure which artifacts it was made from, with links to the list of these artifacts. */
record Sources(List<ArtifactSource> all) {
    static final Sources NONE = new Sources(List.of());

    private static final int SHOWN_OF_A_KIND = 3;
    private static final int DIGITS = 10;

    Sources {
        all = List.copyOf(all);
    }

    /** Adds the sources of one artifact to the caption of the figure that shows it. */
    void add(Element caption, ArtifactId artifact) {
        Map<String, List<ArtifactId>> byKind = all.stream()
                .filter(source -> source.artifact().equals(artifact))
                .collect(Collectors.groupingBy(
                        ArtifactSource::kind,
                        TreeMap::new,
                        Collectors.mapping(ArtifactSource::source, Collectors.toList())));
        if (byKind.isEmpty()) {
            return;
        }
        Element line = caption.appendElement("span").addClass("sources");
        String before = "Made from ";
        for (Map.Entry<String, List<ArtifactId>> kind : byKind.entrySet()) {
            line.appendText(before);
            before = "; ";
            List<ArtifactId> ids = kind.getValue();
            if (ids.size() > SHOWN_OF_A_KIND) {
                link(line, ids.getFirst(), "%s × %d".formatted(words(kind.getKey()), ids.size()));
                continue;
            }
            line.appendText(words(kind.getKey()));
            for (ArtifactId id : ids) {
                line.appendText(" ");
                link(line, id, id.sha256().substring(0, DIGITS));
            }
        }
    }

    private static void link(Element line, ArtifactId id, String text) {
        line.appendElement("a").attr("href", "#" + Anchors.ofArtifact(id)).text(text);
    }

    /** Adds the list that the links lead to, with kinds and full ids. */
    void addList(Element section) {
        if (all.isEmpty()) {
            return;
        }
        Map<String, String> kinds = new TreeMap<>();
        all.forEach(source -> kinds.put(source.source().sha256(), words(source.kind())));
        Element place = section.appendElement("div").addClass("table");
        place.appendElement("p").addClass("caption").text("The artifacts that the figures were made from.");
        Element details = place.appendElement("details");
        details.appendElement("summary").text("Show all %s rows".formatted(Figures.count(kinds.size())));
        Element table = TableView.scrolling(details);
        Element head = table.appendElement("thead").appendElement("tr");
        TableView.cell(head, "th", "Kind", false).attr("scope", "col");
        TableView.cell(head, "th", "Artifact", false).attr("scope", "col");
        Element body = table.appendElement("tbody");
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(artifact -> {
                    Element row =
                            body.appendElement("tr").attr("id", Anchors.ofArtifact(new ArtifactId(artifact.getKey())));
                    TableView.cell(row, "td", artifact.getValue(), false);
                    row.appendElement("td").appendElement("code").text(artifact.getKey());
                });
    }

    private static String words(String kind) {
        return kind.replace('-', ' ');
    }
}
