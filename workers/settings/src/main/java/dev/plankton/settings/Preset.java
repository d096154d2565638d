package dev.plankton.settings;

/** Sets of defaults. */
public enum Preset {
    /** What learns best in minutes on two cores. */
    RECOMMENDED("recommended"),
    /** The numbers of the original experiment. */
    ORIGINAL("original");

    private final String spelling;

    Preset(String spelling) {
        this.spelling = spelling;
    }

    /** How it is written in a workflow's input. */
    public String spelling() {
        return spelling;
    }

    static Preset of(String spelling) {
        for (Preset preset : values()) {
            if (preset.spelling.equals(spelling)) {
                return preset;
            }
        }
        throw new IllegalArgumentException("not a preset: " + spelling);
    }
}
