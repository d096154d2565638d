package dev.plankton.steps.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
    @TempDir
    private Path folder;

    @Test
    void aSpreadsheetFindsNoFormulaAndNumbersStayNumbers() throws Exception {
        Path file = Csv.write(
                folder.resolve("table.csv"),
                List.of("class", "x"),
                List.of(
                        List.of("=HYPERLINK(1)", "-0.5"),
                        List.of("+calanus", "+1e-7"),
                        List.of("-calanus, eggs", "-12"),
                        List.of("@home", "-Infinity"),
                        List.of("\tegg", "-1.5E3"),
                        List.of("a=b", ""),
                        List.of("'quoted", "-1+2")));
        assertThat(file).hasContent("""
                class,x
                '=HYPERLINK(1),-0.5
                '+calanus,+1e-7
                "'-calanus, eggs",-12
                '@home,-Infinity
                '\tegg,-1.5E3
                a=b,
                'quoted,'-1+2
                """);
    }
}
