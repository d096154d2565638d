package dev.plankton.finish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.runtime.testing.LocalContext;
import dev.plankton.runtime.testing.RecordedHistory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the outermost workflow completes its run is shown where a real server runs all workflows. */
class FinishStepTest {
    private static final String REPORT = "reports/0123/index.html";

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void makeContext() throws IOException {
        context = new LocalContext(folder);
    }

    @Test
    void recordsTheReportButAPartDoesNotEndTheRun() throws IOException, InterruptedException {
        FinishOutput output = context.run(new FinishStep(), new FinishInput("plankton_analysis", "d", "t", REPORT));

        assertThat(output).isEqualTo(new FinishOutput("d", "t", REPORT));
        assertThat(context.history().all(RecordedHistory.Report.class))
                .containsExactly(new RecordedHistory.Report("run", REPORT));
        assertThat(context.history().all(RecordedHistory.RunEnd.class)).isEmpty();
    }

    @Test
    void aWorkflowWithoutReportRecordsNone() throws IOException, InterruptedException {
        FinishOutput output = context.run(new FinishStep(), new FinishInput("plankton_dataset", "d", null, " "));

        assertThat(output).isEqualTo(new FinishOutput("d", "", ""));
        assertThat(context.history().all(RecordedHistory.Report.class)).isEmpty();
    }
}
