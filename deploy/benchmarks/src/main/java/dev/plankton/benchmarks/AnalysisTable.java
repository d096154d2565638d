package dev.plankton.benchmarks;

import java.util.Locale;

/** The comparison of the analyses as rows in Markdown. */
final class AnalysisTable {
    private AnalysisTable() {}

    static String row(Analysis analysis, Timing ours, String library, Timing theirs) {
        return String.format(
                Locale.ROOT,
                "%s %s | %s | %.2f | %.2f |",
                start(analysis, ours),
                library,
                cell(theirs),
                theirs.wallSeconds() / ours.wallSeconds(),
                theirs.processorSeconds() / ours.processorSeconds());
    }

    /** The row of an analysis for which no other library is timed. */
    static String alone(Analysis analysis, Timing ours) {
        return start(analysis, ours) + " - | - | - | - |";
    }

    static String missing(Analysis analysis, Timing ours, String library, String debianPackage) {
        return "%s %s | not there: apt-get install %s | - | - |"
                .formatted(start(analysis, ours), library, debianPackage);
    }

    private static String start(Analysis analysis, Timing ours) {
        return String.format(Locale.ROOT, "| %s | %,d | %s |", analysis.kind().title(), analysis.points(), cell(ours));
    }

    private static String cell(Timing timing) {
        return String.format(
                Locale.ROOT, "%.3f (%.3f, %d)", timing.wallSeconds(), timing.processorSeconds(), timing.mebibytes());
    }
}
