package dev.plankton.steps.finish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.tasks.FinishTask;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the outermost workflow completes its run is shown where a real server runs all workflows. */
class FinishStepTest {
    private static final String REPORT = "reports/0123/index.html";
    private static final String ADDRESS = "https://bay.example/reports/0123/";

    private static final Optional<ArtifactId> DATASET = Optional.of(new ArtifactId("d".repeat(64)));
    private static final Optional<ArtifactId> TRAINING = Optional.of(new ArtifactId("e".repeat(64)));

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void makeContext() throws IOException {
        context = new LocalContext(folder);
    }

    @Test
    void recordsTheReportButAPartDoesNotEndTheRun() throws IOException, InterruptedException {
        FinishTask.Output output = context.run(
                new FinishStep(Optional.of(URI.create("https://bay.example"))),
                new FinishTask.Input("plankton_analysis", DATASET, TRAINING, Optional.of(REPORT)));

        assertThat(output)
                .isEqualTo(new FinishTask.Output(DATASET, TRAINING, Optional.of(REPORT), Optional.of(ADDRESS)));
        assertThat(context.history().all(RecordedHistory.Report.class))
                .containsExactly(new RecordedHistory.Report(new RunId("run"), REPORT, Optional.of(ADDRESS)));
        assertThat(context.history().all(RecordedHistory.Ended.class)).isEmpty();
    }

    @Test
    void withoutAGatewayTheKeyIsWhereTheReportIs() throws IOException, InterruptedException {
        FinishTask.Output output = context.run(
                new FinishStep(Optional.empty()),
                new FinishTask.Input("plankton_analysis", DATASET, TRAINING, Optional.of(REPORT)));

        assertThat(output.report()).contains(REPORT);
        assertThat(context.history().all(RecordedHistory.Report.class))
                .containsExactly(new RecordedHistory.Report(new RunId("run"), REPORT, Optional.empty()));
    }

    @Test
    void aWorkflowWithoutReportRecordsNone() throws IOException, InterruptedException {
        FinishTask.Output output = context.run(
                new FinishStep(Optional.of(URI.create("https://bay.example"))),
                new FinishTask.Input("plankton_dataset", DATASET, Optional.empty(), Optional.of(" ")));

        assertThat(output)
                .isEqualTo(new FinishTask.Output(DATASET, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(context.history().all(RecordedHistory.Report.class)).isEmpty();
    }
}
