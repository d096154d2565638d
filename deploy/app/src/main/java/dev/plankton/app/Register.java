package dev.plankton.app;

import dev.plankton.engine.service.Environment;
import dev.plankton.steps.Steps;
import dev.plankton.workflows.Registrar;
import java.io.IOException;
import java.net.URI;

/** Only registers the definitions with the Conductor server that {@code PLANKTON_CONDUCTOR_URL} names. */
public final class Register {
    private Register() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI conductor = Environment.conductor(System.getenv());
        new Registrar(conductor).register(Steps.types()).forEach(System.out::println);
    }
}
