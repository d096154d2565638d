package dev.plankton.db.rows;

/** An alias is made to name a model. @param runId the run that does it */
public record AliasMove(String alias, String modelId, String reason, String runId) {}
