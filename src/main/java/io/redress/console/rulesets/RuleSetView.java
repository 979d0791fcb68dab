package io.redress.console.rulesets;

import io.redress.console.Links;
import io.redress.console.impact.LatestImpact;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.Shadow;
import io.redress.lifecycle.store.StoredFile;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.source.ProblemCode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of a rule set.
 *
 * @param active the active rule set; null if none
 * @param since the latest activation
 * @param ownProposal whether the user created it and, under four eyes, must not activate it
 * @param activator whether the user has the role activate
 * @param others rule sets to compare with, newest first
 * @param compared the rule set that it is compared with; null if none
 * @param duplicate whether identical content was just sent again
 * @param replaced the rule set that it just replaced; null unless it was just activated
 * @param work where it is in the work of people
 * @param impact what it would have cost; null if that is not known, or not for the user
 * @param gates of the active rule set; null if none apply
 * @param shadow the newest shadow of it; null if it never was one
 */
record RuleSetView(
    StoredRuleSet ruleSet,
    @Nullable StoredRuleSet active,
    @Nullable Activation since,
    boolean ownProposal,
    boolean activator,
    List<StoredRuleSet> others,
    @Nullable StoredRuleSet compared,
    FindingsView findings,
    List<Download> files,
    boolean duplicate,
    @Nullable StoredRuleSet replaced,
    Work work,
    LatestImpact.@Nullable Latest impact,
    @Nullable GatesView gates,
    @Nullable Shadow shadow) {
  private static final List<String> BY_RESULTS =
      Stream.of(ProblemCode.CASE_FAILED, ProblemCode.LAW_BROKEN)
          .map(code -> "[" + code + "]")
          .toList();

  /** A file with its download link. */
  record Download(String name, int size, String href) {
    static Download of(String version, StoredFile file) {
      return new Download(file.name(), file.size(), Links.file(version, file.name()));
    }
  }

  public String version() {
    return ruleSet.version();
  }

  /** Whether no gate keeps the visitor from activating it. */
  public boolean gatesPassed() {
    return gates == null || gates.passed();
  }

  public boolean isActive() {
    return ruleSet.status() == RuleSetStatus.ACTIVE;
  }

  public boolean unreadable() {
    return ruleSet.status() == RuleSetStatus.REJECTED;
  }

  /** Whether changes of it can still go on. */
  public boolean inWork() {
    return ruleSet.status().inWork();
  }

  /** Whether test cases or laws that expect other results block it: they can be changed with it. */
  public boolean intended() {
    return inWork() && !(findings.failed().isEmpty() && findings.laws().isEmpty());
  }

  /** Whether something else blocks it than failing test cases and violated laws. */
  public boolean otherBlockers() {
    return ruleSet.activationBlockers().stream()
        .anyMatch(blocker -> BY_RESULTS.stream().noneMatch(blocker::endsWith));
  }

  /** Whether it can be rolled back to. */
  public boolean retired() {
    return ruleSet.status() == RuleSetStatus.RETIRED;
  }

  /** Whether the user may activate it now. */
  public boolean canActivate() {
    return activator
        && !ownProposal
        && !isActive()
        && !unreadable()
        && !ruleSet.status().equals(RuleSetStatus.ARCHIVED)
        && ruleSet.activationBlockers().isEmpty();
  }
}
