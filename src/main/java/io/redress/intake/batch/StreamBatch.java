package io.redress.intake.batch;

import io.redress.domain.dispute.FlatFacts;
import io.redress.rules.ruleset.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Decides a stream of disputes into another stream, as they come, as NDJSON. */
public final class StreamBatch {
  private final RuleSet rules;
  private final BatchOptions options;

  public StreamBatch(RuleSet rules, BatchOptions options) {
    this.rules = rules;
    this.options = options;
  }

  /**
   * Decides the disputes.
   *
   * @param rejected receives those that were not decided, with the reasons, a JSON object a line
   * @throws UnreadableInputException when the input cannot be read, or from some line on; what
   *     comes before that is written
   */
  public BatchTotals run(InputStream in, OutputStream decisions, OutputStream rejected)
      throws IOException {
    Written written = new Written(decisions, rejected);
    try (DisputeInput input =
        BatchFormat.of(options.input())
            .input(in, new FlatFacts(rules.customFacts()), options.decimalComma())) {
      new Batch(rules, options.now(), DecisionFormat.NDJSON, options.letters(), options.threads())
          .run(input, written::add);
    }
    return written.totals;
  }

  private static final class Written {
    private final OutputStream decisions;
    private final OutputStream rejected;
    private BatchTotals totals = new BatchTotals(0, 0);

    Written(OutputStream decisions, OutputStream rejected) {
      this.decisions = decisions;
      this.rejected = rejected;
    }

    void add(List<BatchResult> results) throws IOException {
      for (BatchResult result : results) {
        (result.decided() ? decisions : rejected).write(result.json());
        totals = totals.plus(result.decided());
      }
      decisions.flush();
      rejected.flush();
    }
  }
}
