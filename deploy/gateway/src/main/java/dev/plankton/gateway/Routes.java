package dev.plankton.gateway;

import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives a request to the first handler whose paths it is for. */
final class Routes extends Handler.Sequence {
    private final List<Route> routes;

    /** A handler with its paths. */
    record Route(Predicate<String> paths, Handler handler) {}

    Routes(List<Route> routes) {
        super(routes.stream().map(Route::handler).toArray(Handler[]::new));
        this.routes = List.copyOf(routes);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        for (Route route : routes) {
            if (route.paths().test(path)) {
                return route.handler().handle(request, response, callback);
            }
        }
        return false;
    }
}
