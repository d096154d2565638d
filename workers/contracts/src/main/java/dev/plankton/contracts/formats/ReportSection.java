package dev.plankton.contracts.formats;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;

/**
 * The part of the report that one analysis writes, stored as a JSON artifact of kind "report-section". The report
 * arranges the sections and does not depend on what they contain.
 *
 * @param id a short name for links and file names ("relations")
 * @param title the heading
 * @param summary a few plain sentences: what was done and what the result is
 * @param facts the most important figures, in order
 * @param figures pictures and films
 * @param tables small tables to show; the complete data go into {@link Table#data}
 */
public record ReportSection(
        String id, String title, String summary, List<Fact> facts, List<Figure> figures, List<Table> tables) {

    /** A figure with its name, for example ("Test accuracy", "0.74"). */
    public record Fact(String name, String value) {}

    /**
     * One picture, one film or one interactive view of points in space.
     *
     * @param file its name in the report's folder ("confusion.png"), unique in the report
     * @param mediaType image/png, image/svg+xml, video/mp4 or {@link #POINTS}
     * @param caption how to read it
     * @param artifact the file
     * @param data the files with its data, to download
     */
    public record Figure(String file, String mediaType, String caption, ArtifactId artifact, List<DataFile> data) {
        /**
         * Points in space that the reader can rotate. The file is a script {@code (window.planktonPoints =
         * window.planktonPoints || {})[file] = {trained, sheets: [{file, columns}], classes, colors, labels, sources,
         * explained, frames: [{round, learningRate, accuracy, points}]};}. {@code sheets} has one entry, or none if
         * there are no pictures: the sheet {@code file}, which is among {@link #data}. The picture of image i is the
         * i-th on the sheet, row by row with {@code columns} pictures in each row. {@code points} holds three numbers
         * for each image.
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
     * @param data the files with its data, to download
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
