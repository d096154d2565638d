package dev.plankton.local;

import dev.plankton.alert.AlertConfig;
import dev.plankton.alert.FailureStep;
import dev.plankton.balance.BalanceStep;
import dev.plankton.classifier.ClassifierStep;
import dev.plankton.cleanup.CleanupStep;
import dev.plankton.cleanup.ConductorHistories;
import dev.plankton.datasetimport.DatasetImportStep;
import dev.plankton.dendrogram.DendrogramStep;
import dev.plankton.evaluate.EvaluateStep;
import dev.plankton.evaluate.VectorEvaluateStep;
import dev.plankton.export.ExportCollectStep;
import dev.plankton.export.ExportStep;
import dev.plankton.features.FeaturesStep;
import dev.plankton.finish.FinishStep;
import dev.plankton.model.ModelAliasStep;
import dev.plankton.model.ModelLookupStep;
import dev.plankton.pca.PcaStep;
import dev.plankton.predict.PredictStep;
import dev.plankton.preprocess.PreprocessStep;
import dev.plankton.projector.ProjectorStep;
import dev.plankton.relations.RelationsStep;
import dev.plankton.report.PredictionReportStep;
import dev.plankton.report.ReportStep;
import dev.plankton.runtime.step.Step;
import dev.plankton.settings.SettingsStep;
import dev.plankton.split.SplitStep;
import dev.plankton.sweep.SweepNoteStep;
import dev.plankton.sweep.SweepPlanStep;
import dev.plankton.sweep.SweepRankingStep;
import dev.plankton.train.TrainConfig;
import dev.plankton.train.TrainStep;
import dev.plankton.trainingsummary.TrainingSummaryStep;
import dev.plankton.vectorimport.VectorImportStep;
import dev.plankton.verify.VerifyStep;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Every step there is. */
public final class AllSteps {

    private AllSteps() {}

    /**
     * @param conductor its API, ending in {@code /api/}
     * @param environment what a worker may be told beside {@link dev.plankton.runtime.service.ServiceConfig}
     */
    public static List<Step<?, ?>> create(URI conductor, Map<String, String> environment) {
        return List.of(
                new SettingsStep(),
                new DatasetImportStep(),
                new PreprocessStep(),
                new SplitStep(),
                new BalanceStep(),
                new FeaturesStep(),
                new TrainStep(TrainConfig.fromEnvironment(environment)),
                new EvaluateStep(),
                new TrainingSummaryStep(),
                new VectorImportStep(),
                new VectorEvaluateStep(),
                new ExportStep(),
                new ExportCollectStep(),
                new ClassifierStep(),
                new PcaStep(),
                new RelationsStep(),
                new DendrogramStep(),
                new ProjectorStep(),
                new ReportStep(),
                new ModelLookupStep(),
                new ModelAliasStep(),
                new CleanupStep(new ConductorHistories(conductor)),
                new SweepPlanStep(),
                new SweepNoteStep(),
                new SweepRankingStep(),
                new VerifyStep(),
                new FailureStep(AlertConfig.fromEnvironment(environment)),
                new PredictStep(),
                new PredictionReportStep(),
                new FinishStep());
    }
}
