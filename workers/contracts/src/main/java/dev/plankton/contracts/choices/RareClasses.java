package dev.plankton.contracts.choices;

/** What becomes of classes that have too few images to train, validate and test on. */
public enum RareClasses {
    /** The run ends and names all of them. */
    FAIL,
    /** Their images are not used; each is listed. */
    DROP,
    /** They become one class. */
    MERGE
}
