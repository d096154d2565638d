package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import java.util.Locale;

/** Names of link targets on the page. */
final class Anchors {
    static final String TROUBLES = "troubles";
    static final String DATASET = "dataset";
    static final String PROVENANCE = "provenance";
    static final String DOWNLOADS = "downloads";

    private Anchors() {}

    static String of(ReportSection section) {
        return "section-" + section.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static String ofArtifact(ArtifactId id) {
        return "artifact-" + id;
    }
}
