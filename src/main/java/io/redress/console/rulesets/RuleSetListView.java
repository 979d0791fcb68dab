package io.redress.console.rulesets;

import io.redress.console.Pager;
import io.redress.http.problem.Page;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All rule sets, as people look at them.
 *
 * @param active the one that decides; null before the first
 * @param since how it came to decide
 * @param waiting candidates, the newest first
 * @param waitingInAll how many candidates there are
 * @param wanted the status that the list is of; empty where it is of all
 */
record RuleSetListView(
    @Nullable StoredRuleSet active,
    @Nullable Activation since,
    List<StoredRuleSet> waiting,
    int waitingInAll,
    String wanted,
    List<StoredRuleSet> listed,
    Pager list,
    List<Activation> activations,
    Pager turns) {
  private static final int SOME = 5;

  static RuleSetListView of(RuleSets ruleSets, String status, Page page, Page turns) {
    Set<RuleSetStatus> waiting = EnumSet.of(RuleSetStatus.CANDIDATE);
    Optional<RuleSetStatus> known =
        Arrays.stream(RuleSetStatus.values()).filter(one -> one.name().equals(status)).findFirst();
    Set<RuleSetStatus> wanted = known.map(EnumSet::of).orElse(EnumSet.allOf(RuleSetStatus.class));
    String address = "/rulesets?status=" + known.map(RuleSetStatus::name).orElse("");
    return new RuleSetListView(
        ruleSets.find(RuleSets.ACTIVE).orElse(null),
        ruleSets.activations(0, 1).stream().findFirst().orElse(null),
        ruleSets.page(waiting, 0, SOME),
        ruleSets.count(waiting),
        known.map(RuleSetStatus::name).orElse(""),
        ruleSets.page(wanted, page.offset(), page.size()),
        new Pager(
            page.number(),
            page.size(),
            ruleSets.count(wanted),
            address + "&page=",
            "&turns=" + turns.number() + "#all"),
        ruleSets.activations(turns.offset(), turns.size()),
        new Pager(
            turns.number(),
            turns.size(),
            ruleSets.activationCount(),
            address + "&page=" + page.number() + "&turns=",
            "#turns"));
  }

  public List<RuleSetStatus> statuses() {
    return List.of(RuleSetStatus.values());
  }
}
