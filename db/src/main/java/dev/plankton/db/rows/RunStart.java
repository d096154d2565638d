package dev.plankton.db.rows;

import java.time.Instant;

/**
 * A run: the outermost workflow and all that it starts.
 *
 * @param inputJson the workflow's input as given
 */
public record RunStart(String runId, String workflow, int workflowVersion, String inputJson, Instant startedAt) {}
