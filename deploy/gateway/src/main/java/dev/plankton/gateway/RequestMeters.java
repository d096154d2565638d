package dev.plankton.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Counts, times and weighs the requests by the kind of what they asked for. */
final class RequestMeters implements RequestLog {
    /** The kind of those that the guard did not let through. */
    private static final String AT_THE_DOOR = "door";

    private final MeterRegistry registry;

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Called once the answer is sent, or has failed. */
    @Override
    public void log(Request request, Response response) {
        String kind = request.getAttribute(Routes.KIND) instanceof String known ? known : AT_THE_DOOR;
        Timer.builder("plankton.gateway.requests")
                .description("Requests to the gateway, until the answer was sent")
                .tag("kind", kind)
                .tag("status", Integer.toString(response.getStatus()))
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime()));
        Counter.builder("plankton.gateway.sent")
                .baseUnit("bytes")
                .description("Bytes of the answers")
                .tag("kind", kind)
                .register(registry)
                .increment(Response.getContentBytesWritten(response));
    }
}
