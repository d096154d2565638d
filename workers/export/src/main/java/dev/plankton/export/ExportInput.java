package dev.plankton.export;

/**
 * One checkpoint whose embeddings are wanted.
 *
 * @param datasetId artifact id of the dataset's manifest
 * @param checkpoint artifact id of the network
 * @param featureTable as in {@link dev.plankton.runtime.formats.TrainingManifest}
 * @param engine what embeds the images: "onnx-runtime", "dl4j" or "fastest"
 */
public record ExportInput(String datasetId, String checkpoint, String featureTable, String engine, int round) {}
