package dev.plankton.steps;

import dev.plankton.contracts.tasks.BalanceTask;
import dev.plankton.contracts.tasks.ClassifierTask;
import dev.plankton.contracts.tasks.CleanupTask;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.contracts.tasks.DendrogramTask;
import dev.plankton.contracts.tasks.EvaluateTask;
import dev.plankton.contracts.tasks.FailureTask;
import dev.plankton.contracts.tasks.FeaturesTask;
import dev.plankton.contracts.tasks.FinishTask;
import dev.plankton.contracts.tasks.GroupsTask;
import dev.plankton.contracts.tasks.LabelCheckTask;
import dev.plankton.contracts.tasks.ModelAliasTask;
import dev.plankton.contracts.tasks.ModelLookupTask;
import dev.plankton.contracts.tasks.PcaTask;
import dev.plankton.contracts.tasks.PredictTask;
import dev.plankton.contracts.tasks.PredictionReportTask;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.contracts.tasks.ProjectorTask;
import dev.plankton.contracts.tasks.RelationsTask;
import dev.plankton.contracts.tasks.ReportTask;
import dev.plankton.contracts.tasks.SeparationTask;
import dev.plankton.contracts.tasks.SettingsTask;
import dev.plankton.contracts.tasks.SplitTask;
import dev.plankton.contracts.tasks.SweepNoteTask;
import dev.plankton.contracts.tasks.SweepPlanTask;
import dev.plankton.contracts.tasks.SweepRankingTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.contracts.tasks.TrainTask;
import dev.plankton.contracts.tasks.TrainingSummaryTask;
import dev.plankton.contracts.tasks.VectorEvaluateTask;
import dev.plankton.contracts.tasks.VectorImportTask;
import dev.plankton.contracts.tasks.VerifyTask;
import dev.plankton.engine.service.Environment;
import dev.plankton.engine.step.Step;
import dev.plankton.steps.alert.AlertConfig;
import dev.plankton.steps.alert.FailureStep;
import dev.plankton.steps.balance.BalanceStep;
import dev.plankton.steps.classifier.ClassifierStep;
import dev.plankton.steps.cleanup.CleanupStep;
import dev.plankton.steps.cleanup.ConductorHistories;
import dev.plankton.steps.datasetimport.DatasetImportStep;
import dev.plankton.steps.dendrogram.DendrogramStep;
import dev.plankton.steps.evaluate.EvaluateStep;
import dev.plankton.steps.evaluate.VectorEvaluateStep;
import dev.plankton.steps.features.FeaturesStep;
import dev.plankton.steps.finish.FinishStep;
import dev.plankton.steps.groups.GroupsStep;
import dev.plankton.steps.labelcheck.LabelCheckStep;
import dev.plankton.steps.model.ModelAliasStep;
import dev.plankton.steps.model.ModelLookupStep;
import dev.plankton.steps.pca.PcaStep;
import dev.plankton.steps.predict.PredictStep;
import dev.plankton.steps.preprocess.PreprocessStep;
import dev.plankton.steps.projector.ProjectorStep;
import dev.plankton.steps.relations.RelationsStep;
import dev.plankton.steps.report.PredictionReportStep;
import dev.plankton.steps.report.ReportStep;
import dev.plankton.steps.separation.SeparationStep;
import dev.plankton.steps.settings.SettingsStep;
import dev.plankton.steps.split.SplitStep;
import dev.plankton.steps.sweep.SweepNoteStep;
import dev.plankton.steps.sweep.SweepPlanStep;
import dev.plankton.steps.sweep.SweepRankingStep;
import dev.plankton.steps.train.TrainConfig;
import dev.plankton.steps.train.TrainStep;
import dev.plankton.steps.trainingsummary.TrainingSummaryStep;
import dev.plankton.steps.vectorimport.VectorImportStep;
import dev.plankton.steps.verify.VerifyStep;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The catalog of all steps. Add a new step here. */
public final class Steps {
    /** Stands for all steps. */
    public static final String ALL = "all";

