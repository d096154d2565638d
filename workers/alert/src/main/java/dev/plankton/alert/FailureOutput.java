package dev.plankton.alert;

/**
 * @param run the run that failed; blank if a part of one did, which the whole speaks for
 * @param told whether the webhook took it
 * @param trouble why the webhook did not take it; blank if it did or there is none
 */
public record FailureOutput(String run, boolean told, String trouble) {}
