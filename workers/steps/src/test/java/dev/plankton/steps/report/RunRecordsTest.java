package dev.plankton.steps.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.tasks.ReportTask;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.db.rows.SettingsRow.Setting;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report tells of the run itself: its settings, its troubles, and what its figures were made from. */
class RunRecordsTest {
    @TempDir
    Path folder;

    private LocalContext context;

    @BeforeEach
    void begin() throws IOException {
        context = new LocalContext(folder);
    }

    private Document page(ReportTask.Input input) throws IOException, InterruptedException {
        String key = context.run(new ReportStep(), input).indexKey();
        try (InputStream in = context.objects().open(key)) {
            return Parser.htmlParser().parseInput(new String(in.readAllBytes(), StandardCharsets.UTF_8), "");
        }
    }

    private static List<List<String>> rows(Document page, String anchor) {
        return page.select("#" + anchor + " tbody tr").stream()
                .map(row -> row.select("td").stream().map(Element::text).toList())
                .toList();
    }

    @Test
    void whatWentWrongIsToldAfterTheSummary() throws IOException, InterruptedException {
        List<LeftOut> leftOut = List.of(
                new LeftOut("egg/1.png", "is the same image as egg/0.png"),
                new LeftOut("egg/2.png", "is the same image as egg/0.png"),
                new LeftOut("egg/3.png", "cannot be decoded"));
        context.history().holds(new LostAttempt("plankton_train", "train__2", 0, "FAILED", "the store is <b>gone</b>"));
        context.history().holds(new LostAttempt("plankton_train", "train__2", 1, "CANCELLED", "cancelled"));

        Document page = page(new MadeUpRun(context, 3, 2, leftOut).input());

        assertThat(page.select("main > *").eachAttr("id")).startsWith("top", "section-troubles", "dataset");
        assertThat(page.select("nav a[href=#section-troubles]")).hasSize(1);
        assertThat(page.select("#section-troubles .summary").text())
                .startsWith("3 of 183 files were left out")
                .contains(
                        "After 1 of the rounds the network showed signs of collapse.",
                        "12 classes have fewer than 10 test images",
                        "made again: 2;");
        assertThat(rows(page, "section-troubles"))
                .contains(
                        List.of("is the same image as …", "2", "egg/1.png, egg/2.png"),
                        List.of("cannot be decoded", "1", "egg/3.png"),
                        List.of("class0", "3", "3", "9"),
                        List.of("2", "The embeddings lie only 0.00100 apart on average, almost in one point."),
                        List.of("train__2", "1", "failed", "the store is <b>gone</b>"),
                        List.of("train__2", "2", "cancelled", "cancelled"));
    }

    @Test
    void tellsWhatWasNoticedAboutImages() throws IOException, InterruptedException {
        String remark = "One image has several pages or frames; the first was used.";
        Document page = page(new MadeUpRun(context, 10, -1, List.of(), List.of(remark)).input());

        assertThat(page.select("#section-troubles .summary").text()).startsWith(remark + " No image was left out.");
        assertThat(page.select("#dataset p").eachText()).contains(remark);
    }

    @Test
    void aRunWithoutTroubleSaysSo() throws IOException, InterruptedException {
        Document page = page(new MadeUpRun(context, 10, -1, List.of()).input());

        assertThat(page.select("#section-troubles .summary").text()).startsWith("Nothing: no image was left out");
        assertThat(page.select("#section-troubles table")).isEmpty();
    }

    @Test
    void settingsAreShownWithWhereTheyComeFrom() throws IOException, InterruptedException {
        context.history()
                .provenance()
                .settings(new SettingsRow(
                        new RunId("run"),
                        "plankton_embedding",
                        List.of(new Setting("dataset", "bay", true), new Setting("rounds", "5", false))));
        // The whole run gives all to its parts: that these were given says nothing.
        context.history()
                .provenance()
                .settings(new SettingsRow(
                        new RunId("run"),
                        "plankton_analysis",
                        List.of(new Setting("rounds", "5", true), new Setting("relationsBest", "20", true))));

        Document page = page(new MadeUpRun(context).input());

        assertThat(rows(page, "provenance"))
                .contains(List.of("dataset", "bay", "given"), List.of("rounds", "5", "preset or default"))
                .doesNotContain(List.of("rounds", "5", "given"), List.of("relationsBest", "20", "given"));
    }

    @Test
    void anAnalysisTellsTheSettingsOfTheRunsThatItGoesOnFrom() throws IOException, InterruptedException {
        MadeUpRun run = new MadeUpRun(context);
        EmbeddingsManifest manifest = context.artifacts().fetchJson(run.embeddings(), EmbeddingsManifest.class);
        ArtifactId training = ((EmbeddingsManifest.Trained) manifest.origin()).training();
        context.history().holds(new RecordedHistory.Maker(training, new RunId("earlier")));
        context.history()
                .provenance()
                .settings(new SettingsRow(
                        new RunId("run"), "plankton_analysis", List.of(new Setting("relationsBest", "7", true))));
        context.history()
                .provenance()
                .settings(new SettingsRow(
                        new RunId("earlier"),
                        "plankton_training",
                        List.of(new Setting("rounds", "9", true), new Setting("miner", "hard", false))));

        assertThat(rows(page(run.input()), "provenance"))
                .contains(
                        List.of("relationsBest", "7", "given"),
                        List.of("rounds", "9", "given to an earlier run"),
                        List.of("miner", "hard", "preset or default of an earlier run"));
    }

    @Test
    void eachFigureLeadsToTheArtifactsThatItWasMadeFrom() throws IOException, InterruptedException {
        MadeUpRun run = new MadeUpRun(context);
        String dataset =
                context.artifacts().publishJson("dataset", List.of("a dataset")).sha256();
        List<String> shards = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            shards.add(
                    context.artifacts().publishJson("image-shard", List.of(i)).sha256());
        }
        for (String read : List.of(dataset, shards.get(0), shards.get(1), shards.get(2), shards.get(3))) {
            context.artifacts().fetch(new ArtifactId(read));
        }

        ReportSection section = run.section("training");
        ReportTask.Input input = run.input(List.of(section));
        // Another run drew the same picture from something else.
        String foreign = "f".repeat(64);
        context.history()
                .runs()
                .artifact(
                        section.figures().getFirst().artifact(),
                        "picture",
                        1,
                        "test",
                        "test",
                        List.of(new ArtifactId(foreign)));

        Document page = page(input);

        assertThat(page.text()).doesNotContain(foreign);
        Element sources = page.select("#section-training figcaption .sources").first();
        assertThat(sources).isNotNull();
        assertThat(sources.text())
                .isEqualTo("Made from dataset %s; image shard × 4".formatted(dataset.substring(0, 10)));
        for (Element link : sources.select("a")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
        assertThat(page.select("#artifact-" + dataset + " td").eachText()).containsExactly("dataset", dataset);
        assertThat(page.select("#provenance code").eachText()).containsAll(shards);
    }

    @Test
    void aPageOfAnotherRunThatWasInTroubleIsAnotherPage() throws IOException, InterruptedException {
        ReportTask.Input input = new MadeUpRun(context).input();
        String first = context.run(new ReportStep(), input).indexKey();
        // An attempt at the report itself changes nothing.
        context.history().holds(new LostAttempt("plankton_report", "report", 0, "FAILED", "the store was away"));
        assertThat(context.run(new ReportStep(), input).indexKey()).isEqualTo(first);

        context.history().holds(new LostAttempt("plankton_pca", "pca", 0, "FAILED", "the store was away"));

        assertThat(context.run(new ReportStep(), input).indexKey()).isNotEqualTo(first);
    }
}
