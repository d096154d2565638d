package dev.plankton.steps.report;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.db.RunHistory;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.steps.report.page.RunRecords;
import dev.plankton.steps.report.page.RunRecords.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from the run history what a report says about its run: settings, lost attempts, and the sources of figures. */
record RecordReader(RunHistory history, RunId runId, String ownTaskType) {
    private static final String WHOLE = PlanktonWorkflow.EMBEDDING.definition();
    private static final String DATASET = PlanktonWorkflow.DATASET.definition();
    private static final String TRAINING = PlanktonWorkflow.TRAINING.definition();
    private static final String ANALYSIS = PlanktonWorkflow.ANALYSIS.definition();

    /** @param sections by their artifact ids */
    RunRecords read(EmbeddingsManifest embeddings, Map<ArtifactId, ReportSection> sections) throws IOException {
        // Attempts at the report itself are left out; otherwise the page would depend on how often it was tried.
        List<LostAttempt> lost = history.provenance().lostAttempts(runId).stream()
                .filter(attempt -> !attempt.taskType().equals(ownTaskType))
                .toList();
        return new RunRecords(settings(embeddings), lost, sources(sections));
    }

    /**
     * If another run drew an identical picture, the history has the sources of both. Sources that the section was not
     * made from are left out; this works because a step publishes its section last.
     */
    private List<ArtifactSource> sources(Map<ArtifactId, ReportSection> sections) throws IOException {
        Map<ArtifactId, Set<ArtifactId>> ofSections =
                history.provenance().sources(List.copyOf(sections.keySet())).stream()
                        .collect(Collectors.groupingBy(
                                ArtifactSource::artifact,
                                Collectors.mapping(ArtifactSource::source, Collectors.toSet())));
        Set<ArtifactSource> found = new LinkedHashSet<>();
        for (Map.Entry<ArtifactId, ReportSection> section : sections.entrySet()) {
            List<ArtifactId> figures = section.getValue().figures().stream()
                    .map(ReportSection.Figure::artifact)
                    .distinct()
                    .toList();
            Set<ArtifactId> known = ofSections.getOrDefault(section.getKey(), Set.of());
            history.provenance().sources(figures).stream()
                    .filter(source -> known.contains(source.source()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /**
     * A run of the whole workflow has all settings. For a run of one part, the settings of the runs that made its
     * inputs are added.
     */
    private List<RunRecords.Setting> settings(EmbeddingsManifest embeddings) throws IOException {
        Map<String, RunRecords.Setting> settings = new LinkedHashMap<>();
        List<SettingsRow> own = history.provenance().settings(runId);
        add(settings, own, ANALYSIS, false);
        if (own.stream().noneMatch(row -> row.workflow().equals(WHOLE))) {
            if (embeddings.origin() instanceof EmbeddingsManifest.Trained trained) {
                addOfMaker(settings, trained.training(), TRAINING);
            }
            addOfMaker(settings, embeddings.dataset(), DATASET);
        }
        return new ArrayList<>(settings.values());
    }

    private void addOfMaker(Map<String, RunRecords.Setting> settings, ArtifactId artifact, String workflow)
            throws IOException {
        Optional<RunId> maker = history.provenance().makerOf(artifact);
        if (maker.isPresent()) {
            add(
                    settings,
                    history.provenance().settings(maker.get()),
                    workflow,
                    !maker.get().equals(runId));
        }
    }

    /**
     * Adds the settings of the whole workflow or, if it has none, of the part. What the whole workflow passed to a part
     * is not reported.
     */
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
