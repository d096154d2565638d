package dev.plankton.datasetimport;

/**
 * How much one upload may hold.
 *
 * @param files files in an archive or under a prefix
 * @param bytesPerFile longer images are left out
 * @param unpackedBytes bytes that an archive may unpack to
 * @param unsuspiciousBytes bytes up to which an archive may unpack whatever its size
 * @param expansion how many times its own size an archive may unpack to beyond that; images are compressed already
 */
record Limits(int files, long bytesPerFile, long unpackedBytes, long unsuspiciousBytes, int expansion) {
    static final Limits DEFAULT = new Limits(2_000_000, 256L << 20, 256L << 30, 2L << 30, 100);
}
