package dev.plankton.local.faults;

import java.time.Duration;

/** What may go wrong while a step is held. Each fault is over when {@link #strike} returns. */
enum Fault {
    KILLED("worker killed (kill -9)", (system, run, taskType) -> {
        system.killWorkers();
        system.holds().release(taskType);
        system.startWorker();
    }),
    TERMINATED("worker stopped (TERM)", (system, run, taskType) -> {
        system.terminateWorkers();
        system.holds().release(taskType);
        system.startWorker();
    }),
    CONDUCTOR_RESTARTED("Conductor killed and restarted", (system, run, taskType) -> {
        system.stack().conductor().kill();
        system.holds().release(taskType);
        Thread.sleep(Outage.RESTART);
        system.stack().conductor().restart();
    }),
    DATABASE_RESTARTED("PostgreSQL restarted", (system, run, taskType) -> {
        system.stack().postgres().stop();
        system.holds().release(taskType);
        Thread.sleep(Outage.RESTART);
        system.stack().postgres().restart();
    }),
    STORE_DOWN("store down for %d s".formatted(Outage.STORE.toSeconds()), (system, run, taskType) -> {
        system.stack().store().stop();
        system.holds().release(taskType);
        Thread.sleep(Outage.STORE);
        system.stack().store().restart();
    }),
    STORE_UNAVAILABLE("store answering 503 for 15 s", (system, run, taskType) -> {
        system.store().set(Passage.Mode.UNAVAILABLE);
        system.holds().release(taskType);
        Thread.sleep(Outage.NETWORK);
        system.store().set(Passage.Mode.OPEN);
    }),
    CONDUCTOR_CUT_OFF("network to Conductor cut for 15 s", (system, run, taskType) -> {
        system.conductor().set(Passage.Mode.CUT);
        system.holds().release(taskType);
        Thread.sleep(Outage.NETWORK);
        system.conductor().set(Passage.Mode.OPEN);
    }),
    TWO_WORKERS("two workers given the same task", (system, run, taskType) -> {
        system.holds().makeStubborn(taskType);
        system.startWorker();
        long held = system.holds().held(taskType);
        run.takeTaskAway(taskType);
        run.until("another attempt", () -> system.holds().held(taskType) > held);
        system.holds().release(taskType);
    }),
    DISK_FULL("disk full for 15 s", (system, run, taskType) -> {
        system.fillDisk(true);
        system.holds().release(taskType);
        Thread.sleep(Outage.NETWORK);
        system.fillDisk(false);
    });

    private static final class Outage {
        static final Duration RESTART = Duration.ofSeconds(2);
        static final Duration NETWORK = Duration.ofSeconds(15);
        /** Longer than a step itself tries again; a minute when the whole matrix is run. */
        static final Duration STORE = Duration.ofSeconds(FaultMatrixTest.all() ? 60 : 20);
    }

    /** Causes the fault. */
    @FunctionalInterface
    interface Strike {
        void at(FaultySystem system, FaultyRun run, String taskType) throws Exception;
    }

    private final String title;
    private final Strike strike;

    Fault(String title, Strike strike) {
        this.title = title;
        this.strike = strike;
    }

    String title() {
        return title;
    }

    /** Causes the fault while a step of the type is held, and lets the step continue. */
    void strike(FaultySystem system, FaultyRun run, String taskType) throws Exception {
        strike.at(system, run, taskType);
    }
}
