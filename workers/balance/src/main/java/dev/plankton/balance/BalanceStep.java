package dev.plankton.balance;

import dev.plankton.balance.BalanceOutput.Round;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.DatasetManifest.Image;
import dev.plankton.runtime.formats.Split;
import dev.plankton.runtime.formats.TrainingSet;
import dev.plankton.runtime.formats.TrainingSet.Sample;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Draws balanced training sets (SPEC 2) and plans the learning-rate rounds (SPEC 4).
 *
 * <p>Reads the {@link DatasetManifest}. Writes one {@link TrainingSet} of kind "training-set" for each draw; the output
 * lists what each round trains with. Validation and test images are neither augmented nor balanced.
 *
 * <p>Idempotent: a draw is a function of its seed and the dataset.
 *
 * <p>Largest limitation: a training set lists every sample, about 30 bytes each.
 */
public final class BalanceStep implements Step<BalanceInput, BalanceOutput> {

    @Override
    public String taskType() {
        return "plankton_balance";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<BalanceInput> inputType() {
        return BalanceInput.class;
    }

    @Override
    public Class<BalanceOutput> outputType() {
        return BalanceOutput.class;
    }

    @Override
    public BalanceOutput run(BalanceInput input, StepContext context) throws IOException, InterruptedException {
        DatasetManifest dataset = context.artifacts().fetchJson(input.datasetId(), DatasetManifest.class);
        Set<Integer> drawAgain = Set.copyOf(input.resampleAtRounds());
        long seed = input.seed();
        String trainingSet = draw(dataset, seed, input, context);
        List<Round> rounds = new ArrayList<>();
        rounds.add(new Round(0, 0, 0, trainingSet));
        for (int round = 1; round <= input.rounds(); round++) {
            context.checkCancelled();
            if (drawAgain.contains(round)) {
                seed++;
                trainingSet = draw(dataset, seed, input, context);
            }
            int steps = Math.multiplyExact(input.stepsPerEpoch(), input.epochsPerRound());
            rounds.add(new Round(round, input.rates().ofRound(round), steps, trainingSet));
        }
        return new BalanceOutput(rounds);
    }

    private static String draw(DatasetManifest dataset, long seed, BalanceInput input, StepContext context)
            throws IOException, InterruptedException {
        TrainingSet set = new TrainingSet(input.datasetId(), seed, samples(dataset, seed, input.imagesPerClass()));
        ArtifactId id = context.artifacts().publishJson("training-set", set);
        context.log("Training set %s: %,d samples of each of %d classes, drawn with seed %d."
                .formatted(id, input.imagesPerClass(), dataset.classes().size(), seed));
        return id.sha256();
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
