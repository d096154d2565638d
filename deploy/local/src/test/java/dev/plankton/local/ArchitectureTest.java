package dev.plankton.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.plankton.network.ComputeDevice;
import dev.plankton.runtime.service.WorkerService;
import dev.plankton.runtime.step.Step;

/** The borders between modules. */
@AnalyzeClasses(packages = "dev.plankton", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] SHARED = {
        "dev.plankton.db..", "dev.plankton.runtime..", "dev.plankton.network..", "dev.plankton.drawing.."
    };
    private static final String[] DEPLOYMENT = {
        "dev.plankton.workflows..", "dev.plankton.embedded..", "dev.plankton.demodata..", "dev.plankton.local.."
    };

    /** Each worker is a package directly under dev.plankton; what all share and what deploys them is none. */
    @ArchTest
    static final ArchRule WORKERS_DO_NOT_DEPEND_ON_ONE_ANOTHER = slices().matching("dev.plankton.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage(DEPLOYMENT), resideInAPackage("dev.plankton.."))
            .ignoreDependency(resideInAPackage("dev.plankton.."), resideInAnyPackage(SHARED));

    @ArchTest
    static final ArchRule WHAT_IS_SHARED_KNOWS_NO_WORKER = noClasses()
            .that()
            .resideInAnyPackage(SHARED)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.plankton..").and(not(resideInAnyPackage(SHARED))));

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_DEPLOYMENT = noClasses()
            .that()
            .resideOutsideOfPackages(DEPLOYMENT)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DEPLOYMENT));

    @ArchTest
    static final ArchRule THE_DATABASE_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("dev.plankton.db..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.plankton..").and(not(resideInAPackage("dev.plankton.db.."))));

    @ArchTest
    static final ArchRule ONLY_THE_NETWORK_TOUCHES_DL4J = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plankton.network..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco.openblas.."));

    /** Else a card that the build cannot use would show itself in native code, in the middle of a task. */
    @ArchTest
    static final ArchRule WHO_SERVES_THE_NETWORK_CHECKS_THE_DEVICE_FIRST =
            classes().that(startWorkersThatUseTheNetwork()).should().callMethod(ComputeDevice.class, "requireUsable");

    private static DescribedPredicate<JavaClass> startWorkersThatUseTheNetwork() {
        return DescribedPredicate.describe("start workers that use the network", type -> {
            boolean starts = type.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(WorkerService.class)
                            && !call.getOriginOwner().isEquivalentTo(WorkerService.class));
            return starts
                    && type.getTransitiveDependenciesFromSelf().stream()
                            .anyMatch(dependency ->
                                    dependency.getTargetClass().getPackageName().startsWith("org.nd4j"));
        });
    }

    @ArchTest
    static final ArchRule DRAWING_TAKES_PLAIN_VALUES = noClasses()
            .that()
            .resideInAPackage("dev.plankton.drawing..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.plankton..").and(not(resideInAPackage("dev.plankton.drawing.."))));

    @ArchTest
    static final ArchRule STEPS_ARE_NAMED_SO =
            classes().that().implement(Step.class).should().haveSimpleNameEndingWith("Step");

    @ArchTest
    static final ArchRule NO_STATIC_MUTABLE_STATE =
            fields().that().areStatic().should().beFinal();
}
