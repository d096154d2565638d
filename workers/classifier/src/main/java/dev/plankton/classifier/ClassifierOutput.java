package dev.plankton.classifier;

/**
 * What training gave.
 *
 * @param classifier artifact id of the classifier, as it was after the best epoch
 * @param model artifact id of the {@link dev.plankton.runtime.formats.ModelManifest}, with which new images are classified;
 *     blank if the embeddings were made elsewhere
 * @param section artifact id of the {@link dev.plankton.runtime.formats.ReportSection}
 * @param result artifact id of the {@link ClassifierResult}
 * @param validationAccuracy share of validation images classified rightly after the best epoch
 * @param testAccuracy the same on test images
 * @param macroF1 mean F1 of the classes on test images
 * @param bestEpoch the epoch that was kept, from 1
 */
public record ClassifierOutput(
        String classifier,
        String model,
        String section,
        String result,
        double validationAccuracy,
        double testAccuracy,
        double macroF1,
        int bestEpoch) {}
