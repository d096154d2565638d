package dev.plankton.steps.report;

import dev.plankton.contracts.columns.IntColumn;
import dev.plankton.contracts.formats.DatasetFile;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.drawing.ContactSheet;
import dev.plankton.drawing.GreyImage;
import dev.plankton.drawing.Png;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.Csv;
import dev.plankton.steps.kit.Figures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files about the dataset that the report step makes itself: example images of each class, and lists. */
final class DatasetFiles {
    private static final int EXAMPLES = 6;
    private static final int SIDE = 72;

    private final DatasetManifest dataset;
    private final ReportFolder folder;

    DatasetFiles(DatasetManifest dataset, ReportFolder folder) {
        this.dataset = dataset;
        this.folder = folder;
    }

    /** One strip of examples for each class. @return their file names in the order of the classes */
    List<String> examples(DatasetImages images, StepContext context) throws IOException, InterruptedException {
        List<IntColumn> byClass = new ArrayList<>();
        dataset.classes().forEach(name -> byClass.add(new IntColumn()));
        for (int image = 0; image < dataset.images().size(); image++) {
            byClass.get(dataset.images().get(image).classIndex()).add(image);
        }
        List<String> files = new ArrayList<>();
        for (int c = 0; c < byClass.size(); c++) {
            context.checkCancelled();
            String name = Figures.text("examples-%03d.png", c + 1);
            folder.addNew(name, strip(byClass.get(c), images, folder.draft(name)));
            files.add(name);
        }
        return files;
    }

    private Path strip(IntColumn ofClass, DatasetImages images, Path file) throws IOException, InterruptedException {
        List<ContactSheet.Cell> cells = new ArrayList<>();
        int shown = Math.min(EXAMPLES, ofClass.size());
        for (int i = 0; i < shown; i++) {
            DatasetManifest.Image image =
                    dataset.images().get(ofClass.get(Math.toIntExact((long) i * ofClass.size() / shown)));
            cells.add(new ContactSheet.Cell(new GreyImage(images.pixels(image.key()), images.side()), List.of()));
        }
        return Png.write(new ContactSheet("", cells).draw(EXAMPLES, SIDE), file);
    }

    /** All images, and those left out, as CSV. @return their file names */
    List<String> tables() throws IOException, InterruptedException {
        DatasetManifest.Unseen unseen = dataset.unseen();
        Iterable<List<String>> images = () -> Stream.concat(
                        dataset.images().stream()
                                .map(image -> row(
                                        image, dataset.classes(), image.split().name())),
                        unseen.images().stream().map(image -> row(image, unseen.classes(), DatasetFile.UNSEEN)))
                .iterator();
        Iterable<List<String>> leftOut = () -> dataset.leftOut().stream()
                .map(image -> List.of(image.source(), image.reason()))
                .iterator();
        return List.of(
                table("dataset-images.csv", List.of("image", "source", "class", "split", "width", "height"), images),
                table("dataset-left-out.csv", List.of("source", "reason"), leftOut));
    }

    private static List<String> row(DatasetManifest.Image image, List<String> classes, String split) {
        return List.of(
                image.key(),
                image.source(),
                classes.get(image.classIndex()),
                split,
                Integer.toString(image.width()),
                Integer.toString(image.height()));
    }

    private String table(String name, List<String> columns, Iterable<List<String>> rows)
            throws IOException, InterruptedException {
        folder.addNew(name, Csv.write(folder.draft(name), columns, rows));
        return name;
    }
}
