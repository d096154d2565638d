package dev.plankton.steps.datasetimport;

/**
 * The limits of one upload.
 *
 * @param files files in an archive or under a prefix
 * @param bytesPerFile larger images are left out
 * @param unpackedBytes bytes that an archive may unpack to
 * @param unsuspiciousBytes bytes that an archive may always unpack to, however small it is
 * @param expansion beyond that, how many times its own size an archive may unpack to; images are already compressed
 */
record Limits(int files, long bytesPerFile, long unpackedBytes, long unsuspiciousBytes, int expansion) {
    static final Limits DEFAULT = new Limits(2_000_000, 256L << 20, 256L << 30, 2L << 30, 100);
}
