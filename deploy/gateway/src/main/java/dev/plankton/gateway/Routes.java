package dev.plankton.gateway;

import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives a request to the first handler whose paths it is for. */
final class Routes extends Handler.Sequence {
    /** The attribute of a request that holds the kind of its route. */
    static final String KIND = "dev.plankton.gateway.kind";

    private final List<Route> routes;

    /** A handler with its paths. @param kind a word for requests to these paths */
    record Route(String kind, Predicate<String> paths, Handler handler) {}

    Routes(List<Route> routes) {
        super(routes.stream().map(Route::handler).toArray(Handler[]::new));
        this.routes = List.copyOf(routes);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        for (Route route : routes) {
            if (route.paths().test(path)) {
                request.setAttribute(KIND, route.kind());
                return route.handler().handle(request, response, callback);
            }
        }
        return false;
    }
}
