package dev.plankton.benchmarks;

import java.util.List;
import java.util.Locale;

/** The comparison as a table in Markdown; a ratio above 1 says that this project is faster. */
final class ResultTable {
    static final String HEADER =
            "| workload | side | images | engine | ours s (CPU s, MiB) | theirs | s (CPU s, MiB) | faster | by CPU seconds |%n|---|---|---|---|---|---|---|---|---|"
                    .formatted();

    /** A competitor with its time. */
    record Other(String name, Timing timing) {}

    private ResultTable() {}

    /** @param others the fastest of them stands in the row */
    static String row(Workload workload, OurEngine engine, Timing ours, List<Other> others) {
        Other best = others.stream()
                .min((left, right) -> Double.compare(
                        left.timing().wallSeconds(), right.timing().wallSeconds()))
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %s | %s | %s | %.2f | %.2f |",
                workload.kind().inTheTable(),
                workload.side(),
                workload.images(),
                engine.inTheTable(),
                cell(ours),
                best.name(),
                cell(best.timing()),
                best.timing().wallSeconds() / ours.wallSeconds(),
                best.timing().processorSeconds() / ours.processorSeconds());
    }

    private static String cell(Timing timing) {
        return String.format(
                Locale.ROOT, "%.3f (%.3f, %d)", timing.wallSeconds(), timing.processorSeconds(), timing.mebibytes());
    }
}
