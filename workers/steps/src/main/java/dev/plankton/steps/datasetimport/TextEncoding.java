package dev.plankton.steps.datasetimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/**
 * How the text of a table is encoded. A mark at its beginning says so. Without one it is UTF-8 if it is valid UTF-8 from
 * beginning to end, and Latin-1 otherwise, which is what EcoTaxa reads and, if asked, writes.
 *
 * @param guessed whether nothing in the file says so
 */
record TextEncoding(Charset charset, boolean guessed) {

    /** Opens the same bytes from the beginning. */
    interface Source {
        InputStream open() throws IOException;
    }

    static TextEncoding of(Source source) throws IOException {
        try (BOMInputStream marked = unmarked(source.open())) {
            ByteOrderMark mark = marked.getBOM();
            if (mark != null) {
                return new TextEncoding(Charset.forName(mark.getCharsetName()), false);
            }
        }
        try (PushbackInputStream in = new PushbackInputStream(source.open(), 2)) {
            byte[] start = in.readNBytes(2);
            if (start.length == 2 && (start[0] == 0) != (start[1] == 0)) {
                return new TextEncoding(start[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, true);
            }
            in.unread(start);
            return new TextEncoding(isUtf8(in) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1, true);
        }
    }

    private static BOMInputStream unmarked(InputStream in) throws IOException {
        return BOMInputStream.builder()
                .setInputStream(in)
                .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                .setInclude(false)
                .get();
    }

    private static boolean isUtf8(InputStream in) throws IOException {
        try {
            new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()).transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text without the mark. */
    Reader read(InputStream in) throws IOException {
        return new InputStreamReader(unmarked(in), charset);
    }

    /** What to tell the user if the file itself does not say it and is not UTF-8, as most are. */
    Optional<String> remark(String table) {
        return guessed && !charset.equals(StandardCharsets.UTF_8)
                ? Optional.of("The table %s was read as %s, because it is not UTF-8.".formatted(table, charset.name()))
                : Optional.empty();
    }
}
