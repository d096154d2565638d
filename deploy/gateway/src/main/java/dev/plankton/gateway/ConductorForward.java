package dev.plankton.gateway;

import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;

/** Passes requests on to another server, without what proves to the gateway who asks. */
final class ConductorForward extends ProxyHandler.Reverse {
    private static final long ANSWER_MILLIS = 60_000;

    /** @param server to whose address the path of a request is appended */
    ConductorForward(URI server) {
        super(request -> HttpURI.build(server.toString().replaceFirst("/$", "")
                        + request.getHttpURI().getPath())
                .query(request.getHttpURI().getQuery()));
    }

    @Override
    protected HttpClient newHttpClient() {
        HttpClient client = super.newHttpClient();
        client.setIdleTimeout(ANSWER_MILLIS);
        client.setFollowRedirects(false);
        return client;
    }

    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
        forwarded.headers(headers -> headers.remove(HttpHeader.COOKIE)
                .remove(HttpHeader.AUTHORIZATION)
                .remove(HttpHeader.ORIGIN)
                .remove(HttpHeader.REFERER));
    }
}
