package dev.plankton.steps.pca;

import dev.plankton.contracts.json.Json;
import dev.plankton.drawing.GreyImage;
import dev.plankton.drawing.Palette;
import dev.plankton.drawing.Sprite;
import dev.plankton.steps.images.DatasetImages;
import java.awt.Color;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The file that the report's interactive view of the points loads. It is a script that assigns a value, not JSON,
 * because a page that is opened from disk may not read other files but may run their scripts.
 *
 * @param trained whether the frames come from a training; if not, there is one frame, of uploaded vectors
 * @param sheets the sheet of small pictures, one for each image; none if there are no pictures
 * @param colors the colours of the classes, as in CSS
 * @param labels class of each image
 * @param sources path of each image, relative to the dataset
 * @param explained share of the variance along each axis
 * @param frames one for each checkpoint, in order of rounds
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers
record PointsFile(
        boolean trained,
        List<Sheet> sheets,
        List<String> classes,
        List<String> colors,
        int[] labels,
        List<String> sources,
        double[] explained,
        List<Frame> frames) {
    static final String NAME = "pca-points.js";
    static final String SPRITE = "pca-sprite.png";

    private static final MathContext DIGITS = new MathContext(5);

    /** Small pictures in one square file. @param columns pictures side by side */
    record Sheet(String file, int columns) {
        static Sheet of(Sprite sprite) {
            return new Sheet(SPRITE, sprite.columns());
        }
    }

    /** A checkpoint. @param points coordinates of all images to five digits, three numbers for each */
    record Frame(int round, double learningRate, double accuracy, double[] points) {}

    static PointsFile of(Scene scene, Optional<Sprite> sprite, List<String> sources) {
        List<String> colors = IntStream.range(0, scene.classes().size())
                .mapToObj(label -> css(Palette.color(label)))
                .toList();
        List<Frame> frames = scene.checkpoints().stream()
                .map(each -> new Frame(each.round(), each.learningRate(), each.accuracy(), rounded(each.points())))
                .toList();
        return new PointsFile(
                scene.trained(),
                sprite.map(Sheet::of).stream().toList(),
                scene.classes(),
                colors,
                scene.labels(),
                sources,
                scene.explained(),
                frames);
    }

    /** Small pictures of the images, in their order, if the dataset holds pictures. */
    static Optional<Sprite> pictures(List<String> keys, DatasetImages images) throws IOException, InterruptedException {
        if (!images.any()) {
            return Optional.empty();
        }
        Sprite sprite = Sprite.blank(keys.size());
        for (int index = 0; index < keys.size(); index++) {
            sprite.put(index, new GreyImage(images.pixels(keys.get(index)), images.side()));
        }
        return Optional.of(sprite);
    }

    Path write(Path file) throws IOException {
        String script = "(window.planktonPoints = window.planktonPoints || {})[\"%s\"] = %s;\n";
        return Files.writeString(file, script.formatted(NAME, Json.text(this)));
    }

    private static String css(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }

    private static double[] rounded(double[][] points) {
        return Arrays.stream(points)
                .flatMapToDouble(Arrays::stream)
                .map(value -> Double.isFinite(value)
                        ? new BigDecimal(value).round(DIGITS).doubleValue()
                        : value)
                .toArray();
    }
}
