package dev.plankton.gateway;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.db.RunList;
import dev.plankton.db.rows.ListedRun;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The first page: the latest runs with their figures, their reports, and their place in Conductor's UI. */
final class RunsPage extends Handler.Abstract {
    private static final int SHOWN = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String TABLE = """
            <table><tr><th>Started</th><th>Workflow</th><th>Dataset</th><th>Status</th><th>Accuracy</th><th>on test images</th>
            <th>of the classifier</th><th>Report</th></tr>
            %s</table>
            <p class="quiet">The last %d runs at most. Accuracy is that of the best checkpoint on validation images; the
            classifier is measured on test images. Everything else is in SQL, in the schema <code>history</code>.</p>
            """;

    private final RunList runs;
    private final UserInterface ui;

    RunsPage(RunList runs, UserInterface ui) {
        this.runs = runs;
        this.ui = ui;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        List<ListedRun> latest = runs.latest(SHOWN);
        String rows = latest.stream().map(RunsPage::row).collect(Collectors.joining("\n"));
        String body = latest.isEmpty() ? "<p>No run yet.</p>" : TABLE.formatted(rows, SHOWN);
        return Answers.page(200, Html.page("Runs", introduction() + body), response, callback);
    }

    private String introduction() {
        return switch (ui) {
            case UserInterface.Folder folder -> how();
            case UserInterface.None(var advice) -> "<p>%s</p>".formatted(Html.escape(advice));
        };
    }

    private static String how() {
        return """
                <p>To start a run: <a href="/runWorkflow">Run workflow</a>, choose <code>plankton_embedding</code>, fill in what
                you know and leave the rest blank.</p>
                """;
    }

    private static String row(ListedRun run) {
        String status = Html.escape(run.status());
        return "<tr><td>%s</td><td><a href=\"/execution/%s\">%s</a></td><td>%s</td><td class=\"%s\">%s%s</td>%s%s%s<td>%s</td></tr>"
                .formatted(
                        TIME.format(run.startedAt().atZone(ZoneId.systemDefault())),
                        Html.escape(run.runId().value()),
                        Html.escape(run.workflow()),
                        Html.escape(run.dataset().orElse("")),
                        status,
                        status,
                        run.reason().isEmpty() ? "" : "<br>" + Html.escape(run.reason()),
                        figure(run.accuracy()),
                        figure(run.testAccuracy()),
                        figure(run.classifierAccuracy()),
                        run.report()
                                .map(key ->
                                        "<a href=\"%s\">report</a>".formatted(Html.escape(StoreKeys.reportPath(key))))
                                .orElse(""));
    }

    private static String figure(OptionalDouble share) {
        return "<td class=\"number\">%s</td>"
                .formatted(share.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble()) : "");
    }
}
