package dev.plankton.steps.datasetimport;

/**
 * Names of classes as EcoTaxa writes them: {@code egg<other} is the folder {@code egg__other} in ZooScanNet (SPEC 1).
 */
final class Taxon {
    private Taxon() {}

    /** The name in EcoTaxa of a taxon that ZooScanNet's folders and table may write with underscores. */
    static String ofZooScanNet(String name) {
        return name.strip().replace("__", "<");
    }
}
