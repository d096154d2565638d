package dev.plankton.steps.kit;

import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.drawing.Png;
import dev.plankton.engine.step.StepContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of a report's section and publishes them. */
public final class SectionFiles {
    private static final String PNG = "image/png";
    private static final String PICTURE = "picture";
    private static final String TABLE = "table";

    private final StepContext context;

    public SectionFiles(StepContext context) {
        this.context = context;
    }

    /** A picture to show. */
    public Figure picture(String file, String caption, BufferedImage picture, DataFile... data)
            throws IOException, InterruptedException {
        context.checkCancelled();
        return new Figure(file, PNG, caption, png(file, picture).artifact(), List.of(data));
    }

    /** A picture to show that is given as text (SVG). */
    public Figure svg(String file, String caption, String picture, DataFile... data)
            throws IOException, InterruptedException {
        context.checkCancelled();
        DataFile written = publish(file, PICTURE, Files.writeString(draft(file), picture));
        return new Figure(file, "image/svg+xml", caption, written.artifact(), List.of(data));
    }

    /** A picture to download. */
    public DataFile png(String file, BufferedImage picture) throws IOException, InterruptedException {
        return publish(file, PICTURE, Png.write(picture, draft(file)));
    }

    /** A table to download. Each row has as many cells as there are columns. */
    public DataFile csv(String file, List<String> columns, Iterable<List<String>> rows)
            throws IOException, InterruptedException {
        return publish(file, TABLE, Csv.write(draft(file), columns, rows));
    }

    /** Where to write a file before it is published. */
    public Path draft(String file) {
        return context.scratch().resolve(file);
    }

    /** Any other file that was already written. */
    public DataFile publish(String file, String kind, Path path) throws IOException, InterruptedException {
        return new DataFile(file, context.publish(kind, path));
    }
}
