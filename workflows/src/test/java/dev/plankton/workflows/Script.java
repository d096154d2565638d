package dev.plankton.workflows;

import dev.plankton.contracts.BadInputException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Which steps fail in which run, once each, and which steps really ran. */
final class Script {
    private final ConcurrentMap<String, CompletableFuture<Set<String>>> broken = new ConcurrentHashMap<>();
    private final Map<String, List<String>> ran = new ConcurrentHashMap<>();

    /** Must be called for each run right after its start: the steps of the run wait for it. */
    void breakOnce(String runId, String... labels) {
        Set<String> set = ConcurrentHashMap.newKeySet();
        set.addAll(Arrays.asList(labels));
        of(runId).complete(set);
    }

    /** The labels of the steps that did their work, or failed, in order. */
    List<String> ran(String runId) {
        return List.copyOf(ran.getOrDefault(runId, List.of()));
    }

    void play(String runId, String label) throws IOException {
        ran.computeIfAbsent(runId, id -> new CopyOnWriteArrayList<>()).add(label);
        Set<String> breaking = of(runId).orTimeout(30, TimeUnit.SECONDS).join();
        if (breaking.remove(label)) {
            throw new BadInputException("Step %s is broken.".formatted(label));
        }
        if (breaking.remove("passing " + label)) {
            throw new IOException("Step %s has a temporary failure.".formatted(label));
        }
    }

    private CompletableFuture<Set<String>> of(String runId) {
        return broken.computeIfAbsent(runId, id -> new CompletableFuture<>());
    }
}
