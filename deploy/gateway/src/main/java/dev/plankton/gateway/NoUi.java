package dev.plankton.gateway;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Says how to get Conductor's UI, where it would be. */
final class NoUi extends Handler.Abstract {
    private final String page;

    NoUi(String advice) {
        this.page = Html.page("Conductor's UI is not here", "<p>%s</p>".formatted(Html.escape(advice)));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return Answers.page(404, page, response, callback);
    }
}
