package dev.plankton.steps.train;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.checkpoint.PretrainedWeights;
import dev.plankton.network.training.Learner;
import dev.plankton.network.training.Trainer;
import dev.plankton.steps.images.Pretrained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The network before training: that of an earlier checkpoint, or one with pretrained or random weights (SPEC 3). */
final class FirstNetwork {
    private final Learner.Factory learners;
    private final TrainingRequest request;
    private final StepContext context;

    FirstNetwork(Learner.Factory learners, TrainingRequest request, StepContext context) {
        this.learners = learners;
        this.request = request;
        this.context = context;
    }

    /** The caller must close the trainer. */
    Trainer open() throws IOException, InterruptedException {
        Optional<ArtifactId> earlier = request.input().startFrom();
        return earlier.isPresent() ? earlier(earlier.get()) : drawn();
    }

    private Trainer earlier(ArtifactId startFrom) throws IOException, InterruptedException {
        Path checkpoint = context.artifacts().fetch(startFrom);
        Trainer trainer = Trainer.startFrom(learners, checkpoint, request.training());
        if (!request.describes(trainer.network())) {
            try (trainer) {
                throw new BadInputException("startFrom %s holds the network %s, not %s; give the same settings."
                        .formatted(
                                startFrom,
                                trainer.network(),
                                request.network(trainer.network().scaling())));
            }
        }
        context.log("The network begins with the weights of an earlier checkpoint.");
        return trainer;
    }

    private Trainer drawn() throws IOException, InterruptedException {
        Optional<PretrainedWeights> weights =
                Pretrained.read(request.input().backbone(), request.input().weights(), context);
        InputScaling scaling = weights.map(PretrainedWeights::scaling).orElse(InputScaling.SIGNED);
        Trainer trainer = Trainer.create(learners, request.network(scaling), request.training(), weights);
        context.log(weights.map(given -> "The network begins with the weights of %s.".formatted(given.source()))
                .orElse("The network begins with weights drawn at random."));
        return trainer;
    }
}
