package dev.plankton.steps.images;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats of image files that can be read: the only list of them. */
public enum ImageFormat {
    PNG(List.of("png"), List.of("png")),
    JPEG(List.of("jpg", "jpeg", "jfif"), List.of("jpeg")),
    TIFF(List.of("tif", "tiff", "btf"), List.of("tiff", "bigtiff")),
    BMP(List.of("bmp"), List.of("bmp")),
    GIF(List.of("gif"), List.of("gif")),
    WEBP(List.of("webp"), List.of("webp"));

    private final List<String> extensions;
    private final List<String> readers;

    ImageFormat(List<String> extensions, List<String> readers) {
        this.extensions = extensions;
        this.readers = readers;
    }

    /** Whether a file's name ends like that of an image. */
    public static boolean isNameOfImage(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return fileName.contains(".")
                && Arrays.stream(values()).anyMatch(format -> format.extensions.contains(extension));
    }

    /** The format that an ImageIO reader with these format names reads. */
    public static Optional<ImageFormat> ofReader(String[] names) {
        return Arrays.stream(values())
                .filter(format -> Arrays.stream(names)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(format.readers::contains))
                .findFirst();
    }

    /** All formats in words: "png, jpeg, tiff, bmp, gif or webp". */
    public static String inWords() {
        return inWords(Arrays.stream(values()).map(format -> format.name().toLowerCase(Locale.ROOT)));
    }

    /** All extensions in words: "png, jpg, jpeg, ... or webp". */
    public static String extensionsInWords() {
        return inWords(Arrays.stream(values()).flatMap(format -> format.extensions.stream()));
    }

    private static String inWords(Stream<String> words) {
        return words.collect(Collectors.joining(", ")).replaceFirst(", (\\w+)$", " or $1");
    }
}
