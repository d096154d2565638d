package dev.plankton.runtime.formats;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table as CSV (RFC 4180, but lines end in a bare line feed): UTF-8, cells quoted where they need it. */
public final class CsvFile implements Closeable {
    private final BufferedWriter out;

    /** Creates the file and writes its first line, the names of the columns. */
    public CsvFile(Path file, List<String> columns) throws IOException {
        this.out = Files.newBufferedWriter(file);
        row(columns);
    }

    /** Adds a line of as many cells as there are columns. */
    public void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(CsvFile::quoted).collect(Collectors.joining(",")));
        out.write('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
