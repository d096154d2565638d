package dev.plankton.network.pytorch;

import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.HeadFunction;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.architecture.Section;
import dev.plankton.network.data.InputBatch;
import dev.plankton.network.objective.Objective;
import dev.plankton.network.training.Learner;
import dev.plankton.network.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A learner on libtorch: its autograd computes the gradient from the slopes of the objective. */
final class TorchLearner implements Learner {
    private final Objective objective;
    private final Section section;
    private final Precision precision;
    private final Placement placement;
    private final Optional<FrozenSection> before;
    private final NamedTensors trained;
    private final NamedTensors running;
    private final NamedTensors velocity;
    private final ClassicalMomentum momentum;
    private final TrainedLayers layers;
    private final ForwardPass pass;

    TorchLearner(
            Placement placement,
            Precision precision,
            NetworkSettings network,
            TrainingSettings training,
            Objective objective,
            Map<String, float[]> parameters,
            Map<String, float[]> velocity) {
        Optional<String> frozenUpTo = network.frozenUpTo(training.part());
        this.objective = objective;
        this.precision = precision;
        this.placement = placement;
        section = Section.behind(network, frozenUpTo);
        trained = NamedTensors.copy(SectionShapes.trained(section), parameters, placement);
        trained.all().values().forEach(tensor -> tensor.set_requires_grad(true));
        running = NamedTensors.copy(SectionShapes.statistics(section), parameters, placement);
        this.velocity = NamedTensors.copyOrZero(SectionShapes.trained(section), velocity, placement);
        momentum = new ClassicalMomentum(training.momentum(), training.weightDecay());
        before = training.part() instanceof TrainedPart.HeadOnly
                ? Optional.empty()
                : frozenUpTo.map(
                        stage -> new FrozenSection(Section.upTo(network, stage), parameters, precision, placement));
        layers = new TrainedLayers(trained, running, training.batchNorm(), precision);
        pass = new ForwardPass(section, layers, trained);
    }

    @Override
    public Objective.Result learn(InputBatch batch, double learningRate) {
        try (PointerScope scope = new PointerScope()) {
            Tensor outputs = pass.output(input(batch, scope), scope);
            Objective.Result result = objective.evaluate(Tensors.doubles(outputs), batch.classes());
            momentum.step(trained, velocity, gradients(outputs, result.slopes()), learningRate);
            layers.moveRunningStatistics(TrainedLayers.MOVED);
            return result;
        }
    }

    /** The input of the part that is trained. */
    private Tensor input(InputBatch batch, PointerScope scope) {
        return before.isPresent() ? before.get().output(batch, scope) : placement.put(Tensors.input(batch));
    }

    private List<Tensor> gradients(Tensor outputs, double[][] slopes) {
        float[] flat = new float[(int) outputs.numel()];
        for (int row = 0; row < slopes.length; row++) {
            System.arraycopy(HeadFunction.floats(slopes[row]), 0, flat, row * slopes[row].length, slopes[row].length);
        }
        TensorVector found = torch.grad(
                new TensorVector(outputs),
                new TensorVector(trained.all().values().toArray(Tensor[]::new)),
                new TensorVector(placement.put(Tensors.of(flat, outputs.size(0), outputs.size(1)))),
                new BoolOptional(),
                false,
                false);
        List<Tensor> gradients = new ArrayList<>();
        for (long i = 0; i < found.size(); i++) {
            gradients.add(found.get(i));
        }
        return gradients;
    }

    @Override
    public void settle(InputBatch batch, double share) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard()) {
            pass.output(input(batch, scope), scope);
            layers.moveRunningStatistics(share);
        }
    }

    @Override
    public double[][] outputs(InputBatch batch) {
        try (PointerScope scope = new PointerScope();
                NoGradGuard guard = new NoGradGuard();
                FoldedLayers folded = new FoldedLayers(section, trained, running, precision)) {
            return Tensors.doubles(new ForwardPass(section, folded, trained).output(input(batch, scope), scope));
        }
    }

    @Override
    public Map<String, float[]> parameters() {
        Map<String, float[]> all = trained.read();
        all.putAll(running.read());
        return all;
    }

    @Override
    public Map<String, float[]> velocity() {
        Map<String, float[]> all = velocity.read();
        // Checkpoints hold one velocity for each parameter; running statistics have none.
        running.read().forEach((name, values) -> all.put(name, new float[values.length]));
        return all;
    }

    @Override
    public void close() {
        layers.close();
        before.ifPresent(FrozenSection::close);
        velocity.close();
        running.close();
        trained.close();
    }
}
