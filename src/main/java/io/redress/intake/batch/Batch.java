package io.redress.intake.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.FactProblem;
import io.redress.platform.thread.OrderedWork;
import io.redress.rules.engine.NonTerminatingRulesException;
import io.redress.rules.ruleset.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides all disputes of an input by one rule set, on one day.
 *
 * @param now determines the day of facts without {@code asOf}
 * @param letters whether decisions have letters
 * @param threads how many disputes are decided at once
 */
record Batch(RuleSet rules, Instant now, DecisionFormat format, boolean letters, int threads) {
  /** Longer inputs are cut off in the list of rejected ones. */
  private static final int MAX_SHOWN = 10_000;

  /** Where results go, in the order of the input. */
  interface Output {
    /** Writes some results. */
    void write(List<BatchResult> results) throws IOException;
  }

  /**
   * Decides what is left of the input.
   *
   * @throws UnreadableInputException when the rest of the input cannot be read; what comes before
   *     is written
   */
  void run(DisputeInput input, Output output) throws IOException {
    OrderedWork.run(input::next, threads, this::decide, output::write);
  }

  private BatchResult decide(DisputeRecord record) {
    try {
      return record
          .read(rules.customFacts(), country -> rules.today(country, now))
          .fold(
              dispute ->
                  new BatchResult(true, format.encode(record.line(), decide(record, dispute))),
              problems -> rejected(record, problems));
    } catch (NonTerminatingRulesException endless) {
      return rejected(record, "The rules do not end on these facts. Correct the rules.", null);
    } catch (RuntimeException failed) {
      return rejected(
          record, "The rules fail on these facts: " + failed + ". Correct the rules.", null);
    }
  }

  private Decision decide(DisputeRecord record, Dispute dispute) {
    Dispute complete =
        rules.complete(dispute, now, () -> UUID.nameUUIDFromBytes(record.json()).toString());
    return letters ? rules.decide(complete) : rules.decideWithoutLetter(complete);
  }

  private static BatchResult rejected(DisputeRecord record, List<FactProblem> problems) {
    String detail =
        problems.size() == 1
            ? problems.get(0).message().toString()
            : problems.size() + " problems, listed in errors.";
    return rejected(record, detail, problems);
  }

  private static BatchResult rejected(
      DisputeRecord record, String detail, @Nullable List<FactProblem> problems) {
    ObjectNode rejected = JsonNodeFactory.instance.objectNode();
    rejected.put("line", record.line()).put("detail", detail);
    if (problems != null) {
      var errors = rejected.putArray("errors");
      problems.forEach(
          problem ->
              errors
                  .addObject()
                  .put("pointer", problem.pointer())
                  .put("message", problem.message().toString()));
    }
    String sent = new String(record.json(), StandardCharsets.UTF_8).strip();
    rejected.put("input", sent.length() > MAX_SHOWN ? sent.substring(0, MAX_SHOWN) + "..." : sent);
    return new BatchResult(false, (rejected + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
