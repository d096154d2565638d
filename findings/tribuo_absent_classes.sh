#!/usr/bin/env bash
# Averages over classes in Tribuo 4.3.2 (Maven: org.tribuo:tribuo-classification-core), when a class the model knows
# does not occur in the test set: usual for rare taxa.
#
# Guess before running: macro-averaged recall leaves such a class out, as scikit-learn does with a class that was
# neither seen nor predicted, or is NaN, since its recall is 0 / 0.
# Seen: the class counts as a recall of 0. Copepods all right and larvae half right give 0.75; with one absent class
# it becomes 0.50, with two 0.375. The same holds for the balanced error rate, precision and F1; a line in the log
# calls only the accuracy of such a class ill-defined. So two models are not comparable on one test set if one of them
# knows more classes, and each new rare taxon lowers the score by itself.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/pom.xml" <<'X'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.tribuo</groupId>
      <artifactId>tribuo-classification-core</artifactId>
      <version>4.3.2</version>
    </dependency>
  </dependencies>
</project>
X
(cd "$here/.." && ./mvnw -q -B -f "$folder/pom.xml" dependency:copy-dependencies -DoutputDirectory="$folder" >&2)
cat > "$folder/Absent.java" <<'J'
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

public class Absent {
    static Prediction<Label> prediction(String truth, String answer, List<String> known) {
        Map<String, Label> scores = new LinkedHashMap<>();
        known.forEach(name -> scores.put(name, new Label(name, name.equals(answer) ? 0.9 : 0.01)));
        var example = new ArrayExample<>(new Label(truth), new String[] {"area"}, new double[] {1});
        return new Prediction<>(scores.get(answer), scores, 1, example, true);
    }

    static LabelEvaluation evaluate(List<String> known) {
        var source = new SimpleDataSourceProvenance("organisms", new LabelFactory());
        var training = new MutableDataset<Label>(source, new LabelFactory());
        known.forEach(name -> training.add(new ArrayExample<>(new Label(name), new String[] {"area"}, new double[] {1})));
        var model = DummyClassifierTrainer.createConstantTrainer("copepod").train(training);
        var predictions = List.of(prediction("copepod", "copepod", known), prediction("copepod", "copepod", known),
                prediction("larva", "larva", known), prediction("larva", "copepod", known));
        return new LabelEvaluator().evaluate(model, predictions, source);
    }

    public static void main(String[] arguments) {
        boolean asFound = true;
        double[] expected = {0.75, 0.5, 0.375};
        for (int absent = 0; absent < 3; absent++) {
            var known = Stream.of("copepod", "larva", "medusa", "salp").limit(2 + absent).toList();
            var evaluation = evaluate(known);
            System.out.printf("knows %s: recall %.3f, precision %.3f, F1 %.3f, balanced error rate %.3f%n", known, evaluation.macroAveragedRecall(),
                    evaluation.macroAveragedPrecision(), evaluation.macroAveragedF1(), evaluation.balancedErrorRate());
            asFound &= Math.abs(evaluation.macroAveragedRecall() - expected[absent]) < 1e-9
                    && Math.abs(evaluation.balancedErrorRate() - (1 - expected[absent])) < 1e-9;
        }
        System.exit(asFound ? 0 : 1);
    }
}
J
if java -cp "$folder/*" "$folder/Absent.java"; then
    echo "As found: a class that is absent from the test set counts as wrong."
else
    echo "This has changed." >&2
    exit 1
fi
