package dev.plankton.steps.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.RateSchedule;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.Image;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.contracts.formats.TrainingSet.Sample;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.BalanceTask;
import dev.plankton.contracts.tasks.BalanceTask.Round;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BalanceStepTest {
    @TempDir
    private Path folder;

    private LocalContext context;
    private ArtifactId dataset;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Split split = i % 5 == 0 ? Split.VALIDATION : i % 5 == 1 ? Split.TEST : Split.TRAIN;
            images.add(new Image(Json.digest("" + i), i + ".png", i < 10 ? 0 : 1, split, 50, 50, 0));
        }
        dataset = context.artifacts()
                .publishJson(
                        "dataset", new DatasetManifest("demo", 299, List.of("a", "b"), images, List.of(), List.of()));
    }

    private BalanceTask.Input input(
            List<Integer> resampleAt, int rounds, double rate, double decay, List<Double> rates) {
        return input(resampleAt, rounds, rate, RateSchedule.EXPONENTIAL, decay, rates);
    }

    private BalanceTask.Input input(
            List<Integer> resampleAt,
            int rounds,
            double rate,
            RateSchedule schedule,
            double decay,
            List<Double> rates) {
        return new BalanceTask.Input(dataset, 12, 7, resampleAt, rounds, rate, schedule, decay, rates, 60, 4);
    }

    private TrainingSet set(Round round) throws IOException {
        return context.artifacts().fetchJson(round.trainingSet(), TrainingSet.class);
    }

    @Test
    void plansRoundsThatDecay() throws Exception {
        List<Round> rounds = context.run(new BalanceStep(), input(List.of(), 27, 0.01, 0.9, List.of()))
                .rounds();
        assertThat(rounds)
                .extracting(Round::round)
                .isEqualTo(IntStream.rangeClosed(1, 27).boxed().toList());
        assertThat(rounds.get(0).learningRate()).isEqualTo(0.01);
        assertThat(rounds.get(1).learningRate()).isCloseTo(0.009, within(1e-15));
        assertThat(rounds.get(26).learningRate()).isCloseTo(6.4610818892e-4, within(1e-13));
        assertThat(rounds).allMatch(round -> round.steps() == 240);
        assertThat(rounds)
                .extracting(Round::trainingSet)
                .containsOnly(rounds.getFirst().trainingSet());
    }

    @Test
    void takesAnExplicitListOfRates() throws Exception {
        List<Round> rounds = context.run(new BalanceStep(), input(List.of(), 3, 0.01, 0.9, List.of(0.5, 0.1, 1e-3)))
                .rounds();
        assertThat(rounds).extracting(Round::learningRate).containsExactly(0.5, 0.1, 0.001);
    }

    @Test
    void drawsAgainBeforeTheGivenRounds() throws Exception {
        List<Round> rounds = context.run(new BalanceStep(), input(List.of(5, 3), 6, 0.01, 0.9, List.of()))
                .rounds();
        List<Long> seeds = new ArrayList<>();
        for (Round round : rounds) {
            seeds.add(set(round).seed());
        }
        assertThat(seeds).containsExactly(7L, 7L, 8L, 8L, 9L, 9L);
        assertThat(set(rounds.get(2)).samples()).isNotEqualTo(set(rounds.get(1)).samples());
    }

    @Test
    void balancesTrainingImagesAlone() throws Exception {
        DatasetManifest manifest = Datasets.read(dataset, context);
        TrainingSet set = set(context.run(new BalanceStep(), input(List.of(), 1, 0.01, 0.9, List.of()))
                .rounds()
                .getFirst());
        assertThat(set.dataset()).isEqualTo(dataset);
        assertThat(set.samples().stream()
                        .map(Sample::image)
                        .map(manifest.images()::get)
                        .allMatch(image -> image.split() == Split.TRAIN))
                .isTrue();
        assertThat(set.samples().stream()
                        .collect(Collectors.groupingBy(
                                sample -> manifest.images().get(sample.image()).classIndex(), Collectors.counting())))
                .containsEntry(0, 12L)
                .containsEntry(1, 12L);
    }

    @Test
    void aCosineFallsFromTheFirstRateToNearlyNothing() throws Exception {
        List<Double> rates =
                context
                        .run(new BalanceStep(), input(List.of(), 4, 0.2, RateSchedule.COSINE, 0.5, List.of()))
                        .rounds()
                        .stream()
                        .map(Round::learningRate)
                        .toList();

        // 0.1 (1 + cos(pi (round - 1/2) / 4)), of which two add up to 0.2
        assertThat(rates).hasSize(4).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rates.get(0)).isCloseTo(0.1 * (1 + Math.sqrt(0.5 + Math.sqrt(0.125))), within(1e-12));
        assertThat(rates.get(0) + rates.get(3)).isCloseTo(0.2, within(1e-12));
        assertThat(rates.get(1) + rates.get(2)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void refusesPlansThatCannotWork() {
        refused("learningRate is -1; it must be", List.of(), 5, -1, 0.9, List.of());
        refused("learningRate is NaN; it must be", List.of(), 5, Double.NaN, 0.9, List.of());
        refused("learningRateDecay is 0; it must be", List.of(), 5, 0.01, 0, List.of());
        refused("learningRates is [0.1, -0.1]; it must be", List.of(), 2, 0.01, 0.9, List.of(0.1, -0.1));
        refused("holds 2 rates for 3 rounds", List.of(), 3, 0.01, 0.9, List.of(0.1, 0.1));
        refused("resampleAtRounds names round 6, but there are only 5 rounds.", List.of(6), 5, 0.01, 0.9, List.of());
        refused("rounds is 0; it must be", List.of(), 0, 0.01, 0.9, List.of());
    }

    @Test
    void refusesRatesThatFallToNothing() {
        assertThatThrownBy(() -> context.run(new BalanceStep(), input(List.of(), 100, 1e-30, 1e-6, List.of())))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "The learning rate of round 50 is 0.0, which is not a positive number; set learningRateDecay");
    }

    private void refused(
            String sentence, List<Integer> resampleAt, int rounds, double rate, double decay, List<Double> rates) {
        assertThatThrownBy(() -> input(resampleAt, rounds, rate, decay, rates))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence);
    }
}
