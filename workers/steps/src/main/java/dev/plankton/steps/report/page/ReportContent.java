package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;
import java.util.Map;

/**
 * Everything that the page shows. Files are named as in the report's folder.
 *
 * @param embeddingsId the artifact of {@code embeddings}
 * @param evaluations of the training's checkpoints, in their order, or of the uploaded vectors
 * @param examples a picture of example images for each class, in the order of the classes; none if there are no images
 * @param datasetFiles lists of images
 * @param modelFiles the best checkpoint and its embeddings
 * @param pictureSizes sizes of pictures by file
 */
public record ReportContent(
        DatasetManifest dataset,
        Background background,
        EmbeddingsManifest embeddings,
        ArtifactId embeddingsId,
        List<Evaluation> evaluations,
        List<ReportSection> sections,
        RunRecords records,
        List<String> examples,
        List<String> datasetFiles,
        List<String> modelFiles,
        Map<String, PictureSize> pictureSizes) {

    public ReportContent {
        evaluations = List.copyOf(evaluations);
        sections = List.copyOf(sections);
        examples = List.copyOf(examples);
        datasetFiles = List.copyOf(datasetFiles);
        modelFiles = List.copyOf(modelFiles);
        pictureSizes = Map.copyOf(pictureSizes);
    }
}
