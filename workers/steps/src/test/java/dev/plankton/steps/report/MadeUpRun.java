package dev.plankton.steps.report;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.formats.TrainingManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.tasks.ReportTask;
import dev.plankton.drawing.Axis;
import dev.plankton.drawing.ConfusionSvg;
import dev.plankton.drawing.LineChart;
import dev.plankton.drawing.Png;
import dev.plankton.drawing.Series;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.kit.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A run that never took place, with one hostile class name, file name and reason. */
final class MadeUpRun {
    static final String HOSTILE = "Egg<script>alert('1')</script>\"&amp;";

    private static final int CLASSES = 12;
    private static final int ROUNDS = 3;

    private final LocalContext context;
    private final int testImages;
    private final int collapsed;
    private final List<DatasetManifest.LeftOut> leftOut;
    private final List<String> remarks;

    MadeUpRun(LocalContext context) {
        this(
                context,
                3,
                -1,
                List.of(new DatasetManifest.LeftOut(HOSTILE + "/1.png", "It is no picture: <b>not a PNG</b>.")));
    }

    /** @param testImages of each class @param collapsed a round after which all embeddings are one; -1 for none */
    MadeUpRun(LocalContext context, int testImages, int collapsed, List<DatasetManifest.LeftOut> leftOut) {
        this(context, testImages, collapsed, leftOut, List.of());
    }

    MadeUpRun(
            LocalContext context,
            int testImages,
            int collapsed,
            List<DatasetManifest.LeftOut> leftOut,
            List<String> remarks) {
        this.context = context;
        this.testImages = testImages;
        this.collapsed = collapsed;
        this.leftOut = leftOut;
        this.remarks = remarks;
    }

    ReportTask.Input input() throws IOException {
        return input(List.of(section("training"), analysis()));
    }

    ReportTask.Input input(List<ReportSection> sections) throws IOException {
        List<ArtifactId> ids = new ArrayList<>();
        for (ReportSection section : sections) {
            ids.add(context.artifacts().publishJson("report-section", section));
        }
        return new ReportTask.Input(embeddings(), ids);
    }

