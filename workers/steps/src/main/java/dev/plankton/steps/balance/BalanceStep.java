package dev.plankton.steps.balance;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.Image;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.contracts.formats.TrainingSet.Sample;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.BalanceTask;
import dev.plankton.contracts.tasks.BalanceTask.Round;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Draws balanced training sets (SPEC 2) and plans the learning-rate rounds (SPEC 4).
 *
 * <p>Reads the {@link DatasetManifest}. Writes one {@link TrainingSet} of kind "training-set" for each draw. The output
 * lists the training set, the learning rate and the number of steps of each round. Validation and test images are
 * neither augmented nor balanced.
 *
 * <p>Idempotent: a draw is a function of its seed and the dataset.
 *
 * <p>Largest limitation: a training set lists every sample, about 30 bytes each.
 */
public final class BalanceStep implements Step<BalanceTask.Input, BalanceTask.Output> {

    @Override
    public TaskType<BalanceTask.Input, BalanceTask.Output> type() {
        return BalanceTask.TYPE;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public BalanceTask.Output run(BalanceTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        DatasetManifest dataset = Datasets.read(input.datasetId(), context);
        Set<Integer> drawAgain = Set.copyOf(input.resampleAtRounds());
        long seed = input.seed();
        ArtifactId first = draw(dataset, seed, input, context);
        ArtifactId trainingSet = first;
        List<Round> rounds = new ArrayList<>();
        for (int round = 1; round <= input.rounds(); round++) {
            context.checkCancelled();
            if (drawAgain.contains(round)) {
                seed++;
                trainingSet = draw(dataset, seed, input, context);
            }
            int steps = Math.multiplyExact(input.stepsPerEpoch(), input.epochsPerRound());
            rounds.add(new Round(round, rate(input, round), steps, trainingSet));
        }
        return new BalanceTask.Output(first, rounds);
    }

    /** The rate of a round, from 1, by the schedule or from an explicit list. */
    private static double rate(BalanceTask.Input input, int round) {
        double rate = input.learningRates().isEmpty()
                ? input.learningRateSchedule()
                        .rate(round, input.rounds(), input.learningRate(), input.learningRateDecay())
                : input.learningRates().get(round - 1);
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new BadInputException(
                    "The learning rate of round %d is %s, which is not a positive number; set learningRateDecay (now %s) nearer to 1 or fewer rounds."
                            .formatted(round, rate, input.learningRateDecay()));
        }
        return rate;
    }

    private static ArtifactId draw(DatasetManifest dataset, long seed, BalanceTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        TrainingSet set = new TrainingSet(input.datasetId(), seed, samples(dataset, seed, input.imagesPerClass()));
        ArtifactId id = context.artifacts().publishJson("training-set", set);
        context.log("Training set %s: %,d samples of each of %d classes, drawn with seed %d."
                .formatted(id, input.imagesPerClass(), dataset.classes().size(), seed));
        return id;
    }

    /** {@code imagesPerClass} samples of each class, in the order of the classes. */
    static List<Sample> samples(DatasetManifest dataset, long seed, int imagesPerClass) {
        List<List<Integer>> members = new ArrayList<>();
        dataset.classes().forEach(name -> members.add(new ArrayList<>()));
        for (int index = 0; index < dataset.images().size(); index++) {
            Image image = dataset.images().get(index);
            if (image.split() == Split.TRAIN) {
                members.get(image.classIndex()).add(index);
            }
        }
        List<Sample> samples = new ArrayList<>();
        for (int index = 0; index < members.size(); index++) {
            String name = dataset.classes().get(index);
            samples.addAll(new ClassDraw(seed, name, members.get(index)).draw(imagesPerClass));
        }
        return samples;
    }
}
