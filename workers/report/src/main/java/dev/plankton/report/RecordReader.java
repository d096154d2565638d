package dev.plankton.report;

import dev.plankton.db.RunHistory;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.report.page.RunRecords;
import dev.plankton.report.page.RunRecords.Origin;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.ReportSection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the run history for what a report tells of its run: settings, lost attempts, and what figures were made from. */
record RecordReader(RunHistory history, String runId, String ownTaskType) {
    private static final String WHOLE = "plankton_embedding";
    private static final String DATASET = "plankton_dataset";
    private static final String TRAINING = "plankton_training";
    private static final String ANALYSIS = "plankton_analysis";

    /** @param sections by their artifact ids */
    RunRecords read(EmbeddingsManifest embeddings, Map<String, ReportSection> sections) throws IOException {
        // Attempts at the report itself are left out: the page would depend on how often it was tried.
        List<LostAttempt> lost = history.lostAttempts(runId).stream()
                .filter(attempt -> !attempt.taskType().equals(ownTaskType))
                .toList();
        return new RunRecords(settings(embeddings), lost, sources(sections));
    }

    /**
     * A picture that another run drew just the same has the sources of both; what its section was not made from is left
     * out, as a section's step publishes it last.
     */
    private List<ArtifactSource> sources(Map<String, ReportSection> sections) throws IOException {
        Map<String, Set<String>> ofSections = history.sources(List.copyOf(sections.keySet())).stream()
                .collect(Collectors.groupingBy(
                        ArtifactSource::artifact, Collectors.mapping(ArtifactSource::source, Collectors.toSet())));
        Set<ArtifactSource> found = new LinkedHashSet<>();
        for (Map.Entry<String, ReportSection> section : sections.entrySet()) {
            List<String> figures = section.getValue().figures().stream()
                    .map(figure -> figure.artifact().sha256())
                    .distinct()
                    .toList();
            Set<String> known = ofSections.getOrDefault(section.getKey(), Set.of());
            history.sources(figures).stream()
                    .filter(source -> known.contains(source.source()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** A run of everything holds all settings; one of a part alone is completed by the runs that made what it began with. */
    private List<RunRecords.Setting> settings(EmbeddingsManifest embeddings) throws IOException {
        Map<String, RunRecords.Setting> settings = new LinkedHashMap<>();
        List<SettingsRow> own = history.settings(runId);
        add(settings, own, ANALYSIS, false);
        if (own.stream().noneMatch(row -> row.workflow().equals(WHOLE))) {
            if (embeddings.origin() instanceof EmbeddingsManifest.Trained trained) {
                addOfMaker(settings, trained.training().sha256(), TRAINING);
            }
            addOfMaker(settings, embeddings.dataset().sha256(), DATASET);
        }
        return new ArrayList<>(settings.values());
    }

    private void addOfMaker(Map<String, RunRecords.Setting> settings, String artifact, String workflow)
            throws IOException {
        Optional<String> maker = history.makerOf(artifact);
        if (maker.isPresent()) {
            add(settings, history.settings(maker.get()), workflow, !maker.get().equals(runId));
        }
    }

    /** Adds the settings of the whole, or else of the part; what was given to a part by the whole tells nothing. */
    private static void add(
            Map<String, RunRecords.Setting> settings, List<SettingsRow> rows, String part, boolean earlier) {
        rows.stream()
                .filter(row -> row.workflow().equals(WHOLE))
                .findFirst()
                .or(() ->
                        rows.stream().filter(row -> row.workflow().equals(part)).findFirst())
                .ifPresent(row -> row.settings()
                        .forEach(one -> settings.putIfAbsent(
                                one.name(),
                                new RunRecords.Setting(one.name(), one.value(), Origin.of(one.given(), earlier)))));
    }
}
