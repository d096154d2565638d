package dev.plankton.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.run.Workflow;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Runs that are started with the form of Conductor's UI. */
final class StartedRuns {
    private final Walk walk;

    StartedRuns(Walk walk) {
        this.walk = walk;
    }

    /** As it comes, the form runs everything on the demo data. */
    void untouched() throws Exception {
        String run = walk.embedding().start("form-untouched");
        walk.page().shows("Running");
        Workflow ended = walk.completed(run);
        assertThat(ended.getInput()).containsEntry("dataset", "").containsEntry("rounds", "");
        walk.browser().picture("run-completed");
        walk.page().followReport();
        Film film = new Film(walk.browser());
        film.play();
        film.show();
        walk.browser().picture("report-of-the-demo");
        walk.browser().closeWindow();
    }

    /** Numbers may stand in quotes, with blanks around them, and inputs may be added that the form does not show. */
    void typed() throws Exception {
        String run = walk.smallRun(Map.of("classifierEpochs", "\" 3\""))
                .fill("dataset", "\" bay \"")
                .fill("rounds", "\" 2 \"")
                .fill("layout", "\"  \"")
                .start("form-typed");
        Workflow ended = walk.completed(run);
        assertThat(ended.getInput())
                .containsEntry("dataset", " bay ")
                .containsEntry("rounds", " 2 ")
                .containsEntry("classifierEpochs", " 3");
        assertThat(walk.system().query("select rounds from plankton.run_history where run_id = '%s'".formatted(run)))
                .containsExactly(Map.of("rounds", 2));
        readsTheReport(run, String.valueOf(ended.getOutput().get("report")));
    }

    private void readsTheReport(String run, String address) throws IOException, InterruptedException {
        walk.page().open(run).followReport();
        walk.browser().await("the report", "return location.href === arguments[0];", address);
        ReportInBrowser.readAt(walk.browser(), URI.create(address));
        walk.browser().picture("report");
        walk.browser().closeWindow();
    }

    /** Every mistake is named at once; "Re-run workflow" opens the form as it was filled in. */
    void mended() throws Exception {
        String run = walk.smallRun(Map.of())
                .fill("dataset", "\"bay\"")
                .fill("rounds", "\"many\"")
                .fill("margin", "-1")
                .start("form-wrong");
        Workflow failed = walk.system().await(run);
        assertThat(failed.getStatus()).isEqualTo(WorkflowStatus.FAILED);
        assertThat(failed.getTasks())
                .singleElement()
                .satisfies(task -> assertThat(task.getReferenceTaskName()).isEqualTo("settings"));
        walk.page().open(run).shows("Failed");
        assertThat(walk.page().reason()).contains("rounds", "many", "margin", "-1");
        walk.browser().picture("run-wrong");

        List<String> actions = walk.page().actions();
        assertThat(actions).contains("Re-run workflow");
        walk.browser().picture("actions-wrong");
        walk.page().choose("Re-run workflow");
        String mended = walk.form()
                .shows("\"rounds\": \"many\",")
                .fill("rounds", "2")
                .fill("margin", "\"\"")
                .start("form-mended");
        assertThat(mended).isNotEqualTo(run);
        assertThat(walk.completed(mended).getInput())
                .containsEntry("dataset", "bay")
                .containsEntry("side", failed.getInput().get("side"));
    }
}
