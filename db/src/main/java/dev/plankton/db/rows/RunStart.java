package dev.plankton.db.rows;

import dev.plankton.contracts.ids.RunId;
import java.time.Instant;

/**
 * A run: the outermost workflow and everything that it starts.
 *
 * @param inputJson the workflow's input as given; a NUL in it is stored as U+FFFD
 */
public record RunStart(RunId runId, String workflow, int workflowVersion, String inputJson, Instant startedAt) {}
