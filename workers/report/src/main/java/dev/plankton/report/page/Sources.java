package dev.plankton.report.page;

import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.runtime.store.ArtifactId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Says of each figure which artifacts it was made from, with links to the list of them. */
record Sources(List<ArtifactSource> all) {
    static final Sources NONE = new Sources(List.of());

    private static final int SHOWN_OF_A_KIND = 3;
    private static final int DIGITS = 10;

    Sources {
        all = List.copyOf(all);
    }

    /** Adds the sources of one artifact to the caption of what shows it. */
    void add(Element caption, ArtifactId artifact) {
        Map<String, List<String>> byKind = all.stream()
                .filter(source -> source.artifact().equals(artifact.sha256()))
                .collect(Collectors.groupingBy(
                        ArtifactSource::kind,
                        TreeMap::new,
                        Collectors.mapping(ArtifactSource::source, Collectors.toList())));
        if (byKind.isEmpty()) {
            return;
        }
        Element line = caption.appendElement("span").addClass("sources");
        String before = "Made from ";
        for (Map.Entry<String, List<String>> kind : byKind.entrySet()) {
            line.appendText(before);
            before = "; ";
            List<String> ids = kind.getValue();
            if (ids.size() > SHOWN_OF_A_KIND) {
                link(line, ids.getFirst(), "%s × %d".formatted(words(kind.getKey()), ids.size()));
                continue;
            }
            line.appendText(words(kind.getKey()));
            for (String id : ids) {
                line.appendText(" ");
                link(line, id, id.substring(0, Math.min(DIGITS, id.length())));
            }
        }
    }

    private static void link(Element line, String id, String text) {
        line.appendElement("a").attr("href", "#" + Anchors.ofArtifact(id)).text(text);
    }

    /** The list that the links lead to: kinds and whole ids. */
    void addList(Element section) {
        if (all.isEmpty()) {
            return;
        }
        Map<String, String> kinds = new TreeMap<>();
        all.forEach(source -> kinds.put(source.source(), words(source.kind())));
        Element place = section.appendElement("div").addClass("table");
        place.appendElement("p").addClass("caption").text("The artifacts that the figures were made from.");
        Element details = place.appendElement("details");
        details.appendElement("summary").text("Show all %s rows".formatted(Text.count(kinds.size())));
        Element table = TableView.scrolling(details);
        Element head = table.appendElement("thead").appendElement("tr");
        TableView.cell(head, "th", "Kind", false).attr("scope", "col");
        TableView.cell(head, "th", "Artifact", false).attr("scope", "col");
        Element body = table.appendElement("tbody");
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(artifact -> {
                    Element row = body.appendElement("tr").attr("id", Anchors.ofArtifact(artifact.getKey()));
                    TableView.cell(row, "td", artifact.getValue(), false);
                    row.appendElement("td").appendElement("code").text(artifact.getKey());
                });
    }

    private static String words(String kind) {
        return kind.replace('-', ' ');
    }
}
