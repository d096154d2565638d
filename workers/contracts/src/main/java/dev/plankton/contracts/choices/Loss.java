package dev.plankton.contracts.choices;

/**
 * What training minimises. Losses of triplets are over squared Euclidean distances p (to the positive), n (to the
 * negative) and a margin (SPEC 4); the others are over cosines of the angles between embeddings.
 */
public enum Loss {
    /** max(0, p - n + margin). */
    STANDARD(true, false, false),
    /** p + margin / n. */
    GEOMETRIC(true, false, false),
    /** p + max(0, margin - n). */
    ALTERNATIVE(true, false, false),
    /** All pairs of a batch that are in the wrong order, or nearly; the hardest count most (Wang et al. 2019). */
    MULTI_SIMILARITY(false, true, false),
    /** How much of an anchor's similarity to its batch is to its own class (Khosla et al. 2020). */
    SUPERVISED_CONTRASTIVE(false, false, false),
    /** Each class has a vector that is learned, which pulls its images and pushes the others (Kim et al. 2020). */
    PROXY_ANCHOR(false, true, true),
    /** Classification by the angle to a learned vector of each class, with a margin (Deng et al. 2019). */
    ARCFACE(false, true, true);

    private final boolean ofTriplets;
    private final boolean similarityMargin;
    private final boolean ofProxies;

    Loss(boolean ofTriplets, boolean similarityMargin, boolean ofProxies) {
        this.ofTriplets = ofTriplets;
        this.similarityMargin = similarityMargin;
        this.ofProxies = ofProxies;
    }

    /** Whether it is a loss of triplets, which a miner chooses. The others need embeddings of length 1. */
    public boolean ofTriplets() {
        return ofTriplets;
    }

    /** Whether it has a margin between cosines or angles. */
    public boolean hasSimilarityMargin() {
        return similarityMargin;
    }

    /** Whether it compares each image with a learned direction of each class, and not with the other images of the batch. */
    public boolean ofProxies() {
        return ofProxies;
    }
}
