package dev.plankton.gateway;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets only permitted requests through; all others see a page that asks for the token, or are refused. */
final class Guard extends Handler.Wrapper {
    private static final String TOKEN = "token";
    private static final String LOGIN = Html.page("Which token?", """
            <p>The command <code>./plankton up</code> printed an address with a token, and <code>./plankton status</code>
            prints it again. Open that address, or paste the token here.</p>
            <form><input name="token" aria-label="Token" autocomplete="off" autofocus> <button>Enter</button></form>""");

    private final Access access;

    Guard(Access access, Handler behind) {
        super(behind);
        this.access = access;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("X-Frame-Options", "SAMEORIGIN");
        response.getHeaders().put("Referrer-Policy", "same-origin");
        if (!SafePath.is(request.getHttpURI().getPath())) {
            return Answers.notFound(response, callback);
        }
        if (!access.knowsHost(request) || !access.knowsOrigin(request)) {
            return Answers.text(
                    403,
                    "This server answers only under its own address; PLANKTON_PUBLIC_URL names another one.",
                    response,
                    callback);
        }
        if (access.permits(request)) {
            return super.handle(request, response, callback);
        }
        String given = Request.extractQueryParameters(request).getValue(TOKEN);
        if (given != null && access.isToken(given)) {
            Response.addCookie(response, access.cookie());
            return Answers.redirect(withoutToken(request), response, callback);
        }
        return Answers.page(401, LOGIN, response, callback);
    }

    private static String withoutToken(Request request) {
        String others = Arrays.stream(request.getHttpURI().getQuery().split("&"))
                .filter(part -> !part.startsWith(TOKEN + "="))
                .collect(Collectors.joining("&"));
        String path = request.getHttpURI().getPath();
        return others.isEmpty() ? path : path + "?" + others;
    }
}
