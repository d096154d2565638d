package dev.plankton.report;

/**
 * Where the report is.
 *
 * @param indexKey key of its page in the object store
 * @param files number of files in its folder, the page among them
 */
public record ReportOutput(String indexKey, int files) {}
