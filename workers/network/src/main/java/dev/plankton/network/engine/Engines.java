package dev.plankton.network.engine;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The engines on the class path of this program, and the choice among them. */
public final class Engines {
    private static final String MEASURED =
            "when both were measured on processors, it was the faster one (deploy/benchmarks/RESULTS.md)";

    private final List<TrainingEngine> engines;

    /** @param engines at least one */
    public Engines(List<TrainingEngine> engines) {
        this.engines = engines.stream()
                .sorted(Comparator.comparing(TrainingEngine::name))
                .toList();
    }

    /** All engines that {@link ServiceLoader} finds. */
    public static Engines load() {
        List<TrainingEngine> found = new ArrayList<>();
        ServiceLoader.load(TrainingEngine.class).forEach(found::add);
        if (found.isEmpty()) {
            throw new IllegalStateException("no engine for networks is on the class path");
        }
        return new Engines(found);
    }

    /** An engine, and one clause that says why it was chosen. */
    public record Choice(TrainingEngine engine, String reason) {}

    private record Usable(TrainingEngine engine, List<ComputeDevice> devices) {
        boolean onCard() {
            return devices.stream().anyMatch(device -> device.capability().isPresent());
        }
    }

    /**
     * The devices that this process may use, for each engine that can compute on this machine, such as {@code dl4j: cpu,
     * 2 threads of AMD EPYC, 24 GiB}. Call it before the first use of a network, which otherwise fails somewhere in
     * native code.
     *
     * @throws UnusableDeviceException if no engine can
     */
    public List<String> requireUsable() {
        return usable().stream()
                .flatMap(usable -> usable.devices().stream()
                        .map(device -> Spelling.of(usable.engine().name()) + ": " + device.summary()))
                .toList();
    }

    private List<Usable> usable() {
        List<Usable> usable = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (TrainingEngine engine : engines) {
            try {
                usable.add(new Usable(engine, engine.requireUsable()));
            } catch (UnusableDeviceException e) {
                objections.add(e.toString());
            }
        }
        if (usable.isEmpty()) {
            throw new UnusableDeviceException(String.join(" ", objections));
        }
        return usable;
    }

    /**
     * The engine to train with.
     *
     * @throws BadInputException if this build lacks the engine that is asked for
     * @throws UnusableDeviceException if it cannot compute on this machine
     */
    public Choice choose(NetworkEngine asked, Precision precision) {
        return asked == NetworkEngine.AUTO && precision == Precision.BF16
                ? new Choice(named(NetworkEngine.PYTORCH), "it is the only engine with precision bf16")
                : find(asked);
    }

    /** The engine to compute with if there is no choice of the precision; otherwise as {@link #choose}. */
    public TrainingEngine engine(NetworkEngine asked) {
        return find(asked).engine();
    }

    private Choice find(NetworkEngine asked) {
        if (asked == NetworkEngine.AUTO) {
            return fastest();
        }
        TrainingEngine engine = named(asked);
        engine.requireUsable();
        return new Choice(engine, "trainingEngine asks for it");
    }

    /** The engine for work that does not change with the engine. */
    public TrainingEngine any() {
        return fastest().engine();
    }

    private Choice fastest() {
        List<Usable> usable = usable();
        if (usable.size() == 1) {
            return new Choice(usable.getFirst().engine(), "it is the only engine of this build for this machine");
        }
        Optional<Usable> onCard = usable.stream().filter(Usable::onCard).findFirst();
        return onCard.map(found -> new Choice(found.engine(), "it computes on the machine's card"))
                .orElseGet(() -> new Choice(usable.getLast().engine(), MEASURED));
    }

    /** @throws BadInputException if this build lacks the engine */
    public TrainingEngine named(NetworkEngine name) {
        return engines.stream()
                .filter(engine -> engine.name() == name)
                .findFirst()
                .orElseThrow(() -> new BadInputException("This build of the workers has no engine %s; use %s."
                        .formatted(
                                Spelling.of(name),
                                engines.stream()
                                        .map(engine -> Spelling.of(engine.name()))
                                        .collect(Collectors.joining(" or ")))));
    }

    /** All engines. */
    public List<TrainingEngine> all() {
        return engines;
    }
}
