package dev.plankton.contracts.inputs;

import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.inputs.Setting.Always;
import dev.plankton.contracts.inputs.Setting.ByPreset;
import dev.plankton.contracts.inputs.Setting.Default;
import dev.plankton.contracts.inputs.Setting.RecommendedFollowing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Short methods for writing settings. */
final class SettingTerms {
    private SettingTerms() {}

    static Setting setting(
            String key, ValueType type, Default defaultValue, String description, PlanktonWorkflow... workflows) {
        return new Setting(key, type, defaultValue, description, Arrays.asList(workflows));
    }

    static ValueType whole(long least, long most) {
        return new ValueType.WholeNumber(least, most);
    }

    static ValueType number(double least, boolean leastIncluded, double most) {
        return new ValueType.Number(least, leastIncluded, most);
    }

    static ValueType choice(String... words) {
        return new ValueType.Choice(List.of(words));
    }

    /** All constants of an enum, as users spell them. */
    static <E extends Enum<E>> ValueType choice(Class<E> type) {
        return new ValueType.Choice(
                Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList());
    }

    static ValueType artifact() {
        return new ValueType.Text(ArtifactId.FORM, ArtifactId.FORM_IN_WORDS);
    }

    /** @param what what the artifact is; completes "none, or the 64 hexadecimal digits ...": "of a checkpoint" */
    static ValueType artifactOrNone(String what) {
        return new ValueType.Text(
                "none|" + ArtifactId.FORM, "none, or the %s %s".formatted(ArtifactId.FORM_IN_WORDS, what));
    }

    static ValueType uploadName() {
        return new ValueType.Text(UploadName.FORM, UploadName.FORM_IN_WORDS);
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
