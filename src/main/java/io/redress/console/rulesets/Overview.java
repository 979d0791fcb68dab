package io.redress.console.rulesets;

import io.redress.console.Pager;
import io.redress.lifecycle.Handover;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.Status;
import io.redress.lifecycle.StoredRuleSet;
import io.redress.problem.Page;
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
record Overview(
    @Nullable StoredRuleSet active,
    @Nullable Handover since,
    List<StoredRuleSet> waiting,
    int waitingInAll,
    String wanted,
    List<StoredRuleSet> listed,
    Pager list,
    List<Handover> handovers,
    Pager turns) {
  private static final int SOME = 5;

  static Overview of(RuleSets ruleSets, String status, Page page, Page turns) {
    Set<Status> waiting = EnumSet.of(Status.CANDIDATE);
    Optional<Status> known =
        Arrays.stream(Status.values()).filter(one -> one.name().equals(status)).findFirst();
    Set<Status> wanted = known.map(EnumSet::of).orElse(EnumSet.allOf(Status.class));
    String address = "/rulesets?status=" + known.map(Status::name).orElse("");
    return new Overview(
        ruleSets.find(RuleSets.ACTIVE).orElse(null),
        ruleSets.handovers(0, 1).stream().findFirst().orElse(null),
        ruleSets.page(waiting, 0, SOME),
        ruleSets.count(waiting),
        known.map(Status::name).orElse(""),
        ruleSets.page(wanted, page.offset(), page.size()),
        new Pager(
            page.number(),
            page.size(),
            ruleSets.count(wanted),
            address + "&page=",
            "&turns=" + turns.number() + "#all"),
        ruleSets.handovers(turns.offset(), turns.size()),
        new Pager(
            turns.number(),
            turns.size(),
            ruleSets.handoverCount(),
            address + "&page=" + page.number() + "&turns=",
            "#turns"));
  }

  public List<Status> statuses() {
    return List.of(Status.values());
  }
}
