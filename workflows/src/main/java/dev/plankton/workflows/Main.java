package dev.plankton.workflows;

import java.io.IOException;
import java.net.URI;

/** Registers the definitions with the Conductor server that {@code PLANKTON_CONDUCTOR_URL} names. */
public final class Main {
    private static final String HERE = "http://127.0.0.1:8080/api/";

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String url = System.getenv("PLANKTON_CONDUCTOR_URL");
        URI conductor = URI.create(url == null || url.isBlank() ? HERE : url.strip());
        new Registrar(conductor).register().forEach(System.out::println);
    }
}
