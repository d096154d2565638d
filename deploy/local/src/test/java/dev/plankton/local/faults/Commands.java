package dev.plankton.local.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Commands of the operating system. */
final class Commands {
    private Commands() {}

    /** @return what the command printed. Throws an IOException with that if the command is missing or fails. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", command), output.strip()));
        }
        return output;
    }
}
