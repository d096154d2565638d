package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
    private static Question answered(String answer, boolean terminal) {
        Screen screen = new Screen(new PrintWriter(new StringWriter()), terminal);
        return new Question(screen, new BufferedReader(new StringReader(answer)), terminal);
    }

    @ParameterizedTest
    @CsvSource({"y,true", "YES,true", " mine ,true", "n,false", "'',false", "yours,false", "mine2,false"})
    void takesOnlyAYesOrTheName(String answer, boolean agreed) throws Exception {
        assertThat(answered(answer, true).agreed("Delete it?", "mine")).isEqualTo(agreed);
    }

    @Test
    void refusesWhereNobodyCanAnswer() {
        assertThatThrownBy(() -> answered("y", false).agreed("Delete it?", "mine"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--yes deletes without a question");
    }
}
