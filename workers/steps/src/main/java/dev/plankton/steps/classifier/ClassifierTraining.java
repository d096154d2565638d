package dev.plankton.steps.classifier;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.Classifier.Epoch;
import dev.plankton.network.classifier.Classifier.LabelledVectors;
import dev.plankton.network.classifier.Classifier.Trained;
import dev.plankton.network.classifier.ClassifierSettings;
import dev.plankton.network.classifier.Perceptron;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.steps.kit.Figures;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains on the training images and measures each epoch on the validation images. Logs the progress and stops when the
 * step is cancelled.
 */
final class ClassifierTraining {
    private static final int EPOCHS_BETWEEN_LINES = 10;

    private final Perceptron.Factory engine;
    private final ClassifierSettings settings;
    private final StepContext context;

    ClassifierTraining(Perceptron.Factory engine, ClassifierSettings settings, StepContext context) {
        this.engine = engine;
        this.settings = settings;
        this.context = context;
    }

    /**
     * @param size how the last value of each vector was made, if it is the size of the image
     * @return the caller must close its classifier, which owns native memory
     */
    Trained train(EmbeddingTable embeddings, Optional<SizeFeature> size) throws InterruptedException {
        EmbeddingTable train = part(embeddings, Split.TRAIN);
        EmbeddingTable validation = part(embeddings, Split.VALIDATION);
        part(embeddings, Split.TEST);
        return Classifier.train(
                engine,
                settings,
                new LabelledVectors(train.vectors(), train.labels()),
                new LabelledVectors(validation.vectors(), validation.labels()),
                embeddings.classes().size(),
                size,
                this::onEpoch);
    }

    private static EmbeddingTable part(EmbeddingTable embeddings, Split split) {
        EmbeddingTable part = embeddings.only(split);
        if (part.size() == 0) {
            throw new BadInputException(
                    "The embeddings hold no %s images; split the dataset again so that each split has some."
                            .formatted(split.name().toLowerCase(Locale.ROOT)));
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
                            Figures.three(epoch.trainLoss()),
                            Figures.three(epoch.validationLoss()),
                            Figures.percent(epoch.trainAccuracy()),
                            Figures.percent(epoch.validationAccuracy())));
        }
    }
}
