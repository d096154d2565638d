package dev.plankton.contracts.ids;

/** The keys of the object store. Each key begins with one of these folders. */
public final class StoreKeys {
    /** What users upload, one folder for each name. */
    public static final String UPLOADS = "datasets/";
    /** Content-addressed files. */
    public static final String ARTIFACTS = "artifacts/";
    /** Outputs of finished steps. */
    public static final String RESULTS = "results/";
    /** States of unfinished steps. */
    public static final String SNAPSHOTS = "snapshots/";
    /** Reports on trainings, one folder for each report. */
    public static final String REPORTS = "reports/";
    /** Reports on classified images, one folder for each report. */
    public static final String PREDICTIONS = "predictions/";

    /** Number of digits of a step's key that name the folder of its report. */
    private static final int PAGE_DIGITS = 16;

    private StoreKeys() {}

    public static String artifact(ArtifactId id) {
        return ARTIFACTS + id.sha256();
    }

    /** The folder of an upload, with a trailing slash. */
    public static String upload(UploadName name) {
        return UPLOADS + name.value() + "/";
    }

    /** @param stepKey hash of the step's inputs */
    public static String result(String taskType, String stepKey) {
        return "%s%s/%s.json".formatted(RESULTS, taskType, stepKey);
    }

    public static String snapshot(String stepKey) {
        return SNAPSHOTS + stepKey;
    }

    /** The folder of the report that a step writes, with a trailing slash. */
    public static String reportFolder(String stepKey) {
        return REPORTS + pageName(stepKey) + "/";
    }

    /** The folder of the report on classified images that a step writes, with a trailing slash. */
    public static String predictionFolder(String stepKey) {
        return PREDICTIONS + pageName(stepKey) + "/";
    }

    /**
     * Where the gateway serves a report, below its own address: the folder of the report's page in the store.
     *
     * @param indexKey the key of the page
     */
    public static String reportPath(String indexKey) {
        return "/" + indexKey.substring(0, indexKey.lastIndexOf('/') + 1);
    }

    private static String pageName(String stepKey) {
        return stepKey.substring(0, PAGE_DIGITS);
    }
}
