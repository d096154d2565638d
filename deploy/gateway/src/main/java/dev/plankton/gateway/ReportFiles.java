package dev.plankton.gateway;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.db.RunList;
import dev.plankton.engine.store.ObjectStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Serves the files of reports from the store. The path of a file is its key. {@code /reports/<run id>/} and
 * {@code /reports/latest/} lead to the report of that run. No other key of the store can be reached.
 */
final class ReportFiles extends Handler.Abstract {
    private static final Pattern FILE = Pattern.compile(
            "/(reports|predictions)/([0-9a-f]{16})/((?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*)([A-Za-z0-9_-][A-Za-z0-9._-]*)?");
    private static final Pattern RUN = Pattern.compile("/reports/([0-9a-f]{8}-[0-9a-f-]{27}|latest)/?");
    private static final Pattern FOLDER = Pattern.compile("/(reports|predictions)/[0-9a-f]{16}");
    private static final String INDEX = "index.html";

    /** What a report may do: show itself. It may ask Conductor nothing. */
    private static final String POLICY =
            "default-src 'self' data: blob: 'unsafe-inline'; connect-src 'none'; form-action 'none'; object-src 'self'";

    private final ObjectStore store;
    private final RunList runs;

    ReportFiles(ObjectStore store, RunList runs) {
        this.store = store;
        this.runs = runs;
    }

    static boolean serves(String path) {
        return path.startsWith("/" + StoreKeys.REPORTS) || path.startsWith("/" + StoreKeys.PREDICTIONS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        Matcher run = RUN.matcher(path);
        if (run.matches()) {
            Optional<String> report = report(run.group(1));
            return report.isPresent()
                    ? Answers.redirect(StoreKeys.reportPath(report.get()), response, callback)
                    : Answers.text(404, "This run has no report, or there is no such run.", response, callback);
        }
        if (FOLDER.matcher(path).matches()) {
            return Answers.redirect(path + "/", response, callback);
        }
        Matcher file = FILE.matcher(path);
        if (!file.matches()) {
            return Answers.notFound(response, callback);
        }
        String key = path.substring(1) + (path.endsWith("/") ? INDEX : "");
        try {
            long length = store.length(key);
            response.getHeaders().put("Content-Security-Policy", POLICY);
            new StoredFile(store, key, length).send(request, response, callback);
        } catch (NoSuchFileException e) {
            Answers.text(404, "This report is no longer in the store.", response, callback);
        }
        return true;
    }

    private Optional<String> report(String run) throws IOException {
        return run.equals("latest") ? runs.latestReport() : runs.report(new RunId(run));
    }
}
