package io.redress.http.decide;

import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.DisputeReader;
import io.redress.http.problem.RefusedFacts;
import io.redress.intake.batch.DisputeRecord;
import io.redress.journal.write.EntryWriter;
import io.redress.journal.write.IdempotencyKey;
import io.redress.journal.write.Journal;
import io.redress.journal.write.JournalResult;
import io.redress.journal.write.NewEntry;
import io.redress.rules.ruleset.RuleSet;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides the lines of one batch, each as a request of its own would be decided.
 *
 * @param kept whether decisions are recorded
 */
record BatchLines(
    DecisionService decisions,
    Decider decider,
    Journal journal,
    RuleSet rules,
    RoutingContext request,
    Sender sender,
    boolean kept) {

  /**
   * Who sends a batch.
   *
   * @param batch the id with which it can be sent again; null if it has none
   */
  record Sender(String caller, String requestId, @Nullable String batch) {}

  /** A line that was decided or refused. */
  sealed interface Line {
    long number();
  }

  /** A decision that is not recorded. */
  record Decided(long number, String json) implements Line {}

  /** A decision that is being recorded. */
  record Kept(long number, NewEntry entry, CompletableFuture<JournalResult> result)
      implements Line {}

  /** A line without a decision. */
  record Refused(long number, Throwable failure) implements Line {}

  /** What stands before all lines. */
  String head() {
    String id = sender.batch() == null ? "" : "\"batch\":\"" + sender.batch() + "\",";
    return "{"
        + id
        + "\"ruleSet\":{\"version\":\""
        + rules.id().version()
        + "\",\"hash\":\""
        + rules.id().hash()
        + "\"}}\n";
  }

  /**
   * @param whenLost is given the reason when the rules never end and cannot be stopped; this call
   *     does not return then
   */
  Line decide(DisputeRecord line, Consumer<Throwable> whenLost) {
    byte[] facts = line.json();
    if (facts.length > DisputeReader.MAX_BYTES) {
      return new Refused(line.line(), RefusedFacts.tooLong());
    }
    try {
      return decisions.watching(request, whenLost, () -> decide(line.line(), facts));
    } catch (RuntimeException | StackOverflowError failed) {
      return new Refused(line.line(), failed);
    }
  }

  private Line decide(long number, byte[] facts) {
    return decider.decide(
        facts,
        rules,
        (answer, sent) -> {
          if (!kept) {
            return new Decided(number, DecisionJson.write(answer.decision()));
          }
          NewEntry entry =
              EntryWriter.entry(
                  sent, answer, sender.caller(), sender.requestId(), idempotency(number, facts));
          return new Kept(number, entry, journal.keep(entry));
        },
        problems -> new Refused(number, new RefusedFacts(problems)));
  }

  /** A line decided before by another rule set is another line. */
  private @Nullable IdempotencyKey idempotency(long number, byte[] facts) {
    if (sender.batch() == null) {
      return null;
    }
    byte[] hash = rules.id().hash().getBytes(StandardCharsets.US_ASCII);
    byte[] body = new byte[facts.length + hash.length];
    System.arraycopy(facts, 0, body, 0, facts.length);
    System.arraycopy(hash, 0, body, facts.length, hash.length);
    return IdempotencyKey.of(sender.caller(), "batch " + sender.batch() + " line " + number, body);
  }
}
