package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.engine.service.Slots.Slot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotsTest {
    @TempDir
    Path folder;

    private Slots slots = new Slots(3, new MachineLock(Path.of("unused")));

    @BeforeEach
    void onAMachineOfItsOwn() {
        slots = service();
    }

    private Slots service() {
        return new Slots(3, new MachineLock(folder.resolve("exclusive.lock")));
    }

    @Test
    void oneExclusiveStepOnTheMachine() throws Exception {
        Slots other = service();
        Slot first = slots.acquire(true);
        CompletableFuture<Slot> second = acquire(other, true);
        Thread.sleep(500);
        assertThat(second).isNotDone();
        try (Slot ordinary = other.acquire(false)) {
            first.close();
            second.get(10, TimeUnit.SECONDS);
        }
        assertThat(acquire(slots, true)).isNotDone();
    }

    @Test
    void oneExclusiveStepAtATimeBesideOthers() throws Exception {
        Slot first = slots.acquire(true);
        CompletableFuture<Slot> second = acquire(slots, true);
        try (Slot other = slots.acquire(false)) {
            assertThat(second).isNotDone();
        }

        first.close();
        first.close(); // twice does no harm
        second.get(10, TimeUnit.SECONDS);
        assertThat(acquire(slots, true)).isNotDone();
    }

    @Test
    void noMoreStepsThanSlots() throws Exception {
        Slot one = slots.acquire(false);
        slots.acquire(false);
        slots.acquire(false);
        CompletableFuture<Slot> fourth = acquire(slots, false);
        assertThat(slots.awaitAllFree(Duration.ofMillis(50))).isFalse();
        assertThat(fourth).isNotDone();

        one.close();
        fourth.get(10, TimeUnit.SECONDS);
    }

    private static CompletableFuture<Slot> acquire(Slots slots, boolean exclusively) {
        CompletableFuture<Slot> slot = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                slot.complete(slots.acquire(exclusively));
            } catch (InterruptedException e) {
                slot.completeExceptionally(e);
            }
        });
        return slot;
    }
}
