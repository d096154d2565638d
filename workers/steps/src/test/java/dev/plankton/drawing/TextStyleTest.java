package dev.plankton.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextStyleTest {

    @Test
    void longNamesKeepBothEnds() {
        TextStyle style = TextStyle.LABEL;
        String name = "siphonophore_calycophoran_rocketship_young";

        String shortened = style.shorten(name, 150);

        assertThat(shortened).startsWith("siphono").endsWith("young").contains("…");
        assertThat(style.width(shortened)).isBetween(130.0, 150.0);
        assertThat(style.shorten(name, 400)).isEqualTo(name);
        assertThat(style.shorten(name, 0)).isEqualTo("…");
    }

    @Test
    void namesBreakAfterTheirParts() {
        TextStyle style = TextStyle.SMALL;
        String name = "siphonophore_calycophoran_rocketship_young";

        assertThat(style.lines(name, 160, 2)).containsExactly("siphonophore_calycophoran_", "rocketship_young");
        assertThat(style.lines(name, 90, 2)).first().isEqualTo("siphonophore_");
        assertThat(style.lines(name, 90, 2)).hasSize(2).allMatch(line -> style.width(line) <= 90);
        assertThat(style.lines("egg", 90, 2)).containsExactly("egg");
        assertThat(style.lines("unbreakableunbreakableunbreakable", 90, 3)).hasSize(1);
    }

    @Test
    void textHasTheExtentOfItsLetters() {
        assertThat(TextStyle.LABEL.width("")).isZero();
        assertThat(TextStyle.LABEL.width("mm")).isGreaterThan(2 * TextStyle.LABEL.width("i"));
        assertThat(Typeface.REGULAR.outline("H", 100).getBounds2D().getHeight()).isBetween(70.0, 73.0);
        assertThat(Typeface.REGULAR.outline("→", 100).getBounds2D().getWidth()).isBetween(60.0, 80.0);
    }
}
