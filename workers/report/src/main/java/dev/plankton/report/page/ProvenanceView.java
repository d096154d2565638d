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

    static void add(Element main, ReportContent content) {
        Element section = main.appendElement("section").attr("id", Anchors.PROVENANCE);
        section.appendElement("h2").text("Provenance");
        section.appendElement("p")
                .addClass("summary")
                .text(
                        "Each id is the SHA-256 digest of a file, which the object store keeps as artifacts/<id>. Start plankton_training with this dataset, or plankton_analysis with this training, to go on from here.");
        Element list = section.appendElement("dl").addClass("ids");
        id(list, "Dataset (datasetId)", content.embeddings().dataset());
        id(list, "Training (trainingId)", content.embeddings().training());
        id(list, "Embeddings", content.embeddingsId());
        TableView.add(section, checkpoints(content));
    }

    private static void id(Element list, String name, ArtifactId id) {
        list.appendElement("dt").text(name);
        list.appendElement("dd").appendElement("code").text(id.sha256());
    }

    private static Table checkpoints(ReportContent content) {
        Map<Integer, EmbeddingsManifest.Exported> exported = content.embeddings().checkpoints().stream()
                .collect(Collectors.toMap(EmbeddingsManifest.Exported::round, Function.identity()));
        List<List<String>> rows = new ArrayList<>();
        for (TrainingManifest.Checkpoint checkpoint : content.training().checkpoints()) {
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
