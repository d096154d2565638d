package dev.plankton.network.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.network.objective.Objective.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The losses of cosine similarities, against finite differences and, by hand, against their formulas. */
class SimilarityObjectiveTest {
    private static final int[] CLASSES = {0, 0, 0, 1, 1, 1, 3, 3, 3};
    private static final int[] TRAINED = {0, 1, 3, 4};
    private static final int DIMENSIONS = 4;
    private static final double STEP = 1e-6;

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            mode = Mode.EXCLUDE,
            names = {"STANDARD", "GEOMETRIC", "ALTERNATIVE"})
    void slopesAreThoseOfTheLoss(Loss loss) {
        Objective objective = begun(loss, Map.of());
        double[][] outputs = outputs(11);
        Result result = objective.evaluate(outputs, CLASSES);
        double largest = 0;
        for (int row = 0; row < outputs.length; row++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                double numeric = slope(objective, outputs, outputs[row], i);
                assertThat(result.slopes()[row][i]).isCloseTo(numeric, within(1e-6));
                largest = Math.max(largest, Math.abs(numeric));
            }
        }
        assertThat(largest).isGreaterThan(1e-3);
        assertThat(result.activeTriplets()).isBetween(0.1, 1.0);
    }

    private static double slope(Objective objective, double[][] outputs, double[] changed, int i) {
        double kept = changed[i];
        changed[i] = kept + STEP;
        double above = objective.evaluate(outputs, CLASSES).loss();
        changed[i] = kept - STEP;
        double below = objective.evaluate(outputs, CLASSES).loss();
        changed[i] = kept;
        return (above - below) / (2 * STEP);
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"PROXY_ANCHOR", "ARCFACE"})
    void slopesOfProxiesAreThoseOfTheLoss(Loss loss) {
        LossSettings settings = settings(loss);
        Proxies proxies = new Proxies(0, 5, Map.of());
        ProxyObjective objective = new ProxyObjective(
                loss == Loss.ARCFACE
                        ? new ArcFaceLoss(settings.similarityMargin(), settings.similarityScale())
                        : new ProxyAnchorLoss(settings.similarityMargin(), settings.similarityScale()),
                proxies);
        objective.begin(TRAINED, DIMENSIONS);
        double[][] outputs = outputs(3);
        objective.evaluate(outputs, CLASSES);
        double[][] slopes = objective.slopesOfProxies();
        assertThat(slopes).hasDimensions(TRAINED.length, DIMENSIONS);
        for (int proxy = 0; proxy < TRAINED.length; proxy++) {
            for (int i = 0; i < DIMENSIONS; i++) {
                assertThat(slopes[proxy][i])
                        .isCloseTo(slope(objective, outputs, proxies.vectors()[proxy], i), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Loss.class,
            names = {"PROXY_ANCHOR", "ARCFACE"})
    void proxiesLearnAndContinueAsIfTheyHadNotStopped(Loss loss) {
        Objective whole = begun(loss, Map.of());
        double first = step(whole, 0);
        step(whole, 1);
        Objective resumed = begun(loss, whole.state());
        for (int i = 2; i < 30; i++) {
            assertThat(step(resumed, i)).isEqualTo(step(whole, i));
        }
        assertThat(whole.state()).hasSize(2 * TRAINED.length);
        resumed.state()
                .forEach((name, values) -> assertThat(values)
                        .as(name)
                        .containsExactly(whole.state().get(name)));
        assertThat(step(whole, 0)).isLessThan(first);
    }

    /** The loss before a step on a batch. */
    private static double step(Objective objective, int seed) {
        double loss = objective.evaluate(clusters(seed), CLASSES).loss();
        objective.step(0.1);
        return loss;
    }

    @Test
    void aClassThatIsNotTrainedOnIsRefused() {
        Objective objective = begun(Loss.ARCFACE, Map.of());
        double[][] one = {{1, 0, 0, 0}};
        assertThatThrownBy(() -> objective.evaluate(one, new int[] {2})).hasMessageContaining("class 2");
    }

    /** Two images of one class and one of another; values of the formulas, computed by hand. */
    @ParameterizedTest
    @CsvSource({
        // only anchor 1 has pairs in the wrong order: (log(1 + e^-2(0.6 - 0.5)) / 2 + log(1 + e^10(0.8 - 0.5)) / 10) /
        // 3
        "MULTI_SIMILARITY, 0.20131",
        // anchors 1 and 2: (log(1 + e^10(0.8 - 0.6)) + log(1 + e^10(0 - 0.6))) / 3; anchor 3 has no positive
        "SUPERVISED_CONTRASTIVE, 0.70980"
    })
    void pairLossesAreAsTheirPapersSay(Loss loss, double expected) {
        PairLoss pairs =
                loss == Loss.MULTI_SIMILARITY ? new MultiSimilarityLoss(0.1, 10) : new SupervisedContrastiveLoss(10);
        double[][] cosines = {{1, 0.6, 0.8}, {0.6, 1, 0}, {0.8, 0, 1}};
        assertThat(pairs.of(cosines, new int[] {0, 0, 1}, new double[3][3])).isCloseTo(expected, within(1e-4));
    }

    @Test
    void proxyLossesAreAsTheirPapersSay() {
        double[][] cosines = {{0.8, 0.1}};
        int[] own = {0};
        double widened = Math.cos(Math.acos(0.8) + 0.3);
        assertThat(new ArcFaceLoss(0.3, 10).of(cosines, own, new double[1][2]))
                .isCloseTo(-Math.log(Math.exp(10 * widened) / (Math.exp(10 * widened) + Math.exp(1))), within(1e-12));
        assertThat(new ProxyAnchorLoss(0.1, 10).of(cosines, own, new double[1][2]))
                .isCloseTo(Math.log1p(Math.exp(-7)) + Math.log1p(Math.exp(2)) / 2, within(1e-12));
    }

    /** An angle that the margin would carry past half a turn must not be rewarded for growing. */
    @Test
    void arcFacePullsFromEverywhere() {
        double[][] slopes = new double[1][2];
        new ArcFaceLoss(0.5, 10).of(new double[][] {{-0.99, 0.5}}, new int[] {0}, slopes);
        assertThat(slopes[0][0]).isCloseTo(-10, within(0.01));
        assertThat(new ArcFaceLoss(0.5, 10).of(new double[][] {{1, 0.5}}, new int[] {0}, new double[1][2]))
                .isFinite();
    }

    private static Objective begun(Loss loss, Map<String, float[]> state) {
        Objective objective = Objective.of(Head.SPHERE, settings(loss), 0.9, 5, state);
        objective.begin(TRAINED, DIMENSIONS);
        return objective;
    }

    private static LossSettings settings(Loss loss) {
        return new LossSettings(loss, Miner.SEMI_HARD, 0.2, 0.1, 8);
    }

    private static double[][] outputs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] outputs = new double[CLASSES.length][DIMENSIONS];
        for (double[] row : outputs) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return outputs;
    }

    /** Outputs near one axis for each class. */
    private static double[][] clusters(long seed) {
        double[][] outputs = outputs(seed);
        List<Integer> trained = Arrays.stream(TRAINED).boxed().toList();
        for (int row = 0; row < outputs.length; row++) {
            outputs[row][trained.indexOf(CLASSES[row])] += 4;
        }
        return outputs;
    }
}
