package dev.plankton.features;

/**
 * A dataset and a backbone that is not trained. The head has no part in features.
 *
 * @param datasetId artifact id of the dataset's manifest
 * @param features where the backbone is cut and pooled: "avg_pool", or a stage
 * @param networkSide height and width of the network's input in pixels
 * @param weights artifact id of pretrained weights, or "none"
 * @param train what learns; features are wanted for "head" alone
 * @param seed by which weights are drawn; 0 whatever is given if they are pretrained, so that training with another
 *     seed finds the same features again
 */
public record FeaturesInput(
        String datasetId, String backbone, String features, int networkSide, String weights, String train, long seed) {

    public FeaturesInput {
        seed = weights.equals("none") ? seed : 0;
    }
}
