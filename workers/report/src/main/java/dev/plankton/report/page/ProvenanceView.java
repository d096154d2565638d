package dev.plankton.report.page;

import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.ReportSection.Table;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.store.ArtifactId;
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
            case Background.Given given -> id(list, "Evaluation of the given vectors", given.id());
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
            TableView.add(section, settings("What the run was given.", chosen));
        }
        if (!settings.isEmpty()) {
            TableView.add(
                    section,
                    settings(
                            "All settings: with the same ones, the same images give the same results on the same machine.",
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
                        + " Start plankton_training with this dataset, or plankton_analysis with this training, to go on from here.";
            case Background.Given given -> digests;
        };
    }

    private static void id(Element list, String name, ArtifactId id) {
        list.appendElement("dt").text(name);
        list.appendElement("dd").appendElement("code").text(id.sha256());
    }

    private static Table checkpoints(TrainingManifest training, EmbeddingsManifest embeddings) {
        Map<Integer, EmbeddingsManifest.Exported> exported = embeddings.checkpoints().stream()
                .collect(Collectors.toMap(EmbeddingsManifest.Exported::round, Function.identity()));
        List<List<String>> rows = new ArrayList<>();
        for (TrainingManifest.Checkpoint checkpoint : training.checkpoints()) {
            EmbeddingsManifest.Exported export = exported.get(checkpoint.round());
            rows.add(List.of(
                    Integer.toString(checkpoint.round()),
                    Text.three(checkpoint.accuracy()),
                    Text.three(checkpoint.testAccuracy()),
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
