package dev.plankton.steps.kit;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.numerics.measures.LabelledVectors;

/** Embeddings in the form that the measures take. */
public final class Vectors {
    private Vectors() {}

    /** The embeddings of one split with their classes. */
    public static LabelledVectors of(EmbeddingTable table, Split split) {
        EmbeddingTable part = table.only(split);
        return new LabelledVectors(part.vectors(), part.labels(), part.classes().size());
    }
}
