package dev.plankton.local.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plankton.app.Upload;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.demodata.DemoData;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.local.TestSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conductor's real UI behind the gateway, in a real browser. It is skipped unless {@code PLANKTON_CONDUCTOR_UI} names a
 * folder with the UI. The browser needs internet for the UI's text editor. Pictures of the pages are left in
 * {@code target/browser}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UiInBrowserTest {
    private Optional<TestSystem> system = Optional.empty();
    private Optional<Browser> browser = Optional.empty();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        assumeTrue(TestSystem.realUi().isPresent(), "PLANKTON_CONDUCTOR_UI names no folder with Conductor's UI");
        Browser.require();
        TestSystem started = new TestSystem(folder.resolve("system"));
        system = Optional.of(started);
        Path images = Files.createDirectory(folder.resolve("images"));
        DemoData.generate(images, 7, 400);
        try (S3ObjectStore objects = started.objects()) {
            for (String name : List.of("demo", "bay")) {
                new Upload(objects).send(images, new UploadName(name));
            }
        }
        Browser opened = new Browser(folder.resolve("profile"));
        browser = Optional.of(opened);
        opened.open(URI.create(started.state().address().replace(" ", "%20")));
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (browser.isPresent()) {
            browser.get().close();
        }
        if (system.isPresent()) {
            system.get().close();
        }
    }

    private Walk walk() {
        return new Walk(system.orElseThrow(), browser.orElseThrow());
    }

    @Test
    @Order(1)
    void typedValuesWithBlanksAndQuotesAreTaken() throws Exception {
        new StartedRuns(walk()).typed();
    }

    @Test
    @Order(2)
    void aWrongValueIsNamedAndMendedInTheSameForm() throws Exception {
        new StartedRuns(walk()).mended();
    }

    @Test
    @Order(3)
    void theUntouchedFormRunsTheDemo() throws Exception {
        new StartedRuns(walk()).untouched();
    }

    @Test
    @Order(4)
    void aTerminatedTrainingStopsAndGoesOnLater() throws Exception {
        new StoppedRuns(walk()).terminated();
    }

    @Test
    @Order(5)
    void bothRetriesGoOnAfterAStoppedStore() throws Exception {
        new StoppedRuns(walk()).retried();
    }
}
