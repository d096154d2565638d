package dev.plankton.steps.trainingsummary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.ClassMeasures;
import dev.plankton.contracts.formats.Evaluation.Measures;
import dev.plankton.contracts.formats.LossCurve;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.formats.TrainingManifest.Checkpoint;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.formats.UnseenMeasures.Among;
import dev.plankton.contracts.formats.UnseenMeasures.Detection;
import dev.plankton.contracts.formats.UnseenMeasures.FewExamples;
import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.contracts.formats.UnseenMeasures.Share;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.TrainingSummaryTask;
import dev.plankton.engine.testing.LocalContext;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSummaryStepTest {
    private static final ArtifactId DATASET = new ArtifactId("d".repeat(64));

    @TempDir
    Path folder;

    private LocalContext context;
    private boolean heldOut;
    private boolean keepLosses = true;
    private boolean keepEmbeddings = true;

    @BeforeEach
    void begin() throws Exception {
        context = new LocalContext(folder);
    }

    private TrainingSummaryTask.Output sumUp(double... accuracies) throws Exception {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (int round = 0; round < accuracies.length; round++) {
            checkpoints.add(new Checkpoint(
                    round,
                    round == 0 ? 0 : 0.05 / round,
                    0.2 / (round + 1),
                    OptionalDouble.of(0.3 / (round + 1)),
                    checkpoint(round),
                    context.artifacts().publishJson("evaluation", evaluation(round, accuracies[round])),
                    accuracies[round],
                    accuracies[round] - 0.01,
                    round == 0 || !keepLosses ? Optional.empty() : Optional.of(losses(round)),
                    keepEmbeddings ? Optional.of(embeddings(round)) : Optional.empty(),
                    Optional.empty()));
        }
        ArtifactId training = context.artifacts()
                .publishJson("training", new TrainingManifest(DATASET, Optional.empty(), checkpoints));
        return context.run(new TrainingSummaryStep(), new TrainingSummaryTask.Input(training));
    }

    private ArtifactId losses(int round) throws Exception {
        return context.artifacts().publishJson("loss-curve", new LossCurve(round, new float[] {round, 0.25f}));
    }

    private static ArtifactId embeddings(int round) {
        return new ArtifactId("e".repeat(63) + round);
    }

    private static ArtifactId checkpoint(int round) {
        return new ArtifactId(Integer.toString(round).repeat(64));
    }

    private Evaluation evaluation(int round, double accuracy) {
        Measures measures = new Measures(
                30,
                accuracy + 0.05,
                accuracy,
                Optional.of(new Evaluation.Interval(accuracy - 0.04, accuracy + 0.03)),
                0.5,
                0.5,
                0.4,
                0.3,
                accuracy,
                accuracy,
                0.1,
                OptionalInt.empty());
        return new Evaluation(
                round,
                List.of("appendicularia", "copepod, small", "egg"),
                measures,
                measures,
                List.of(
                        new ClassMeasures("appendicularia", 10, 0.5, 0.9, 0.1 * round, 0.8, 0.9, 0.85),
                        new ClassMeasures("copepod, small", 10, 0.4, 0.8, 0.2 * round, 0.5, 0.2, 0.3),
                        new ClassMeasures("egg", 10, 0.3, 0.7, 0.3 * round, 0.6, 0.7, 0.65)),
                new float[][] {{0, 0}, {3 * round, 4 * round}, {6 * round, 8 * round}},
                new double[3][3],
                new int[][] {{9, 0, 1}, {3, 2, 5}, {3, 0, 7}},
                1.1,
                0.6,
                heldOut ? Optional.of(unseen(accuracy)) : Optional.empty());
    }

    private static UnseenMeasures unseen(double precision) {
        Share share = new Share(0.7, 0.05);
        return new UnseenMeasures(
                List.of("salp"),
                1234,
                precision,
                0.5,
                0.4,
                0.3,
                List.of(
                        new FewExamples(Among.UNSEEN, 5, 1, 35, share, new Share(0.812, 0.04), share),
                        new FewExamples(Among.ALL, 5, 4, 35, share, new Share(0.61, 0.03), share)),
                List.of(new Detection(Score.NEAREST_IMAGES, 0.912, 0.2)));
    }

    @Test
    void heldOutClassesHaveTablesOfTheirOwn() throws Exception {
        assertThat(section(sumUp(0.3, 0.6)).tables()).hasSize(2);
        heldOut = true;
        ReportSection section = section(sumUp(0.3, 0.6));
        assertThat(section.tables()).hasSize(5);
        assertThat(section.tables().get(2).caption())
                .startsWith("Unseen classes: 1,234 images of 1 class that were held out of the training (salp)");
        assertThat(section.tables().get(2).rows())
                .containsExactly(
                        List.of("0", "0.300", "0.500", "0.400", "0.300", "0.812"),
                        List.of("1", "0.600", "0.500", "0.400", "0.300", "0.812"));
        assertThat(section.tables().get(3).rows())
                .contains(List.of("all classes", "5", "4", "0.700 ± 0.050", "0.610 ± 0.030", "0.700 ± 0.050"));
        assertThat(section.tables().get(4).rows())
                .containsExactly(List.of("mean distance to the 5 nearest training images", "0.912", "0.200"));
    }

    private ReportSection section(TrainingSummaryTask.Output output) throws Exception {
        return context.artifacts().fetchJson(output.section(), ReportSection.class);
    }

    @Test
    void theBestCheckpointIsTheLatestOfThoseWithTheHighestAccuracy() throws Exception {
        TrainingSummaryTask.Output output = sumUp(0.3, 0.6, 0.7, 0.7, 0.65);

        assertThat(output.bestRound()).isEqualTo(3);
        assertThat(output.accuracy()).isEqualTo(0.7);
        assertThat(output.testAccuracy()).isEqualTo(0.69);
        assertThat(output.datasetId()).isEqualTo(DATASET);
        assertThat(section(output).facts())
                .contains(
                        new Fact("Best round", "3"),
                        new Fact("Validation accuracy", "0.700 (0.660 to 0.730)"),
                        new Fact("Validation accuracy before training", "0.300"),
                        new Fact("Chance level (3 classes)", "0.333"));
    }

    @Test
    void theAnalysesGetTheEmbeddingsOfEveryCheckpoint() throws Exception {
        TrainingSummaryTask.Output output = sumUp(0.3, 0.7, 0.6);

        EmbeddingsManifest manifest = context.artifacts().fetchJson(output.embeddings(), EmbeddingsManifest.class);
        assertThat(manifest.dataset()).isEqualTo(DATASET);
        assertThat(manifest.origin())
                .isEqualTo(new EmbeddingsManifest.Trained(
                        output.trainingId(), List.of(checkpoint(0), checkpoint(1), checkpoint(2))));
        assertThat(manifest.checkpoints())
                .containsExactly(
                        new EmbeddingsManifest.Embedded(0, 0, 0.3, embeddings(0)),
                        new EmbeddingsManifest.Embedded(1, 0.05, 0.7, embeddings(1)),
                        new EmbeddingsManifest.Embedded(2, 0.025, 0.6, embeddings(2)));
        assertThat(manifest.best()).isEqualTo(1);
    }

    @Test
    void aTrainingWithoutEmbeddingsIsRefused() {
        keepEmbeddings = false;

        assertThatThrownBy(() -> sumUp(0.3, 0.6))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("comes from an earlier version of this program")
                .hasMessageContaining("start plankton_training again with the same input");
    }

    @Test
    void classesAreListedFromTheWeakest() throws Exception {
        Table classes = section(sumUp(0.3, 0.6)).tables().get(1);

        assertThat(classes.rows())
                .extracting(List::getFirst)
                .containsExactly("copepod, small", "egg", "appendicularia");
        assertThat(classes.rows())
                .extracting(List::getLast)
                .containsExactly("egg (5)", "appendicularia (3)", "egg (1)");
    }

    @Test
    void tablesAreToBeDownloadedInFull() throws Exception {
        ReportSection section = section(sumUp(0.3, 0.6));

        List<String> checkpoints = lines(section.tables().get(0).data().getFirst());
        assertThat(checkpoints).hasSize(3);
        int columns = checkpoints.getFirst().split(",").length;
        assertThat(checkpoints).allMatch(line -> line.split(",").length == columns);
        assertThat(checkpoints.get(2))
                .startsWith("1,0.05,0.1,0.15,30,0.65,0.6,")
                .endsWith("," + checkpoint(1));
        List<String> classes = lines(section.tables().get(1).data().getFirst());
        assertThat(classes).hasSize(7).contains("1,\"copepod, small\",10,0.5,0.2,0.3,0.4,0.8,0.2");
        List<String> confusion = lines(section.figures().getLast().data().getFirst());
        assertThat(confusion)
                .containsExactly(
                        "true_class,predicted_class,images",
                        "appendicularia,appendicularia,9",
                        "appendicularia,egg,1",
                        "\"copepod, small\",appendicularia,3",
                        "\"copepod, small\",\"copepod, small\",2",
                        "\"copepod, small\",egg,5",
                        "egg,appendicularia,3",
                        "egg,egg,7");
    }

    private List<String> lines(ReportSection.DataFile file) throws Exception {
        return Files.readAllLines(context.artifacts().fetch(file.artifact()));
    }

    @Test
    void figuresArePicturesWithNamesOfTheirOwn() throws Exception {
        ReportSection section = section(sumUp(0.3, 0.6, 0.5));

        assertThat(section.figures())
                .extracting(Figure::file)
                .containsExactly(
                        "training-loss.png",
                        "training-learning-rate.png",
                        "training-accuracy.png",
                        "training-retrieval.png",
                        "training-radii.png",
                        "training-movement.png",
                        "training-confusion.svg");
        assertThat(section.figures().getLast().data())
                .extracting(ReportSection.DataFile::file)
                .containsExactly("training-confusion.csv", "training-confusion.png");
        for (Figure figure : section.figures().subList(0, 6)) {
            BufferedImage picture =
                    ImageIO.read(context.artifacts().fetch(figure.artifact()).toFile());
            assertThat(picture.getWidth()).as(figure.file()).isGreaterThan(200);
        }
    }

    @Test
    void theLossOfEveryStepIsToBeDownloaded() throws Exception {
        Figure loss = section(sumUp(0.3, 0.6, 0.5)).figures().getFirst();

        assertThat(lines(loss.data().getFirst()))
                .containsExactly("step,round,step_of_round,loss", "1,1,1,1.0", "2,1,2,0.25", "3,2,1,2.0", "4,2,2,0.25");
    }

    @Test
    void aTrainingThatKeptNoLossesIsDrawnByRounds() throws Exception {
        keepLosses = false;

        Figure loss = section(sumUp(0.3, 0.6, 0.5)).figures().getFirst();

        assertThat(loss.data()).extracting(ReportSection.DataFile::file).containsExactly("training-checkpoints.csv");
        assertThat(loss.caption()).startsWith("Loss: the mean over each round's training batches");
    }

    @Test
    void centroidsAreFollowedFromCheckpointToCheckpointAndFromTheStart() throws Exception {
        List<String> checkpoints =
                lines(section(sumUp(0.3, 0.6, 0.5)).tables().getFirst().data().getFirst());

        List<String> columns = List.of(checkpoints.getFirst().split(","));
        String[] last = checkpoints.getLast().split(",");
        // The three centroids have gone 0, 10 and 20 from where they were; the evaluation says 0.2, 0.4 and 0.6.
        assertThat(Double.parseDouble(last[columns.indexOf("mean_centroid_movement_since_untrained")]))
                .isEqualTo(10);
        assertThat(Double.parseDouble(last[columns.indexOf("mean_centroid_movement")]))
                .isCloseTo(0.4, offset(1e-12));
    }

    @Test
    void theSameTrainingGivesTheSameSection() throws Exception {
        assertThat(sumUp(0.3, 0.6).section()).isEqualTo(sumUp(0.3, 0.6).section());
    }

    @Test
    void aTrainingOfNoRoundsHasItsSectionToo() throws Exception {
        TrainingSummaryTask.Output output = sumUp(0.3);

        assertThat(output.bestRound()).isZero();
        assertThat(section(output).figures()).hasSize(4);
    }
}
