package dev.plankton.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConductorContactTest {
    @Test
    void onlyALongSilenceIsTrouble() {
        AtomicLong now = new AtomicLong(1_000);
        try (ConductorContact contact = new ConductorContact(() -> Instant.ofEpochSecond(now.get()))) {
            assertThat(contact.trouble())
                    .hasValueSatisfying(text -> assertThat(text).contains("not answered yet"));
            contact.succeeded();
            now.addAndGet(ConductorContact.PATIENCE.toSeconds());
            contact.failed(new IOException("refused"));
            assertThat(contact.trouble())
                    .as("a restart of Conductor takes as long")
                    .isEmpty();
            now.addAndGet(15);
            assertThat(contact.trouble()).hasValue("Conductor has not answered for 75 seconds; see that it runs.");
            contact.succeeded();
            assertThat(contact.trouble()).isEmpty();
        }
    }
}
