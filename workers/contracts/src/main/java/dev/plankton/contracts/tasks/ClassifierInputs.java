package dev.plankton.contracts.tasks;

/** The inputs that say how a classifier is trained (SPEC 6); more than one kind of task takes them. */
public interface ClassifierInputs {
    /** Hidden layers. */
    int classifierHiddenLayers();

    /** Units in each hidden layer. */
    int classifierUnits();

    double classifierLearningRate();

    double classifierMomentum();

    /** Vectors per batch. */
    int classifierBatch();

    /** Passes over the training images, at most. */
    int classifierEpochs();

    /** Epochs without a better validation accuracy after which training ends; 0 for never. */
    int classifierPatience();

    /** Training ends with the epoch that reaches this many batches; 0 for no limit. */
    int classifierMaxBatches();

    /** Decides the first weights and the order of the vectors. */
    long seed();
}
