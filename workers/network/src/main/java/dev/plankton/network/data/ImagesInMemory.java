package dev.plankton.network.data;

import java.util.List;

/** Images that fit into memory. */
record ImagesInMemory(int side, List<byte[]> images) implements TrainingExamples.Images {
    ImagesInMemory {
        images = List.copyOf(images);
        for (byte[] image : images) {
            if (image.length != side * side) {
                throw new IllegalArgumentException(
                        "an image of %d pixels among images of side %d".formatted(image.length, side));
            }
        }
    }

    @Override
    public int count() {
        return images.size();
    }

    @Override
    public byte[] pixels(int image) {
        return images.get(image);
    }
}
