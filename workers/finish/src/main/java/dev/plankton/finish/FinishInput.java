package dev.plankton.finish;

import org.jspecify.annotations.Nullable;

/**
 * What a workflow made; blank where it makes no such thing.
 *
 * @param workflow the name of its definition
 * @param datasetId artifact id of the dataset
 * @param trainingId artifact id of the training
 * @param reportKey the key of the report's index.html in the object store
 */
public record FinishInput(String workflow, String datasetId, String trainingId, String reportKey) {

    public FinishInput(
            @Nullable String workflow,
            @Nullable String datasetId,
            @Nullable String trainingId,
            @Nullable String reportKey) {
        this.workflow = orBlank(workflow);
        this.datasetId = orBlank(datasetId);
        this.trainingId = orBlank(trainingId);
        this.reportKey = orBlank(reportKey);
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
