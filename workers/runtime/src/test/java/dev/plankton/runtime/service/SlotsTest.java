package dev.plankton.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.runtime.service.Slots.Slot;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private final Slots slots = new Slots(3);

    @Test
    void oneExclusiveStepAtATimeBesideOthers() throws Exception {
        Slot first = slots.acquire(true);
        CompletableFuture<Slot> second = acquire(true);
        try (Slot other = slots.acquire(false)) {
            assertThat(second).isNotDone();
        }

        first.close();
        first.close(); // twice does no harm
        second.get(10, TimeUnit.SECONDS);
        assertThat(acquire(true)).isNotDone();
    }

    @Test
    void noMoreStepsThanSlots() throws Exception {
        Slot one = slots.acquire(false);
        slots.acquire(false);
        slots.acquire(false);
        CompletableFuture<Slot> fourth = acquire(false);
        assertThat(slots.awaitAllFree(Duration.ofMillis(50))).isFalse();
        assertThat(fourth).isNotDone();

        one.close();
        fourth.get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<Slot> acquire(boolean exclusively) {
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
