package dev.plankton.runtime.formats;

import dev.plankton.runtime.store.ArtifactId;
import java.util.List;

/**
 * What one analysis has to say in the report, stored as a JSON artifact of kind "report-section". The report lays the
 * sections out; it knows nothing of what is in them.
 *
 * @param id a short name for links and file names ("relations")
 * @param title the heading
 * @param summary a few plain sentences: what was done, what came out
 * @param facts the figures that matter most, in order
 * @param figures pictures and films
 * @param tables small tables to show; the whole data goes into {@link Table#data}
 */
public record ReportSection(
        String id, String title, String summary, List<Fact> facts, List<Figure> figures, List<Table> tables) {

    /** One figure in words, for example ("Test accuracy", "0.74"). */
    public record Fact(String name, String value) {}

    /**
     * One picture, film or view of points in space.
     *
     * @param file its name in the report's folder ("confusion.png"), unique in the report
     * @param mediaType image/png, image/svg+xml, video/mp4 or {@link #POINTS}
     * @param caption how to read it
     * @param artifact the file
     * @param data the files behind it
     */
    public record Figure(String file, String mediaType, String caption, ArtifactId artifact, List<DataFile> data) {
        /**
         * Points that the reader can turn: a script {@code (window.planktonPoints = window.planktonPoints || {})[file] =
         * {sprite, cell, columns, classes, colors, labels, sources, explained, frames: [{round, learningRate, accuracy,
         * points}]};}. The picture of image i, {@code cell} pixels each way, is the i-th, row by row, on the sheet {@code
         * sprite}, which is among {@link #data} and has so many {@code columns}; {@code points} holds three numbers for
         * each image.
         */
        public static final String POINTS = "text/javascript";

        public Figure {
            data = List.copyOf(data);
        }
    }

    /** A file to download: its name in the report's folder and the artifact. */
    public record DataFile(String file, ArtifactId artifact) {}

    /**
     * A table.
     *
     * @param rows cells as text, each row as long as {@code columns}
     * @param data the files behind it
     */
    public record Table(String caption, List<String> columns, List<List<String>> rows, List<DataFile> data) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            data = List.copyOf(data);
        }
    }

    public ReportSection {
        facts = List.copyOf(facts);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }
}
