package dev.plankton.db.rows;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;

/** An alias is set to a model. @param runId the run that sets it */
public record AliasMove(String alias, ArtifactId modelId, String reason, RunId runId) {}
