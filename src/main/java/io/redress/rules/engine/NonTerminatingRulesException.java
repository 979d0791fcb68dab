package io.redress.rules.engine;

import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.RuleSource;
import io.redress.platform.text.SafeMessage;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import org.jspecify.annotations.Nullable;

/** Rules did not end for a dispute: they ran out of time, of memory, or of the allowed firings. */
public final class NonTerminatingRulesException extends IllegalStateException
    implements SafeMessage {
  private static final long serialVersionUID = 1;

  private final transient @Nullable RuleSource last;
  private final String disputeId;
  private final String what;

  NonTerminatingRulesException(
      RuleSetId ruleSet, String disputeId, @Nullable RuleSource last, String what) {
    super(
        "Rule set "
            + ruleSet.version()
            + ", dispute "
            + disputeId
            + ", rule "
            + (last == null ? "before the first" : '"' + last.rule() + "\" in " + last.file())
            + ": "
            + what);
    this.last = last;
    this.disputeId = disputeId;
    this.what = what;
  }

  /** Returns this failure as a problem of the rule that fired last. */
  public RuleProblem problem() {
    String message =
        (last == null ? "the rules" : "the rule \"" + last.rule() + '"')
            + ", deciding dispute "
            + disputeId
            + ", "
            + what
            + ".";
    String suggestion = "Change it so that it ends for all facts.";
    if (last instanceof RuleSource.TableRow row) {
      return new RuleProblem(
          row.file(),
          row.sheet(),
          "A" + row.row(),
          null,
          ProblemCode.RULES_ENDLESS,
          disputeId,
          message,
          suggestion);
    }
    return last instanceof RuleSource.DrlRule rule
        ? RuleProblem.ofLine(
            rule.file(), rule.line(), ProblemCode.RULES_ENDLESS, disputeId, message, suggestion)
        : RuleProblem.ofFile("*.drl", ProblemCode.RULES_ENDLESS, message, suggestion);
  }
}
