package dev.plankton.db.rows;

/**
 * An attempt at a step that did not succeed, so that the step was tried again or the run ended.
 *
 * @param referenceName the task's name inside its workflow, iteration included
 * @param attempt 0 for the first
 * @param status how it ended
 * @param reason why; empty if no reason is known
 */
public record LostAttempt(String taskType, String referenceName, int attempt, String status, String reason) {}
