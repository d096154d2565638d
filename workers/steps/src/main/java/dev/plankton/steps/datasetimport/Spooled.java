package dev.plankton.steps.datasetimport;

import java.nio.file.Path;

/** The result of copying one file to the local disk. */
sealed interface Spooled {

    /**
     * @param sha256 digest of the bytes in hexadecimal
     * @param crc32 checksum of the bytes, which a ZIP entry needs before its content
     */
    record Whole(Path file, String sha256, long crc32, long bytes) implements Spooled {}

    /** The file has no bytes. */
    record Empty() implements Spooled {}

    /** The file has more bytes than an image may have. */
    record TooLong(long limit) implements Spooled {}
}
