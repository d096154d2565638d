package dev.plankton.vectorimport;

import dev.plankton.runtime.step.BadInputException;

/**
 * Embeddings made elsewhere.
 *
 * @param vectors the name under which they were uploaded: one Parquet file, or one NPY and one CSV file
 * @param datasetId artifact id of a {@link dev.plankton.runtime.formats.DatasetManifest} that holds their images, for the
 *     pictures; blank if there is none
 */
public record VectorImportInput(String vectors, String datasetId) {

    public VectorImportInput {
        if (!vectors.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new BadInputException(
                    "'%s' cannot be the name of uploaded vectors; give the name after ./plankton put."
                            .formatted(vectors));
        }
    }
}
