package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.db.rows.SettingsRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What led to a result; see {@link RunHistory}. */
public interface Provenance {

    /** Records the settings of a workflow of a run. */
    void settings(SettingsRow settings) throws IOException;

    /** The settings of each workflow of the run, ordered by the workflow's name. */
    List<SettingsRow> settings(RunId run) throws IOException;

    /** The first run that made an artifact, or found it already made. */
    Optional<RunId> makerOf(ArtifactId artifact) throws IOException;

    /** The run's attempts at steps that did not succeed, in the order in which they began. */
    List<LostAttempt> lostAttempts(RunId run) throws IOException;

    /** The artifacts that the steps which published these had read, ordered by artifact, then kind. */
    List<ArtifactSource> sources(List<ArtifactId> artifacts) throws IOException;
}
