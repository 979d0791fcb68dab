package io.redress.console.rulesets;

import io.redress.console.Links;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredFile;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule set, as people look at it.
 *
 * @param active the one that decides; null when none does
 * @param since how that one came to decide
 * @param own whether whoever looks sent it, and so has to leave it to others to activate it
 * @param role whether whoever looks may activate rule sets
 * @param others that it can be compared with, the newest first
 * @param compared the one that it is compared with; null when there is none
 * @param again whether somebody sent just now what it holds already
 * @param replaced the one that decided until just now; null unless it was activated just now
 */
record RuleSetView(
    StoredRuleSet ruleSet,
    @Nullable StoredRuleSet active,
    @Nullable Activation since,
    boolean own,
    boolean role,
    List<StoredRuleSet> others,
    @Nullable StoredRuleSet compared,
    FindingsView findings,
    List<Download> files,
    boolean again,
    @Nullable StoredRuleSet replaced) {

  /** A file, to be saved. */
  record Download(String name, int size, String href) {
    static Download of(String version, StoredFile file) {
      return new Download(file.name(), file.size(), Links.file(version, file.name()));
    }
  }

  public String version() {
    return ruleSet.version();
  }

  public boolean decides() {
    return ruleSet.status() == RuleSetStatus.ACTIVE;
  }

  public boolean unreadable() {
    return ruleSet.status() == RuleSetStatus.REJECTED;
  }

  /** Whether it decided once, and can be brought back. */
  public boolean retired() {
    return ruleSet.status() == RuleSetStatus.RETIRED;
  }

  /** Whether it could decide, whoever says so. */
  public boolean fit() {
    return !decides() && !unreadable() && ruleSet.activationBlockers().isEmpty();
  }

  /** Whether whoever looks may let it decide. */
  public boolean offered() {
    return fit() && role && !own;
  }
}
