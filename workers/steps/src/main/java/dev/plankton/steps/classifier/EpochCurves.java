package dev.plankton.steps.classifier;

import dev.plankton.drawing.Axis;
import dev.plankton.drawing.LineChart;
import dev.plankton.drawing.Series;
import dev.plankton.network.classifier.Classifier.Epoch;
import dev.plankton.steps.kit.Figures;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Loss and accuracy of each epoch, as charts and as a table. */
record EpochCurves(List<Epoch> epochs) {
    static final List<String> COLUMNS =
            List.of("epoch", "train_loss", "validation_loss", "train_accuracy", "validation_accuracy");

    LineChart loss() {
        return chart("Loss", Axis.fromZero("cross-entropy"), Epoch::trainLoss, Epoch::validationLoss);
    }

    LineChart accuracy() {
        return chart(
                "Accuracy", Axis.share("share classified correctly"), Epoch::trainAccuracy, Epoch::validationAccuracy);
    }

    List<List<String>> rows() {
        return epochs.stream()
                .map(epoch -> List.of(
                        Integer.toString(epoch.epoch()),
                        Figures.exact(epoch.trainLoss()),
                        Figures.exact(epoch.validationLoss()),
                        Figures.exact(epoch.trainAccuracy()),
                        Figures.exact(epoch.validationAccuracy())))
                .toList();
    }

    private LineChart chart(
            String title, Axis y, ToDoubleFunction<Epoch> onTrain, ToDoubleFunction<Epoch> onValidation) {
        return new LineChart(
                title,
                Axis.whole("epoch"),
                y,
                List.of(series("training", onTrain), series("validation", onValidation)));
    }

    private Series series(String name, ToDoubleFunction<Epoch> value) {
        return new Series(
                name,
                epochs.stream().mapToDouble(Epoch::epoch).toArray(),
                epochs.stream().mapToDouble(value).toArray());
    }
}
