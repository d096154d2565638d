package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;

/**
 * A finished shard, remembered as a part of the import.
 *
 * @param shard a {@link dev.plankton.contracts.formats.SourceShard}
 * @param files the files of the upload that were read for it, in order; not all of them are in it
 */
record PackedShard(ArtifactId shard, List<File> files) {

    /**
     * @param path of the file
     * @param key SHA-256 of its bytes in hexadecimal; blank if it is in no shard
     * @param tooLong whether it has more bytes than an image may have
     */
    record File(String path, String key, boolean tooLong) {}

    PackedShard {
        files = List.copyOf(files);
    }
}
