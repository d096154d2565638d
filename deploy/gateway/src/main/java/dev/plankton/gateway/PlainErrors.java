package dev.plankton.gateway;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sentence for what went wrong; the details are in the log and not in the answer. */
final class PlainErrors implements Request.Handler {
    private static final Logger LOGGER = LoggerFactory.getLogger(PlainErrors.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = response.getStatus() == 0 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : response.getStatus();
        if (status == HttpStatus.BAD_REQUEST_400) { // a path that leads outside; the guard's answer to such paths
            response.setStatus(HttpStatus.NOT_FOUND_404);
            return Answers.notFound(response, callback);
        }
        if (cause instanceof Throwable thrown) {
            LOGGER.warn("{} {}: {}", request.getMethod(), request.getHttpURI().getPath(), thrown.toString());
        }
        String sentence = status >= HttpStatus.INTERNAL_SERVER_ERROR_500
                ? "This did not work: a part of the system does not answer. ./plankton status says which."
                : HttpStatus.getMessage(status) + ".";
        return Answers.text(status, sentence, response, callback);
    }
}
