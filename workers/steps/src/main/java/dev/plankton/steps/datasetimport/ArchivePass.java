package dev.plankton.steps.datasetimport;

import java.util.Optional;

/** One reading of all archives of an upload. The limits count over all of them together. */
final class ArchivePass {
    private final long archiveBytes;
    private final Limits limits;
    private final EntryNames names = new EntryNames();
    private long entries;
    private long unpacked;

    /** @param archiveBytes the size of the uploaded archives, packed */
    ArchivePass(long archiveBytes, Limits limits) {
        this.archiveBytes = archiveBytes;
        this.limits = limits;
    }

    EntryNames names() {
        return names;
    }

    /** Counts a file or a folder. @return what is wrong with the upload now, if anything */
    Optional<String> entry() {
        entries++;
        return entries > limits.files()
                ? Optional.of("the upload holds more than %,d files and folders".formatted(limits.files()))
                : Optional.empty();
    }

    /** Counts unpacked bytes. @return what is wrong with the upload now, if anything */
    Optional<String> bytes(long bytes) {
        // Checked before adding, so that the sum cannot overflow.
        if (bytes < 0 || bytes > limits.unpackedBytes() - unpacked) {
            return Optional.of("the upload unpacks to more than %,d MB".formatted(limits.unpackedBytes() >> 20));
        }
        unpacked += bytes;
        return unpacked > limits.unsuspiciousBytes() && unpacked / limits.expansion() > archiveBytes
                ? Optional.of("the upload unpacks to more than %d times its size".formatted(limits.expansion()))
                : Optional.empty();
    }
}
