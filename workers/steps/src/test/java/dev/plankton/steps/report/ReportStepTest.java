package dev.plankton.steps.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.tasks.ReportTask;
import dev.plankton.engine.store.MediaTypes;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportStepTest {
    @TempDir
    Path folder;

    private LocalContext context;
    private MadeUpRun run;

    @BeforeEach
    void makeUp() throws IOException {
        context = new LocalContext(folder);
        run = new MadeUpRun(context);
    }

    @Test
    void thePageIsWellFormedAndLeadsToFilesOfItsFolderOnly() throws IOException, InterruptedException {
        ReportTask.Output output = context.run(new ReportStep(), run.input());

        assertThat(output.indexKey()).isEqualTo(prefix() + "index.html");
        Set<String> files = files();
        assertThat(files).hasSize(output.files()).contains("index.html", "pca.mp4", "dataset-images.csv");
        Parser parser = Parser.htmlParser().setTrackErrors(100);
        Document page = parser.parseInput(page(), "");
        assertThat(parser.getErrors()).isEmpty();
        Set<String> linked = new TreeSet<>(Set.of("index.html"));
        for (Element element : page.select("[href], [src], [poster], object[data]")) {
            for (String attribute : List.of("href", "src", "poster", "data")) {
                String link = element.attr(attribute);
                if (link.startsWith("#")) {
                    assertThat(page.getElementById(link.substring(1))).as(link).isNotNull();
                } else if (!link.isEmpty() && !link.equals("data:,")) {
                    assertThat(files).contains(link);
                    linked.add(link);
                }
            }
        }
        assertThat(linked).isEqualTo(files);
        assertThat(page.select("style").html()).doesNotContain("url(", "@import", "http");
        assertThat(page.select("*").stream().map(Element::id).filter(id -> !id.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @Test
    void textFromTheDatasetStaysText() throws IOException, InterruptedException {
        context.run(new ReportStep(), run.input());

        Document page = Parser.htmlParser().parseInput(page(), "");
        assertThat(page.select("script").eachAttr("src")).containsExactly("pca-points.js");
        assertThat(page.select("script").outerHtml()).doesNotContain("alert");
        assertThat(page.select("b, img[onerror], [onclick]")).isEmpty();
        assertThat(page.select("th[scope=row]").eachText()).contains(MadeUpRun.HOSTILE);
        assertThat(page.select("dd").eachText()).contains(MadeUpRun.HOSTILE);
        assertThat(page.select("td").eachText()).contains("<img src=x onerror=alert(1)>", MadeUpRun.HOSTILE + "/1.png");
        assertThat(page.select("figcaption").eachText()).contains(MadeUpRun.HOSTILE);
    }

    @Test
    void longTablesAreClosedAndFilmsPlayFromTheirStill() throws IOException, InterruptedException {
        context.run(new ReportStep(), run.input());

        Document page = Parser.htmlParser().parseInput(page(), "");
        assertThat(page.select("details:not([open]) tbody tr")).hasSize(30);
        assertThat(page.select("details td.number")).hasSize(60);
        Element video = page.select("video[controls][loop][muted][playsinline]").first();
        assertThat(video).isNotNull();
        assertThat(video.attr("poster")).isEqualTo("pca.png");
        assertThat(page.select(".classes tbody tr")).hasSize(12);
        assertThat(page.select(".classes tbody tr").get(1).select("td.number").eachText())
                .containsExactly("9", "3", "3", "15");
    }

    @Test
    void pointsToTurnHaveAPlaceAndTheScriptsThatDrawThem() throws IOException, InterruptedException {
        context.run(new ReportStep(), run.input());

        Document page = Parser.htmlParser().parseInput(page(), "");
        Element view = page.selectFirst("figure.turnable .points[data-file=pca-points.js]");
        assertThat(view).isNotNull();
        assertThat(view.text()).contains("script", "film");
        assertThat(page.select("figure.turnable figcaption a").eachText()).containsExactly("pca-sprite.png");
        List<String> scripts = page.select("body > script:not([src])").stream()
                .map(Element::data)
                .toList();
        assertThat(scripts).hasSize(2);
        assertThat(String.join("\n", scripts))
                .contains("class PlanktonScene", "class PlanktonView")
                .doesNotContain("://", "import ", "fetch(", "XMLHttpRequest", "innerHTML");
        assertThat(MediaTypes.of("pca-points.js")).startsWith("text/javascript");
    }

    @Test
    void aPageWithoutPointsHasNoScript() throws IOException, InterruptedException {
        context.run(new ReportStep(), run.input(List.of(run.section("training"))));

        assertThat(Parser.htmlParser().parseInput(page(), "").select("script")).isEmpty();
    }

    @Test
    void uploadedVectorsHaveNoTrainingAndWithoutADatasetNoImages() throws IOException, InterruptedException {
        context.run(new ReportStep(), run.uploaded());

        Document page = Parser.htmlParser().parseInput(page(), "");
        assertThat(page.select(".lead").text())
                .contains("made elsewhere and uploaded as 'elsewhere', so there is no training to show", "62.0 %");
        assertThat(page.select("#top dt").eachText()).doesNotContain("Best round");
        assertThat(page.select("#dataset").text()).contains("no dataset was named, so this report shows no images");
        assertThat(page.select("#dataset img, #dataset h3")).isEmpty();
        assertThat(page.select("#provenance").text())
                .contains("Evaluation of the uploaded vectors")
                .doesNotContain("trainingId", "plankton_training");
        assertThat(files()).contains("embeddings-uploaded.parquet").noneMatch(file -> file.startsWith("network"));
    }

    @Test
    void drawingsAreEmbeddedSoThatTheyAnswerToThePointer() throws IOException, InterruptedException {
        context.run(new ReportStep(), run.input());

        Document page = Parser.htmlParser().parseInput(page(), "");
        Element drawing =
                page.select(".wide .scroll > object[type=image/svg+xml]").first();
        assertThat(drawing).isNotNull();
        assertThat(drawing.attr("data")).isEqualTo("training-confusion.svg");
        assertThat(Integer.parseInt(drawing.attr("width"))).isBetween(300, 936);
        assertThat(page.select("object a[href=training-confusion.svg]")).hasSize(1);
    }

    @Test
    void theSameInputGivesTheSameFilesAndAllAreArtifacts() throws IOException, InterruptedException {
        ReportTask.Input input = run.input();
        context.run(new ReportStep(), input);
        List<StoredObject> first = context.objects().list("");

        context.run(new ReportStep(), input);

        assertThat(context.objects().list(""))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("changedMillis")
                .isEqualTo(first);
        Set<String> kinds = context.history().all(RecordedHistory.Published.class).stream()
                .map(RecordedHistory.Published::kind)
                .collect(Collectors.toSet());
        assertThat(kinds).contains("report", "report-file");
    }

    @Test
    void twoFilesOfOneNameAndNamesThatLeaveTheFolderAreRefused() throws IOException {
        ReportSection section = run.section("training");
        ReportSection other = run.section("other");
        ReportSection.Figure chart = section.figures().getFirst();
        ReportSection sameName = withFigure(other, chart.file(), other.figures().getLast());
        ReportSection leaving = withFigure(section, "../../index.html", chart);

        ReportTask.Input twice = run.input(List.of(section, sameName));
        assertThatThrownBy(() -> context.run(new ReportStep(), twice))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(chart.file());
        ReportTask.Input outside = run.input(List.of(leaving));
        assertThatThrownBy(() -> context.run(new ReportStep(), outside))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("../../index.html");
        assertThat(context.objects().list("reports/")).isEmpty();
    }

    private static ReportSection withFigure(ReportSection section, String name, ReportSection.Figure figure) {
        return new ReportSection(
                section.id(),
                section.title(),
                section.summary(),
                section.facts(),
                List.of(new ReportSection.Figure(
                        name, figure.mediaType(), figure.caption(), figure.artifact(), List.of())),
                section.tables());
    }

    private String prefix() {
        return "reports/" + context.key().substring(0, 16) + "/";
    }

    private Set<String> files() throws IOException {
        return context.objects().list("").stream()
                .map(object -> object.key().substring(prefix().length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String page() throws IOException {
        try (InputStream in = context.objects().open(prefix() + "index.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
