package dev.plankton.steps.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.tasks.SweepRankingTask.RankedRun;
import dev.plankton.contracts.tasks.SweepRankingTask.RankedSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingRankingTest {

    private static List<RankedRun> runs(String loss, double... figures) {
        List<RankedRun> runs = new ArrayList<>();
        for (int i = 0; i < figures.length; i++) {
            Map<String, Object> values = new LinkedHashMap<>(Map.of("loss", loss, "seed", i + 1L, "splitSeed", 1L));
            runs.add(run(loss + i, values, figures[i]));
        }
        return runs;
    }

    private static RankedRun run(String id, Map<String, Object> values, double figure) {
        return new RankedRun(1, Optional.of(new RunId(id)), values, "COMPLETED", "", figure, figure, figure);
    }

    @Test
    void combinationsAreRankedByTheirMeans() {
        List<RankedRun> all = new ArrayList<>(runs("a", 0.70, 0.60, 0.65));
        all.addAll(runs("b", 0.66, 0.67, 0.68));
        all.addAll(runs("c", 0.50, 0.52, 0.51));
        List<RankedSetting> settings = SettingRanking.of(all);
        assertThat(settings)
                .extracting(RankedSetting::values)
                .extracting(values -> values.get("loss"))
                .containsExactly("b", "a", "c");
        RankedSetting second = settings.get(1);
        assertThat(second.runs()).isEqualTo(3);
        assertThat(second.mean()).isCloseTo(0.65, within(1e-12));
        assertThat(second.standardError().orElseThrow()).isCloseTo(0.05 / Math.sqrt(3), within(1e-12));
        assertThat(settings).extracting(RankedSetting::likeTheBest).containsExactly(true, true, false);
        assertThat(SettingRanking.inWords(settings, "accuracy", all.get(3)))
                .isEqualTo("Best by the mean accuracy of 3 runs: {loss=b}, 0.670 with a standard error of 0.006."
                        + " These cannot be told from it: {loss=a}.");
    }

    @Test
    void aSingleRunOfEachHasNoError() {
        List<RankedSetting> settings =
                SettingRanking.of(List.of(run("x", Map.of("margin", 0.1), 0.6), run("y", Map.of("margin", 0.2), 0.7)));
        assertThat(settings).extracting(RankedSetting::mean).containsExactly(0.7, 0.6);
        assertThat(settings).allMatch(setting -> setting.standardError().isEmpty());
        assertThat(settings).extracting(RankedSetting::likeTheBest).containsExactly(true, false);
    }

    @Test
    void seedsInTheGridAreCombinationsLikeOthers() {
        assertThat(SettingRanking.of(List.of(run("x", Map.of("seed", 1L), 0.6), run("y", Map.of("seed", 2L), 0.7))))
                .hasSize(2);
    }
}
