package dev.plankton.network.dl4j;

import dev.plankton.network.objective.Objective;
import dev.plankton.network.objective.Objective.Result;
import org.jspecify.annotations.NullUnmarked;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Puts an {@link Objective} at the end of a graph. The objective takes the whole batch; the labels are the class of
 * each row. The activation must be the identity, because the objective contains the head's function.
 */
@NullUnmarked // DL4J's types say nothing about null
final class ObjectiveLayerLoss implements ILossFunction {
    private final transient Objective objective;
    private transient Result last;

    ObjectiveLayerLoss(Objective objective) {
        this.objective = objective;
    }

    /** The result of the last training batch. */
    Result last() {
        return last;
    }

    private Result evaluate(INDArray labels, INDArray outputs) {
        return objective.evaluate(outputs.castTo(DataType.DOUBLE).toDoubleMatrix(), labels.toIntVector());
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray outputs, IActivation identity, INDArray mask) {
        last = evaluate(labels, outputs);
        return Nd4j.createFromArray(last.slopes()).castTo(outputs.dataType());
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray outputs, IActivation identity, INDArray mask, boolean average) {
        return evaluate(labels, outputs).loss();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray outputs, IActivation identity, INDArray mask, boolean average) {
        INDArray slopes = computeGradient(labels, outputs, identity, mask);
        return new Pair<>(last.loss(), slopes);
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray outputs, IActivation identity, INDArray mask) {
        throw new UnsupportedOperationException("the loss is defined for a batch, not for single images");
    }

    @Override
    public String name() {
        return "triplets";
    }
}
