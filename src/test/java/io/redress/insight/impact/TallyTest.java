package io.redress.insight.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.dispute.Dispute;
import io.redress.insight.impact.TriedRules.Edit;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final int DISPUTES = 600;
  private static final int PARTS = 3;

  @Test
  void partsAddUpToTheWhole() throws IOException {
    Evaluator evaluator =
        new Evaluator(
            Comparison.of(
                TriedRules.with(),
                TriedRules.with(
                    new Edit("not-received.xlsx", "Make good", "K23", 0.8),
                    new Edit("promises.xlsx", "Goodwill", "F9", 0.2))),
            BigDecimal.ONE,
            List.of());
    List<Dispute> disputes = TriedRules.disputes(20260401, DISPUTES).toList();
    Tally whole = new Tally();
    List<Tally> parts = Stream.generate(Tally::new).limit(PARTS).toList();
    for (int i = 0; i < DISPUTES; i++) {
      Evaluated evaluated = evaluator.evaluate(TriedRules.historical(disputes.get(i)));
      whole.add(evaluated);
      parts.get(i % PARTS).add(evaluated);
    }
    Tally sum = new Tally();
    IntStream.range(0, PARTS).mapToObj(parts::get).forEach(sum::add);

    assertThat(whole.changed()).isGreaterThan(Tally.LARGEST);
    assertThat(sum.json()).isEqualTo(whole.json());
    assertThat(Tally.read(sum.json()).json()).isEqualTo(sum.json());
    assertThat(sum.sources.keySet()).isEqualTo(whole.sources.keySet());
  }
}
