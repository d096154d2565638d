package dev.plankton.classifier;

import dev.plankton.network.Classifier;
import dev.plankton.network.Classifier.Epoch;
import dev.plankton.network.Classifier.LabelledVectors;
import dev.plankton.network.Classifier.Trained;
import dev.plankton.network.ClassifierSettings;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.Split;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.StepContext;

/** Trains on the training images, watches the validation images, tells the task's log and heeds cancellation. */
final class ClassifierTraining {
    private static final int EPOCHS_BETWEEN_LINES = 10;

    private final ClassifierSettings settings;
    private final StepContext context;

    ClassifierTraining(ClassifierSettings settings, StepContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** @return owns native memory: close its classifier */
    Trained train(EmbeddingTable embeddings) throws InterruptedException {
        EmbeddingTable train = part(embeddings, Split.TRAIN);
        EmbeddingTable validation = part(embeddings, Split.VALIDATION);
        part(embeddings, Split.TEST);
        try {
            return Classifier.train(
                    settings,
                    new LabelledVectors(train.vectors(), train.labels()),
                    new LabelledVectors(validation.vectors(), validation.labels()),
                    embeddings.classes().size(),
                    this::onEpoch);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("The classifier cannot be trained: " + e.getMessage() + ".");
        }
    }

    private static EmbeddingTable part(EmbeddingTable embeddings, Split split) {
        EmbeddingTable part = embeddings.only(split);
        if (part.size() == 0) {
            throw new BadInputException(
                    "The embeddings hold no %s images; split the dataset again with some for each split."
                            .formatted(Numbers.lowerCase(split)));
        }
        return part;
    }

    private void onEpoch(Epoch epoch) throws InterruptedException {
        context.checkCancelled();
        if (epoch.epoch() % EPOCHS_BETWEEN_LINES == 0 || epoch.epoch() == settings.epochs()) {
            context.log("Epoch %d of %d: loss %s, on validation images %s; accuracy %s, on validation images %s."
                    .formatted(
                            epoch.epoch(),
                            settings.epochs(),
                            Numbers.three(epoch.trainLoss()),
                            Numbers.three(epoch.validationLoss()),
                            Numbers.percent(epoch.trainAccuracy()),
                            Numbers.percent(epoch.validationAccuracy())));
        }
    }
}
