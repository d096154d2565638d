package dev.plankton.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.plankton.engine.step.Step;

/** Rules on dependencies between packages, in addition to those between modules. */
@AnalyzeClasses(packages = "dev.plankton", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** What several steps share. */
    private static final String[] STEP_KITS = {
        "dev.plankton.steps.images..", "dev.plankton.steps.kit..", "dev.plankton.steps.newimages.."
    };

    private static final String[] DEPLOYMENT = {
        "dev.plankton.app..",
        "dev.plankton.gateway..",
        "dev.plankton.workflows..",
        "dev.plankton.embedded..",
        "dev.plankton.demodata..",
        "dev.plankton.local.."
    };

    /** Each step is a package under dev.plankton.steps; the catalog knows all of them. */
    @ArchTest
    static final ArchRule STEPS_DO_NOT_DEPEND_ON_ONE_ANOTHER = slices().matching("dev.plankton.steps.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("dev.plankton.steps.."), resideInAnyPackage(STEP_KITS));

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.plankton.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_DEPLOYMENT = noClasses()
            .that()
            .resideOutsideOfPackages(DEPLOYMENT)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DEPLOYMENT));

    @ArchTest
    static final ArchRule CONTRACTS_KNOW_NOTHING_OF_OURS = knowsOnly("dev.plankton.contracts..");

    @ArchTest
    static final ArchRule NUMERICS_KNOW_NOTHING_OF_OURS = knowsOnly("dev.plankton.numerics..");

    @ArchTest
    static final ArchRule THE_DATABASE_KNOWS_CONTRACTS = knowsOnly("dev.plankton.db..", "dev.plankton.contracts..");

    @ArchTest
    static final ArchRule DRAWING_KNOWS_NUMERICS = knowsOnly("dev.plankton.drawing..", "dev.plankton.numerics..");

    @ArchTest
    static final ArchRule THE_NETWORK_KNOWS_CONTRACTS_AND_NUMERICS =
            knowsOnly("dev.plankton.network..", "dev.plankton.contracts..", "dev.plankton.numerics..");

    private static ArchRule knowsOnly(String packages, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.plankton..")
                        .and(not(resideInAPackage(packages)))
                        .and(not(resideInAnyPackage(others))));
    }

    @ArchTest
    static final ArchRule NUMERICS_DO_NO_INPUT_AND_OUTPUT = noClasses()
            .that()
            .resideInAPackage("dev.plankton.numerics..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio..", "java.net.."));

    @ArchTest
    static final ArchRule ONLY_ITS_ENGINE_TOUCHES_DL4J = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plankton.network.dl4j..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "dev.plankton.network.dl4j.."));

    @ArchTest
    static final ArchRule ONLY_ITS_ENGINE_TOUCHES_LIBTORCH = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plankton.network.pytorch..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.bytedeco.pytorch..", "org.bytedeco.openblas..", "dev.plankton.network.pytorch.."));

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_AND_THE_COMMAND_LINE_TOUCH_CONDUCTOR = noClasses()
            .that()
            .resideOutsideOfPackages("dev.plankton.engine.service..", "dev.plankton.app..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.netflix.conductor.."));

    @ArchTest
    static final ArchRule ONLY_THE_ENGINE_AND_THE_SETUP_TOUCH_MINIO = noClasses()
            .that()
            .resideOutsideOfPackages("dev.plankton.engine.store..", "dev.plankton.app..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.minio.."));

    @ArchTest
    static final ArchRule ONLY_METRICS_AND_THE_GATEWAY_TOUCH_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackages("dev.plankton.engine.metrics..", "dev.plankton.gateway..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.micrometer..", "io.prometheus.."))
            .as("only engine.metrics and the gateway see Micrometer: steps have StepContext.measures()");

    /** Its registry for everything is static mutable state. */
    @ArchTest
    static final ArchRule NO_GLOBAL_REGISTRY =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("io.micrometer.core.instrument.Metrics");

    @ArchTest
    static final ArchRule STEPS_ARE_NAMED_SO =
            classes().that().implement(Step.class).should().haveSimpleNameEndingWith("Step");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE =
            fields().that().areStatic().should().beFinal();
}
