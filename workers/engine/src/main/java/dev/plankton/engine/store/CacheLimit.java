package dev.plankton.engine.store;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * How large the local cache of artifacts may become.
 *
 * @param bytes at least 1
 */
public record CacheLimit(long bytes) {
    /** The environment variable with the limit in decimal gigabytes. */
    public static final String VARIABLE = "PLANKTON_CACHE_GB";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?");
    private static final BigDecimal LEAST = new BigDecimal("0.1"); // a shard has up to 64 MiB
    private static final BigDecimal MOST = new BigDecimal("100000");

    /** 20 gigabytes. */
    public static final CacheLimit DEFAULT = gigabytes("20");

    /** For a program that adds a file or two to the cache of the services, and leaves it to them to empty it. */
    public static final CacheLimit NONE = new CacheLimit(Long.MAX_VALUE);

    public CacheLimit {
        if (bytes < 1) {
            throw new IllegalArgumentException("a cache of %d bytes".formatted(bytes));
        }
    }

    /**
     * The limit that the variable names.
     *
     * @throws IllegalArgumentException with a sentence, if it is no number or out of bounds
     */
    public static CacheLimit gigabytes(String text) {
        if (NUMBER.matcher(text).matches()) {
            BigDecimal gigabytes = new BigDecimal(text);
            if (gigabytes.compareTo(LEAST) >= 0 && gigabytes.compareTo(MOST) <= 0) {
                return new CacheLimit(gigabytes.movePointRight(9).longValueExact());
            }
        }
        throw new IllegalArgumentException(
                "%s must be a number of gigabytes from %s to %s, such as 20 or 7.5, not '%s'."
                        .formatted(VARIABLE, LEAST, MOST, text));
    }
}
