package dev.plankton.local.faults;

/** When a host is cut off, and when its step goes on. */
enum CutOff {
    /** Some of the step's output is published. The step goes on while it is cut off. */
    WORKS_ON(false, true),
    /** Some of the step's output is published. The step goes on when others have long done it. */
    WAKES_LATE(false, false),
    /** Everything is done but to report it. The step goes on while it is cut off, so its report comes late. */
    REPORTS_LATE(true, true);

    private final boolean done;
    private final boolean worksOn;

    CutOff(boolean done, boolean worksOn) {
        this.done = done;
        this.worksOn = worksOn;
    }

    /** Where steps of the type are held until the host is cut off. */
    String moment(String taskType) {
        return done ? Holds.done(taskType) : taskType;
    }

    /** Whether the step goes on while its host is cut off, not only when it is healed. */
    boolean worksOn() {
        return worksOn;
    }
}
