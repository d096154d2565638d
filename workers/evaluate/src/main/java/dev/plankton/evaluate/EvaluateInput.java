package dev.plankton.evaluate;

import dev.plankton.runtime.step.BadInputException;

/**
 * One checkpoint to measure.
 *
 * @param datasetId artifact id of the dataset's manifest
 * @param checkpoint artifact id of the network
 * @param training artifact id of the training manifest up to the round before; blank for round 0
 * @param featureTable artifact id of the images' features, if the head alone is trained; else blank
 * @param engine what embeds the images: "onnx-runtime", "dl4j" or "fastest"
 * @param round 0 for the network before training
 * @param learningRate the rate the round was trained at
 * @param loss mean training loss of the round
 * @param validationLoss mean triplet loss on validation images after the round
 * @param lossCurve artifact id of the losses of the round's steps; blank for round 0
 */
public record EvaluateInput(
        String datasetId,
        String checkpoint,
        String training,
        String featureTable,
        String engine,
        int round,
        double learningRate,
        double loss,
        double validationLoss,
        String lossCurve) {

    public EvaluateInput {
        if (round < 0) {
            throw new BadInputException("round must be 0 or more, not %d.".formatted(round));
        }
        if (round > 0 && training.isBlank()) {
            throw new BadInputException(
                    "Round %d needs the training id that the evaluation of round %d gave.".formatted(round, round - 1));
        }
    }
}
