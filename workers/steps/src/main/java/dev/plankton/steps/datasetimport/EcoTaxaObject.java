package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.ImageRank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One object of EcoTaxa's tables with all its images. */
final class EcoTaxaObject {

    /**
     * What a row says about the object.
     *
     * @param objectId its name in the table
     * @param status in lower case, blank if it has none
     * @param category the class, blank if it has none
     */
    record Annotation(String objectId, String status, String category) {
        boolean validated() {
            return status.equals("validated");
        }
    }

    /**
     * One of its images.
     *
     * @param name as it stands in the table
     * @param path where it is in the upload; empty if it is not there
     * @param place where the row is, for messages
     * @param pixelSize empty if the row gives none, or two rows give two
     */
    record RankedImage(String name, Optional<String> path, int rank, String place, Optional<PixelSize> pixelSize) {
        RankedImage withoutPixelSize() {
            return new RankedImage(name, path, rank, place, Optional.empty());
        }
    }

    private final Annotation annotation;
    private final List<RankedImage> images = new ArrayList<>(1);

    EcoTaxaObject(Annotation annotation) {
        this.annotation = annotation;
    }

    Annotation annotation() {
        return annotation;
    }

    List<RankedImage> images() {
        return images;
    }

    /** The rank of a further image whose row gives none. */
    int nextRank() {
        return images.stream().mapToInt(RankedImage::rank).max().orElse(-1) + 1;
    }

    /**
     * Adds the image of a row.
     *
     * @return whether it is new; a row may be repeated
     * @throws BadInputException if the row contradicts an earlier one
     */
    boolean add(Annotation said, RankedImage image) {
        if (!said.equals(annotation) && !images.isEmpty()) {
            throw contradiction(
                    image, images.getFirst(), "is %s there and %s here".formatted(words(annotation), words(said)));
        }
        for (int i = 0; i < images.size(); i++) {
            RankedImage other = images.get(i);
            boolean same = other.path().isPresent() || image.path().isPresent()
                    ? other.path().equals(image.path())
                    : other.name().equals(image.name());
            if (same && other.rank() == image.rank()) {
                if (!other.pixelSize().equals(image.pixelSize())) {
                    images.set(i, other.withoutPixelSize());
                }
                return false;
            }
            if (same || other.rank() == image.rank()) {
                throw contradiction(
                        image,
                        other,
                        same
                                ? "has the image '%s' with two ranks".formatted(image.name())
                                : "has two images of rank %d, '%s' and '%s'"
                                        .formatted(image.rank(), other.name(), image.name()));
            }
        }
        images.add(image);
        return true;
    }

    private BadInputException contradiction(RankedImage image, RankedImage other, String fault) {
        return new BadInputException(
                "The object '%s' stands in two rows that contradict each other (%s; %s): it %s; correct the tables and upload them again."
                        .formatted(
                                UploadPath.printable(annotation.objectId()),
                                other.place(),
                                image.place(),
                                UploadPath.printable(fault, 300)));
    }

    static String words(Annotation said) {
        return said.status().isBlank() && said.category().isBlank()
                ? "without a category"
                : "'%s' (%s)".formatted(said.category(), said.status().isBlank() ? "no status" : said.status());
    }

    /** The image to use, or empty if no image has the wanted rank. */
    Optional<RankedImage> chosen(ImageRank wanted) {
        Comparator<RankedImage> byRank = Comparator.comparingInt(RankedImage::rank);
        return switch (wanted) {
            case ImageRank.Lowest lowest -> images.stream().min(byRank);
            case ImageRank.Highest highest -> images.stream().max(byRank);
            case ImageRank.Exactly(int rank) ->
                images.stream().filter(image -> image.rank() == rank).findFirst();
        };
    }
}
