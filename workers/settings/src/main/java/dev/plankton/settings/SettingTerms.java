package dev.plankton.settings;

import dev.plankton.settings.Setting.Always;
import dev.plankton.settings.Setting.ByPreset;
import dev.plankton.settings.Setting.Default;
import dev.plankton.settings.Setting.RecommendedFollowing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words in which settings are written down. */
final class SettingTerms {
    private SettingTerms() {}

    static Setting setting(
            String key, Kind kind, Default otherwise, String description, PlanktonWorkflow... workflows) {
        return new Setting(key, kind, otherwise, description, Arrays.asList(workflows));
    }

    static Kind whole(long least, long most) {
        return new Kind.WholeNumber(least, most);
    }

    static Kind number(double least, boolean leastIncluded, double most) {
        return new Kind.Number(least, leastIncluded, most);
    }

    static Kind choice(String... words) {
        return new Kind.Choice(List.of(words));
    }

    static Default always(Object value) {
        return new Always(value);
    }

    static Default following(String key, Map<String, Object> recommended, Object original) {
        return new RecommendedFollowing(key, new TreeMap<>(recommended), original);
    }

    static Default byPreset(Object recommended, Object original) {
        return new ByPreset(recommended, original);
    }
}
