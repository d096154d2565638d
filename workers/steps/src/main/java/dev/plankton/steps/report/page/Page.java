package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** The whole page. */
public final class Page {
    private Page() {}

    /** The page as HTML, with its style and its scripts inside it. All links are relative. */
    public static String html(ReportContent content) throws IOException {
        Document document = document("Plankton embedding: " + content.dataset().name());
        Element layout = document.body().appendElement("div").addClass("layout");
        Navigation.add(layout, content);
        Element main = layout.appendElement("main");
        HeaderView.add(main, content);
        SectionView.add(main, Troubles.section(content), Map.of(), Sources.NONE);
        DatasetView.add(main, content);
        Sources sources = new Sources(content.records().sources());
        for (ReportSection section : content.sections()) {
            SectionView.add(main, section, content.pictureSizes(), sources);
        }
        ProvenanceView.add(main, content, sources);
        DownloadsView.add(main, content);
        PointsView.addScripts(document);
        return document.outerHtml() + "\n";
    }

    /** A page of sections only, with links to the files behind them. */
    public static String html(String kicker, String title, List<ReportSection> sections, Map<String, PictureSize> sizes)
            throws IOException {
        Document document = document("%s: %s".formatted(kicker, title));
        Element layout = document.body().appendElement("div").addClass("layout");
        Navigation.add(layout, sections);
        Element main = layout.appendElement("main");
        Element header = main.appendElement("header").attr("id", "top");
        header.appendElement("p").addClass("kicker").text(kicker);
        header.appendElement("h1").text(title);
        for (ReportSection section : sections) {
            SectionView.add(main, section, sizes, Sources.NONE);
        }
        DownloadsView.add(main, sections);
        PointsView.addScripts(document);
        return document.outerHtml() + "\n";
    }

    private static Document document(String title) throws IOException {
        Document document = new Document("");
        document.outputSettings().charset(StandardCharsets.UTF_8).prettyPrint(false);
        document.appendChild(new DocumentType("html", "", ""));
        Element html = document.appendElement("html").attr("lang", "en");
        head(html.appendElement("head"), title);
        html.appendElement("body");
        return document;
    }

    private static void head(Element head, String title) throws IOException {
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("title").text(title);
        head.appendElement("link").attr("rel", "icon").attr("href", "data:,");
        head.appendElement("style").appendChild(new DataNode(style()));
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("style.css"), "style.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
