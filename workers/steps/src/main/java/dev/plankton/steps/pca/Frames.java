package dev.plankton.steps.pca;

import dev.plankton.drawing.Align;
import dev.plankton.drawing.Axis;
import dev.plankton.drawing.Canvas;
import dev.plankton.drawing.Scale;
import dev.plankton.drawing.TextStyle;
import dev.plankton.steps.kit.Figures;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Draws the frames of the film, all with the same axes. */
final class Frames {
    static final int WIDTH = 1280;
    static final int HEIGHT = 960;
    private static final double LEGEND_LEFT = 925;
    private static final double FILM_SCALE = 1;

    private final Scene scene;
    private final Scale[] scales;
    private final String[] labels;
    private final Camera usual = Camera.usual(462, 478, 246);
    private final BufferedImage usualSurroundings;

    Frames(Scene scene) {
        this.scene = scene;
        this.scales = IntStream.range(0, 3)
                .mapToObj(axis -> Scale.of(Axis.Kind.CLOSE, coordinates(axis)))
                .toArray(Scale[]::new);
        this.labels = labels();
        this.usualSurroundings = surroundings(usual, FILM_SCALE);
    }

    /** A still of one checkpoint from the usual side. @param scale pixels per unit */
    BufferedImage still(Checkpoint checkpoint, double scale) {
        return draw(heading(checkpoint), checkpoint.points(), usual, scale);
    }

    /** A frame of one checkpoint. @param degrees how far the view has turned */
    BufferedImage at(Checkpoint checkpoint, double degrees) {
        return draw(heading(checkpoint), checkpoint.points(), usual.turned(degrees), FILM_SCALE);
    }

    /**
     * A frame on the way from one checkpoint to the next.
     *
     * @param share the share of the way that is done, 0 to 1
     * @param degrees how far the view has turned
     */
    BufferedImage between(Checkpoint from, Checkpoint to, double share, double degrees) {
        double eased = share * share * (3 - 2 * share);
        double[][] points = new double[from.points().length][3];
        for (int image = 0; image < points.length; image++) {
            for (int axis = 0; axis < 3; axis++) {
                points[image][axis] = (1 - eased) * from.points()[image][axis] + eased * to.points()[image][axis];
            }
        }
        String title = "Round %d → %d".formatted(from.round(), to.round());
        return draw(title, points, usual.turned(degrees), FILM_SCALE);
    }

    private String heading(Checkpoint checkpoint) {
        return scene.trained() ? title(checkpoint) : givenTitle(checkpoint);
    }

    private static String title(Checkpoint checkpoint) {
        return Figures.text(
                "Round %d  ·  validation accuracy %.3f  ·  %s",
                checkpoint.round(), checkpoint.accuracy(), rate(checkpoint));
    }

    private static String givenTitle(Checkpoint checkpoint) {
        return Figures.text("Uploaded vectors  ·  validation accuracy %.3f", checkpoint.accuracy());
    }

    private static String rate(Checkpoint checkpoint) {
        return checkpoint.round() == 0
                ? "before training"
                : Figures.text("learning rate %.3g", checkpoint.learningRate());
    }

    private BufferedImage draw(String title, double[][] points, Camera camera, double scale) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT, scale);
        boolean drawn = scale == FILM_SCALE && camera.equals(usual);
        canvas.picture(drawn ? usualSurroundings : surroundings(camera, scale), 0, 0, WIDTH, HEIGHT);
        canvas.text(title, 30, 48, TextStyle.TITLE.withSize(25), Align.START);
        Marks marks = new Marks(canvas);
        double[][] places = Arrays.stream(points).map(this::place).toArray(double[][]::new);
        for (double[] place : places) {
            marks.shadow(camera.see(place[0], place[1], -1));
        }
        Camera.Seen[] seen = Arrays.stream(places)
                .map(place -> camera.see(place[0], place[1], place[2]))
                .toArray(Camera.Seen[]::new);
        IntStream.range(0, seen.length)
                .boxed()
                .sorted(Comparator.comparingDouble(image -> seen[image].nearness()))
                .forEach(image -> marks.point(seen[image], scene.labels()[image]));
        return canvas.image();
    }

    /** The parts that are the same in all frames from one viewing direction: axes and legend. */
    private BufferedImage surroundings(Camera camera, double scale) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT, scale);
        new Box(camera, scales, labels).draw(canvas);
        Legend.draw(canvas, new Marks(canvas), scene.classes(), LEGEND_LEFT, WIDTH - 16 - LEGEND_LEFT);
        return canvas.image();
    }

    /** A point's place in the cube [-1, 1]³. */
    private double[] place(double[] point) {
        return IntStream.range(0, 3)
                .mapToDouble(axis -> 2 * scales[axis].position(point[axis]) - 1)
                .toArray();
    }

    private double[] coordinates(int axis) {
        return scene.checkpoints().stream()
                .flatMap(checkpoint -> Arrays.stream(checkpoint.points()))
                .mapToDouble(point -> point[axis])
                .toArray();
    }

    private String[] labels() {
        return IntStream.range(0, 3)
                .mapToObj(axis ->
                        Figures.text("component %d (%.1f %% of the variance)", axis + 1, 100 * scene.explained()[axis]))
                .toArray(String[]::new);
    }
}
