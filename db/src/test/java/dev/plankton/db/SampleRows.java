package dev.plankton.db;

import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.UnseenMeasures;
import dev.plankton.contracts.formats.UnseenMeasures.Among;
import dev.plankton.contracts.formats.UnseenMeasures.Detection;
import dev.plankton.contracts.formats.UnseenMeasures.FewExamples;
import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.contracts.formats.UnseenMeasures.Share;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.rows.ClassifierRow;
import dev.plankton.db.rows.ClassifierRow.ClassScore;
import dev.plankton.db.rows.ConfusionCell;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.db.rows.DatasetRow.ClassCount;
import dev.plankton.db.rows.DatasetRow.LeftOut;
import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.EvaluationRow;
import dev.plankton.db.rows.EvaluationRow.ClassMeasures;
import dev.plankton.db.rows.EvaluationRow.SplitMeasures;
import dev.plankton.db.rows.LabelCheckRow;
import dev.plankton.db.rows.ModelRow;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.db.rows.RoundRow;
import dev.plankton.db.rows.RunStart;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepEnd.StepStatus;
import dev.plankton.db.rows.StepStart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Rows of small made-up runs. */
final class SampleRows {
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private SampleRows() {}

    static RunStart run(String runId) {
        return new RunStart(Ids.run(runId), "plankton_embedding", 3, "{\"dataset\":\"bay\"}", START);
    }

    static StepStart step(String runId, String taskId) {
        return new StepStart(
                Ids.task(taskId),
                Ids.run(runId),
                new WorkflowId("workflow of " + runId),
                "plankton_train",
                "train__1",
                0,
                "worker 1",
                START);
    }

    static StepEnd stepEnd(String taskId, StepStatus status, String reason) {
        return new StepEnd(Ids.task(taskId), status, "key", reason, START.plusSeconds(5));
    }

    static DatasetRow dataset(String datasetId) {
        return new DatasetRow(
                Ids.artifact(datasetId),
                "bay",
                299,
                List.of(
                        new ClassCount("copepod", 70, 15, 15, 0),
                        new ClassCount("egg", 7, 1, 1, 0),
                        new ClassCount("alga", 0, 0, 0, 40)),
                List.of(new LeftOut("egg/broken.png", "it cannot be decoded")));
    }

    static ProgressRow progress(String runId, int step, double loss) {
        return new ProgressRow(Ids.run(runId), 1, step, 240, 0.05, loss, 800, 1.2, 3.5, 0.25, 14, START);
    }

    static RoundRow round(String runId, int round, double loss) {
        return new RoundRow(
                Ids.run(runId),
                round,
                0.05,
                Optional.of(Ids.artifact("set")),
                240,
                19_200,
                loss,
                OptionalDouble.empty(),
                24,
                Ids.artifact("checkpoint " + round));
    }

    static DeviceRow card(String runId, int round) {
        return new DeviceRow(
                Ids.run(runId),
                round,
                "pytorch",
                "bf16",
                "a test",
                "cuda",
                "NVIDIA A10",
                Optional.of("8.6"),
                22L << 30,
                0);
    }

    static DeviceRow processor(String runId, int round) {
        return new DeviceRow(
                Ids.run(runId), round, "dl4j", "fp32", "a test", "cpu", "AMD EPYC", Optional.empty(), 24L << 30, 2);
    }

    static ModelRow model(String runId, String modelId, double accuracy) {
        return new ModelRow(
                Ids.run(runId),
                Ids.artifact(modelId),
                Ids.artifact("training of " + modelId),
                Ids.artifact("dataset"),
                Ids.artifact("checkpoint"),
                Ids.artifact("classifier"),
                3,
                accuracy,
                0.5);
    }

    static EvaluationRow evaluation(String runId, int round, double accuracy) {
        return new EvaluationRow(
                Ids.run(runId),
                round,
                Ids.artifact("evaluation " + round),
                Ids.artifact("checkpoint " + round),
                measures(16, accuracy, OptionalInt.empty()),
                measures(16, accuracy - 0.1, OptionalInt.of(8)),
                1.1,
                0.9,
                List.of(
                        new ClassMeasures("copepod", 15, 0.2, 0.5, 0.1, 0.9, 0.8, 0.85),
                        new ClassMeasures("egg", 1, 0.1, 0.1, 0.2, 0.5, 1, 0.67)),
                List.of(
                        new ConfusionCell("copepod", "copepod", 12),
                        new ConfusionCell("copepod", "egg", 3),
                        new ConfusionCell("egg", "egg", 1)),
                Optional.of(unseen()));
    }

    static UnseenMeasures unseen() {
        Share share = new Share(0.7, 0.05);
        return new UnseenMeasures(
                List.of("alga"),
                40,
                0.6,
                0.5,
                0.4,
                0.3,
                List.of(new FewExamples(Among.UNSEEN, 5, 1, 35, share, new Share(0.8, 0.04), share)),
                List.of(new Detection(Score.NEAREST_IMAGES, 0.9, 0.2)));
    }

    private static SplitMeasures measures(int images, double accuracy, OptionalInt sampled) {
        return new SplitMeasures(
                images,
                0.9,
                accuracy,
                Optional.of(new Evaluation.Interval(accuracy - 0.02, accuracy + 0.03)),
                0.8,
                0.7,
                0.6,
                0.5,
                0.4,
                0.3,
                0.2,
                sampled);
    }

    static ClassifierRow classifier(String runId, double testAccuracy) {
        return new ClassifierRow(
                Ids.run(runId),
                Ids.artifact("model"),
                2,
                17,
                0.8,
                testAccuracy,
                new Evaluation.Interval(testAccuracy - 0.1, testAccuracy + 0.1),
                0.7,
                List.of(new ClassScore("copepod", 15, 0.9, 0.75, 0.82), new ClassScore("egg", 1, 0.5, 1, 0.67)),
                List.of(new ConfusionCell("copepod", "copepod", 11), new ConfusionCell("copepod", "egg", 4)),
                List.of(new ClassifierRow.Misclassified("image 1", "copepod/1.png", "copepod", "egg", 0.9, 0.05)),
                List.of(new ClassifierRow.Unseen(
                        UnseenMeasures.Score.CLASSIFIER_ENERGY, 0.9, 0.88, 0.2, 0.5, 0.7, true)));
    }

    /** The second of the likely errors does not come from EcoTaxa. */
    static LabelCheckRow labelCheck(String runId) {
        return new LabelCheckRow(
                Ids.run(runId),
                2,
                120,
                118,
                List.of(
                        new LabelCheckRow.LikelyError(
                                "image 1", "copepod/1.png", "station_7", "copepod", "egg", 0.9, 0.05, 0.8),
                        new LabelCheckRow.LikelyError("image 2", "copepod/2.png", "", "copepod", "egg", 0.8, 0.1, 1)));
    }
}
