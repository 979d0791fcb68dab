package io.redress.rules.engine;

import io.redress.domain.decision.RuleSetId;
import io.redress.domain.decision.RuleSource;
import io.redress.platform.text.SafeMessage;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import org.jspecify.annotations.Nullable;

/**
 * Rules do not come to an end for some dispute, though they had all the time and room they need.
 */
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

  /** The same as a fault of the rule that fired last. */
  public RuleProblem problem() {
    String message =
        (last == null ? "the rules" : "the rule \"" + last.rule() + '"')
            + ", deciding dispute "
            + disputeId
            + ", "
            + what
            + ".";
    String suggestion = "Let it end for all facts.";
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
