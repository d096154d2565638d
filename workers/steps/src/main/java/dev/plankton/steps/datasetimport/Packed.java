package dev.plankton.steps.datasetimport;

/** What became of an image of the upload when it was read. */
sealed interface Packed {

    /**
     * It is in a shard.
     *
     * @param key SHA-256 of its bytes in hexadecimal
     * @param shard the number of the shard; of several images with the same bytes, the first is there
     */
    record InShard(String key, int shard) implements Packed {}

    /** The file has no bytes. */
    record Empty() implements Packed {}

    /** The file has more bytes than an image may have. */
    record TooLong(long limit) implements Packed {}
}
