package dev.plankton.benchmarks;

import java.util.List;
import java.util.Locale;

/** The comparison as a table in Markdown; a ratio above 1 says that this project is faster. */
final class ResultTable {
    static final String HEADER =
            "| workload | side | images | ours s (CPU s, MiB) | PyTorch s (CPU s, MiB) | channels last s (CPU s) | ours images/s | faster than PyTorch's better layout | by CPU seconds |%n|---|---|---|---|---|---|---|---|---|"
                    .formatted();

    private ResultTable() {}

    /** @param timings ours, PyTorch's, PyTorch's with channels last */
    static String row(Workload workload, List<Timing> timings) {
        Timing ours = timings.get(0);
        Timing first = timings.get(1);
        Timing last = timings.get(2);
        double wall = Math.min(first.wallSeconds(), last.wallSeconds()) / ours.wallSeconds();
        double processor = Math.min(first.processorSeconds(), last.processorSeconds()) / ours.processorSeconds();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.3f (%.3f, %d) | %.3f (%.3f, %d) | %.3f (%.3f) | %.1f | %.2f | %.2f |",
                workload.kind() == Workload.Kind.TRAINING ? "training step" : "embedding",
                workload.side(),
                workload.images(),
                ours.wallSeconds(),
                ours.processorSeconds(),
                ours.mebibytes(),
                first.wallSeconds(),
                first.processorSeconds(),
                first.mebibytes(),
                last.wallSeconds(),
                last.processorSeconds(),
                workload.images() / ours.wallSeconds(),
                wall,
                processor);
    }
}