    ArtifactId embeddings() throws IOException {
        ArtifactId dataset = dataset();
        List<TrainingManifest.Checkpoint> checkpoints = new ArrayList<>();
        List<EmbeddingsManifest.Embedded> exported = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            ArtifactId network = file("network" + round, "network");
            ArtifactId vectors = file("embeddings" + round, "embeddings");
            double accuracy = 0.3 + 0.2 * round;
            ArtifactId evaluation = context.artifacts()
                    .publishJson("evaluation", evaluation(round, accuracy, round == collapsed ? 0.001 : 1));
            checkpoints.add(new TrainingManifest.Checkpoint(
                    round,
                    0.05,
                    0.1,
                    OptionalDouble.of(0.2),
                    network,
                    evaluation,
                    accuracy,
                    accuracy - 0.01,
                    Optional.empty(),
                    Optional.of(vectors),
                    Optional.empty()));
            exported.add(new EmbeddingsManifest.Embedded(round, 0.05, accuracy, vectors));
        }
        ArtifactId training = context.artifacts()
                .publishJson("training", new TrainingManifest(dataset, Optional.empty(), checkpoints));
        return context.artifacts()
                .publishJson(
                        "embeddings-manifest",
                        new EmbeddingsManifest(
                                dataset,
                                new EmbeddingsManifest.Trained(
                                        training,
                                        checkpoints.stream()
                                                .map(TrainingManifest.Checkpoint::checkpoint)
                                                .toList()),
                                exported,
                                ROUNDS));
    }

    /** Vectors made elsewhere, of images known by name alone. */
    ReportTask.Input uploaded() throws IOException, InterruptedException {
        DatasetManifest drawn = Datasets.read(dataset(), context);
        DatasetManifest names =
                new DatasetManifest("elsewhere", 0, drawn.classes(), drawn.images(), List.of(), List.of());
        Evaluation evaluation = evaluation(0, 0.62, 1);
        EmbeddingsManifest manifest = new EmbeddingsManifest(
                context.artifacts().publishJson("dataset", names),
                new EmbeddingsManifest.Uploaded(
                        new UploadName("elsewhere"), context.artifacts().publishJson("evaluation", evaluation)),
                List.of(new EmbeddingsManifest.Embedded(0, 0, 0.62, file("uploaded", "embeddings"))),
                0);
        ArtifactId section = context.artifacts().publishJson("report-section", analysis());
        return new ReportTask.Input(context.artifacts().publishJson("embeddings-manifest", manifest), List.of(section));
    }

    static Evaluation evaluation(int round, double accuracy, double meanPairwiseDistance) {
        Evaluation.Measures measures = new Evaluation.Measures(
                36,
                accuracy,
                accuracy,
                Optional.empty(),
                accuracy,
                accuracy,
                accuracy,
                accuracy,
                accuracy,
                accuracy,
                0.1,
                OptionalInt.empty());
        return new Evaluation(
                round,
                IntStream.range(0, CLASSES).mapToObj("class%d"::formatted).toList(),
                measures,
                measures,
                List.of(),
                new float[0][0],
                new double[0][0],
                new int[0][0],
                meanPairwiseDistance,
                1,
                Optional.empty());
    }

    private ArtifactId dataset() throws IOException {
        DatasetManifest drawn =
                DrawnDataset.publish(context, CLASSES, 9, 3, testImages, 48, 4).manifest();
        List<String> classes = new ArrayList<>(drawn.classes());
        classes.set(1, HOSTILE);
        return context.artifacts()
                .publishJson(
                        "dataset",
                        new DatasetManifest(
                                "made-up", drawn.side(), classes, drawn.images(), drawn.shards(), leftOut, remarks));
    }

    /** A section with a chart, a matrix and a long table. */
    ReportSection section(String id) throws IOException {
        double[] rounds = {0, 1, 2, 3};
        LineChart chart = new LineChart(
                "Accuracy",
                Axis.whole("round"),
                Axis.share("share"),
                List.of(new Series("validation", rounds, new double[] {0.3, 0.5, 0.7, 0.9})));
        List<String> names =
                IntStream.range(0, CLASSES).mapToObj("class%d"::formatted).toList();
        int[][] counts = new int[CLASSES][CLASSES];
        IntStream.range(0, CLASSES).forEach(c -> counts[c][(c * c + 1) % CLASSES] = c);
        DataFile data = csv(id + "-rounds.csv");
        List<List<String>> rows = IntStream.range(0, 30)
                .mapToObj(i -> List.of("class" + i, Integer.toString(i * 37), i == 7 ? "-" : "%d.5 %%".formatted(i)))
                .toList();
        return new ReportSection(
                id,
                "Training",
                "The network was trained for 3 rounds. Before training, the nearest centroid was right for 30.0 % of the images.",
                List.of(
                        new Fact("Best round", "3"),
                        new Fact("Weakest class", HOSTILE),
                        new Fact("Test accuracy", "0.890")),
                List.of(
                        new Figure(
                                id + "-accuracy.png",
                                "image/png",
                                "Accuracy of each round. Higher is better.",
                                png(id + "-accuracy.png", chart),
                                List.of(data)),
                        new Figure(
                                id + "-confusion.svg",
                                "image/svg+xml",
                                "Images by true and predicted class.",
                                file(new ConfusionSvg(names, counts).text(), "picture"),
                                List.of())),
                List.of(new Table("All classes.", List.of("Class", "Images", "Recall"), rows, List.of(data))));
    }

    /** A section with points to turn, a film, its still and a table with hostile cells. */
    ReportSection analysis() throws IOException {
        LineChart chart = new LineChart("Still", Axis.linear("x"), Axis.linear("y"), List.of());
        return new ReportSection(
                "pca & <more>",
                "Principal components",
                "The embeddings seen from where they spread most.",
                List.of(),
                List.of(
                        new Figure(
                                "pca-points.js",
                                Figure.POINTS,
                                "The points.",
                                file("window.planktonPoints = {};", "points"),
                                List.of(new DataFile("pca-sprite.png", png("pca-sprite.png", chart)))),
                        new Figure("pca.mp4", "video/mp4", "The film.", file("no film", "film"), List.of()),
                        new Figure("pca.png", "image/png", "The last frame.", png("pca.png", chart), List.of())),
                List.of(new Table(
                        "Pairs.",
                        List.of("A", "B"),
                        List.of(List.of(HOSTILE, "<img src=x onerror=alert(1)>")),
                        List.of())));
    }

    private ArtifactId png(String file, LineChart chart) throws IOException {
        return context.artifacts()
                .publish(
                        "picture",
                        Png.write(chart.draw(760, 380), context.scratch().resolve(file)));
    }

    private DataFile csv(String name) throws IOException {
        Path file = Csv.write(context.scratch().resolve(name), List.of("round"), List.of(List.of(name)));
        return new DataFile(name, context.artifacts().publish("table", file));
    }

    private ArtifactId file(String content, String kind) throws IOException {
        Path file = context.scratch().resolve(kind + "-draft");
        return context.artifacts().publish(kind, Files.writeString(file, content));
    }
}