    private static final List<Entry<?, ?>> CATALOG = List.of(
            entry(SettingsTask.TYPE, SettingsStep::new),
            entry(DatasetImportTask.TYPE, DatasetImportStep::new),
            entry(PreprocessTask.TYPE, PreprocessStep::new),
            entry(SplitTask.TYPE, SplitStep::new),
            entry(BalanceTask.TYPE, BalanceStep::new),
            entry(FeaturesTask.TYPE, tools -> new FeaturesStep(tools.engines(), tools.embedders())),
            entry(
                    TrainTask.TYPE,
                    tools -> new TrainStep(tools.engines(), TrainConfig.fromEnvironment(tools.environment()))),
            entry(EvaluateTask.TYPE, tools -> new EvaluateStep(tools.embedders())),
            entry(TrainingSummaryTask.TYPE, TrainingSummaryStep::new),
            entry(VectorImportTask.TYPE, VectorImportStep::new),
            entry(VectorEvaluateTask.TYPE, VectorEvaluateStep::new),
            entry(ClassifierTask.TYPE, tools -> new ClassifierStep(tools.engines())),
            entry(LabelCheckTask.TYPE, tools -> new LabelCheckStep(tools.engines())),
            entry(PcaTask.TYPE, PcaStep::new),
            entry(RelationsTask.TYPE, RelationsStep::new),
            entry(DendrogramTask.TYPE, DendrogramStep::new),
            entry(SeparationTask.TYPE, SeparationStep::new),
            entry(ProjectorTask.TYPE, tools -> new ProjectorStep(tools.engines())),
            entry(ReportTask.TYPE, ReportStep::new),
            entry(ModelLookupTask.TYPE, ModelLookupStep::new),
            entry(ModelAliasTask.TYPE, ModelAliasStep::new),
            entry(CleanupTask.TYPE, tools -> new CleanupStep(new ConductorHistories(tools.conductor()))),
            entry(SweepPlanTask.TYPE, SweepPlanStep::new),
            entry(SweepNoteTask.TYPE, SweepNoteStep::new),
            entry(SweepRankingTask.TYPE, SweepRankingStep::new),
            entry(VerifyTask.TYPE, VerifyStep::new),
            entry(FailureTask.TYPE, tools -> new FailureStep(AlertConfig.fromEnvironment(tools.environment()))),
            entry(PredictTask.TYPE, tools -> new PredictStep(tools.engines(), tools.embedders())),
            entry(GroupsTask.TYPE, tools -> new GroupsStep(tools.engines(), tools.embedders())),
            entry(PredictionReportTask.TYPE, PredictionReportStep::new),
            entry(FinishTask.TYPE, tools -> new FinishStep(Environment.gateway(tools.environment()))));

    private record Entry<I extends Record, O extends Record>(TaskType<I, O> type, Function<Tools, Step<I, O>> create) {

        String shortName() {
            return type.name().substring(TaskType.PREFIX.length());
        }
    }

    private Steps() {}

    private static <I extends Record, O extends Record> Entry<I, O> entry(
            TaskType<I, O> type, Supplier<Step<I, O>> create) {
        return new Entry<>(type, tools -> create.get());
    }

    private static <I extends Record, O extends Record> Entry<I, O> entry(
            TaskType<I, O> type, Function<Tools, Step<I, O>> create) {
        return new Entry<>(type, create);
    }

    /** The tasks that the steps work on. */
    public static List<TaskType<?, ?>> types() {
        return CATALOG.stream().<TaskType<?, ?>>map(Entry::type).toList();
    }

    /**
     * Creates the steps that a worker process runs.
     *
     * @param names {@value #ALL}, or names such as {@code train,evaluate}
     * @param conductor address of Conductor's API, ending in {@code /api/}
     * @param environment the worker's environment variables, for settings that are not in
     *     {@link dev.plankton.engine.service.ServiceConfig}
     * @throws IllegalArgumentException if a name is not the name of a step
     * @throws dev.plankton.network.engine.UnusableDeviceException if one of the steps computes networks and this
     *     machine cannot
     */
    public static List<Step<?, ?>> create(String names, URI conductor, Map<String, String> environment) {
        Tools tools = new Tools(conductor, environment);
        List<Step<?, ?>> steps = new ArrayList<>();
        for (Entry<?, ?> entry : chosen(names)) {
            steps.add(entry.create().apply(tools));
        }
        return steps;
    }

    private static List<Entry<?, ?>> chosen(String names) {
        if (names.strip().equals(ALL)) {
            return CATALOG;
        }
        List<Entry<?, ?>> chosen = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            chosen.add(CATALOG.stream()
                    .filter(entry -> entry.shortName().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no step '%s'; give %s, or some of %s."
                            .formatted(
                                    name.strip(),
                                    ALL,
                                    CATALOG.stream().map(Entry::shortName).collect(Collectors.joining(", "))))));
        }
        return chosen;
    }
}
