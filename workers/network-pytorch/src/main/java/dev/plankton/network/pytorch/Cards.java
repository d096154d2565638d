package dev.plankton.network.pytorch;

import dev.plankton.network.engine.ComputeCapability;
import dev.plankton.network.engine.ComputeDevice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The NVIDIA cards of this machine, as {@code nvidia-smi} lists them; it comes with every driver. */
final class Cards {
    private static final List<String> COMMAND = List.of(
            "nvidia-smi", "--query-gpu=name,compute_cap,memory.total,driver_version", "--format=csv,noheader,nounits");
    private static final long MEBIBYTE = 1L << 20;

    private Cards() {}

    /** All cards; none if there is no driver. */
    static List<ComputeDevice> list() {
        try {
            ProcessBuilder builder = new ProcessBuilder(COMMAND).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(Set.of("PATH")); // the rest may be secret
            Process process = builder.start();
            String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? parse(lines) : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** @param lines such as {@code NVIDIA H100 80GB HBM3, 9.0, 81559, 580.82.07} */
    static List<ComputeDevice> parse(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Cards::card).toList();
    }

    private static ComputeDevice card(String line) {
        String[] fields = line.split(",", -1);
        String[] capability = fields[1].strip().split("\\.", -1);
        return new ComputeDevice(
                "cuda",
                "%s (driver %s)".formatted(fields[0].strip(), fields[3].strip()),
                Optional.of(new ComputeCapability(Integer.parseInt(capability[0]), Integer.parseInt(capability[1]))),
                Long.parseLong(fields[2].strip()) * MEBIBYTE,
                0);
    }
}
