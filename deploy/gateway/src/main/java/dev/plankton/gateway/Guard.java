package dev.plankton.gateway;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets only permitted requests through; all others see a page that asks for the token, or are refused. */
final class Guard extends Handler.Wrapper {
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
        boolean permitted = access.permits(request);
        if ((!permitted || HttpMethod.GET.is(request.getMethod()))
                && AddressToken.in(request).filter(access::isToken).isPresent()) {
            // Also for a browser with the cookie: the token is not to stay in its address or its history.
            Response.addCookie(response, access.cookie());
            return Answers.redirect(AddressToken.without(request), response, callback);
        }
        return permitted ? super.handle(request, response, callback) : Answers.page(401, LOGIN, response, callback);
    }
}
