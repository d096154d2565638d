package dev.plankton.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * The files of Conductor's UI. Its pages, such as {@code /execution/<id>}, are all drawn by its index.html, which a
 * browser therefore gets for every path that could be one of them.
 */
final class UiFiles extends Handler.Wrapper {
    /** A word, and perhaps names below it; a file would have an ending. */
    private static final Pattern PAGE = Pattern.compile("/[A-Za-z][A-Za-z_-]*(/[A-Za-z0-9_.:@%~-]*)*");

    private static final Pattern FILE = Pattern.compile(".*\\.[A-Za-z0-9]{1,5}");
    private static final String INDEX = "/index.html";
    private static final String SETTINGS = "/context.js";
    /** As Conductor's own server adds it: pages for language models, which are switched off here. */
    private static final String WITHOUT_AGENTS = "\nwindow.conductor.CONDUCTOR_INTEGRATIONS_AI_ENABLED = false;\n";

    private final Path folder;

    private UiFiles(Path folder, Handler files) {
        super(files);
        this.folder = folder;
    }

    static Handler in(Path folder, ResourceFactory resources) {
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(resources.newResource(folder));
        files.setDirAllowed(false);
        files.setCacheControl("private, no-cache");
        return new UiFiles(folder, files);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Path settings = folder.resolve(SETTINGS.substring(1));
        if (SETTINGS.equals(Request.getPathInContext(request)) && Files.isRegularFile(settings)) {
            return Answers.script(Files.readString(settings) + WITHOUT_AGENTS, response, callback);
        }
        Request file = isPage(request) ? Request.serveAs(request, HttpURI.build(request.getHttpURI(), INDEX)) : request;
        return super.handle(file, response, callback) || Answers.notFound(response, callback);
    }

    private static boolean isPage(Request request) {
        String path = Request.getPathInContext(request);
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT);
        return HttpMethod.GET.is(request.getMethod())
                && accepted != null
                && accepted.contains("text/html")
                && PAGE.matcher(path).matches()
                && !FILE.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }
}
