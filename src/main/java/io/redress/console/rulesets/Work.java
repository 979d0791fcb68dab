package io.redress.console.rulesets;

import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredFile;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule set is in the work of people, for its page.
 *
 * @param next the rule set that goes on from it; null if none does
 * @param earlier its earlier stages, newest first
 * @param siblings others that go on from the same candidate
 * @param base the rule set from which the work began, if that is no longer active; else null
 * @param undone files that were changed since then, and that activating would change back
 * @param back the rule set that was active before it; null unless it is active
 * @param accepted how many results were just accepted
 * @param left how many could not be
 */
record Work(
    @Nullable StoredRuleSet next,
    List<StoredRuleSet> earlier,
    List<StoredRuleSet> siblings,
    @Nullable StoredRuleSet base,
    List<String> undone,
    @Nullable StoredRuleSet back,
    int accepted,
    int left) {

  static Work of(
      RuleSets ruleSets,
      StoredRuleSet ruleSet,
      Optional<StoredRuleSet> active,
      Optional<Activation> since,
      int accepted,
      int left) {
    StoredRuleSet base =
        ruleSets
            .base(ruleSet)
            .filter(one -> active.filter(now -> !now.version().equals(one.version())).isPresent())
            .orElse(null);
    List<StoredRuleSet> stages = ruleSets.stages(ruleSet);
    return new Work(
        ruleSet.status() == RuleSetStatus.CONTINUED
            ? Optional.ofNullable(ruleSet.stage().continuedBy())
                .flatMap(ruleSets::find)
                .orElse(null)
            : null,
        stages.subList(1, stages.size()),
        ruleSets.siblings(ruleSet),
        base,
        base == null ? List.of() : undone(ruleSets, base, active.orElseThrow(), ruleSet),
        ruleSet.status() == RuleSetStatus.ACTIVE ? before(ruleSets, since) : null,
        accepted,
        left);
  }

  /** The rule set that was active before the current one. */
  static @Nullable StoredRuleSet before(RuleSets ruleSets, Optional<Activation> since) {
    return since
        .flatMap(activation -> Optional.ofNullable(activation.previousVersion()))
        .flatMap(ruleSets::find)
        .orElse(null);
  }

  private static List<String> undone(
      RuleSets ruleSets, StoredRuleSet base, StoredRuleSet active, StoredRuleSet candidate) {
    Map<String, String> before = hashes(ruleSets, base);
    Map<String, String> now = hashes(ruleSets, active);
    Map<String, String> ours = hashes(ruleSets, candidate);
    Map<String, String> names = new TreeMap<>(before);
    names.putAll(now);
    return names.keySet().stream()
        .filter(name -> !Objects.equals(before.get(name), now.get(name)))
        .filter(name -> !Objects.equals(ours.get(name), now.get(name)))
        .toList();
  }

  private static Map<String, String> hashes(RuleSets ruleSets, StoredRuleSet ruleSet) {
    return ruleSets.files(ruleSet).stream()
        .collect(Collectors.toMap(StoredFile::name, StoredFile::sha256));
  }

  public String undoneFiles() {
    return String.join(", ", undone);
  }
}
