package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.steps.kit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** The artifacts that the report was made from: each id is the SHA-256 of the file's bytes. */
final class ProvenanceView {
    private ProvenanceView() {}

    static void add(Element main, ReportContent content, Sources sources) {
        Element section = main.appendElement("section").attr("id", Anchors.PROVENANCE);
        section.appendElement("h2").text("Provenance");
        section.appendElement("p").addClass("summary").text(summary(content.background()));
        Element list = section.appendElement("dl").addClass("ids");
        id(list, "Dataset (datasetId)", content.embeddings().dataset());
        switch (content.background()) {
            case Background.Trained trained -> id(list, "Training (trainingId)", trained.id());
            case Background.Uploaded uploaded -> id(list, "Evaluation of the uploaded vectors", uploaded.id());
        }
        id(list, "Embeddings", content.embeddingsId());
        settings(section, content.records().settings());
        if (content.background() instanceof Background.Trained trained) {
            TableView.add(section, checkpoints(trained.training(), content.embeddings()));
        }
        sources.addList(section);
    }

    private static void settings(Element section, List<RunRecords.Setting> settings) {
        List<RunRecords.Setting> chosen =
                settings.stream().filter(one -> one.origin().chosen()).toList();
        if (!chosen.isEmpty()) {
            TableView.add(section, settings("Settings that were given.", chosen));
        }
        if (!settings.isEmpty()) {
            TableView.add(
                    section,
                    settings(
                            "All settings. The same settings and images give the same results on the same machine.",
                            settings));
        }
    }

    private static Table settings(String caption, List<RunRecords.Setting> settings) {
        return new Table(
                caption,
                List.of("Setting", "Value", "From"),
                settings.stream()
                        .map(one ->
                                List.of(one.name(), one.value(), one.origin().words()))
                        .toList(),
                List.of());
    }

    private static String summary(Background background) {
        String digests = "Each id is the SHA-256 digest of a file, which the object store keeps as artifacts/<id>.";
        return switch (background) {
            case Background.Trained trained ->
                digests
                        + " To continue from here, start plankton_training with this dataset or plankton_analysis with this training.";
            case Background.Uploaded uploaded -> digests;
        };
    }

    private static void id(Element list, String name, ArtifactId id) {
        list.appendElement("dt").text(name);
        list.appendElement("dd").appendElement("code").text(id.sha256());
    }

    private static Table checkpoints(TrainingManifest training, EmbeddingsManifest embeddings) {
        Map<Integer, EmbeddingsManifest.Embedded> exported = embeddings.checkpoints().stream()
                .collect(Collectors.toMap(EmbeddingsManifest.Embedded::round, Function.identity()));
        List<List<String>> rows = new ArrayList<>();
        for (TrainingManifest.Checkpoint checkpoint : training.checkpoints()) {
            EmbeddingsManifest.Embedded export = exported.get(checkpoint.round());
            rows.add(List.of(
                    Integer.toString(checkpoint.round()),
                    Figures.three(checkpoint.accuracy()),
                    Figures.three(checkpoint.testAccuracy()),
                    checkpoint.checkpoint().sha256(),
                    export == null ? "" : export.embeddings().sha256()));
        }
        return new Table(
                "The network after each round (round 0: before training), its accuracy, and the embeddings of all images.",
                List.of("Round", "Validation accuracy", "Test accuracy", "Network", "Embeddings"),
                rows,
                List.of());
    }
}
