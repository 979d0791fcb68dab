package io.redress.console.rulesets;

import io.redress.console.Pager;
import io.redress.http.problem.Page;
import io.redress.lifecycle.Activator;
import io.redress.lifecycle.GateCheck;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.IgnoredFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page of all rule sets.
 *
 * @param notices of files in the folders that are not read
 * @param active the active rule set; null before the first activation
 * @param since its activation
 * @param back the rule set that was active before; null if none was
 * @param candidates the newest candidates, newest first
 * @param candidateCount number of all candidates
 * @param readyCount number of those that nothing blocks
 * @param statusFilter the status that the list shows; empty for all
 * @param ruleSets a page of rule sets with that status
 * @param activations a page of activations, newest first
 */
record RuleSetListView(
    List<Notice> notices,
    @Nullable StoredRuleSet active,
    @Nullable Activation since,
    @Nullable StoredRuleSet back,
    List<Candidate> candidates,
    int candidateCount,
    int readyCount,
    String statusFilter,
    List<StoredRuleSet> ruleSets,
    Pager pager,
    List<Activated> activations,
    Pager activationPager) {
  private static final int MAX_CANDIDATES = 5;

  /**
   * A sentence above the lists.
   *
   * @param style the CSS class, or empty
   * @param key message key
   */
  record Notice(String style, String key, Object[] arguments) {
    static Notice of(IgnoredFile file) {
      return new Notice(
          file.kind() == IgnoredFile.Kind.OPEN ? "" : "warn",
          "rulesets.ignored." + file.kind(),
          new Object[] {file.name(), file.of()});
    }
  }

  /**
   * A candidate.
   *
   * @param gates that are not met, and what to do
   */
  record Candidate(StoredRuleSet ruleSet, List<Phrase> gates) {
    /** Whether the user can activate it, as far as it and gates allow. */
    public boolean ready() {
      return ruleSet.isReady() && gates.isEmpty();
    }
  }

  /** An activation with its rule sets. */
  record Activated(Activation activation, @Nullable StoredRuleSet from, StoredRuleSet to) {
    static Activated of(Activation one, RuleSets ruleSets) {
      return new Activated(
          one,
          Optional.ofNullable(one.previousVersion()).flatMap(ruleSets::find).orElse(null),
          ruleSets.find(one.version()).orElseThrow());
    }
  }

  /** The status of a name; empty for any other text, which stands for all. */
  static Optional<RuleSetStatus> status(String name) {
    return Arrays.stream(RuleSetStatus.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** The statuses that a filter shows. */
  static Set<RuleSetStatus> shown(Optional<RuleSetStatus> filter) {
    return filter.map(EnumSet::of).orElse(EnumSet.allOf(RuleSetStatus.class));
  }

  /**
   * @param asked the page of rule sets, unless a day is asked for
   * @param askedActivations the page of activations, unless a day of these is asked for
   * @param by the user
   */
  static RuleSetListView of(
      RuleSets ruleSets,
      List<IgnoredFile> ignored,
      String status,
      Page asked,
      Optional<LocalDate> day,
      Page askedActivations,
      Optional<LocalDate> activated,
      Activator by) {
    Set<RuleSetStatus> candidates = EnumSet.of(RuleSetStatus.CANDIDATE);
    Optional<RuleSetStatus> known = status(status);
    Set<RuleSetStatus> wanted = shown(known);
    int total = ruleSets.count(wanted);
    Page page =
        day.map(one -> asked.holding(ruleSets.newer(wanted, endOf(one)), total)).orElse(asked);
    long activationCount = ruleSets.activationCount();
    Page activations =
        activated
            .map(
                one ->
                    askedActivations.holding(
                        ruleSets.activationsSince(endOf(one)), activationCount))
            .orElse(askedActivations);
    Optional<Activation> latest = ruleSets.activations(0, 1).stream().findFirst();
    String address = "/rulesets?status=" + known.map(RuleSetStatus::name).orElse("");
    return new RuleSetListView(
        ignored.stream().map(Notice::of).toList(),
        ruleSets.find(RuleSets.ACTIVE).orElse(null),
        latest.orElse(null),
        Work.before(ruleSets, latest),
        ruleSets.page(candidates, 0, MAX_CANDIDATES).stream()
            .map(
                one ->
                    new Candidate(
                        one, ruleSets.gates(one, by).map(GateCheck::reasons).orElse(List.of())))
            .toList(),
        ruleSets.count(candidates),
        ruleSets.ready(by),
        known.map(RuleSetStatus::name).orElse(""),
        ruleSets.page(wanted, page.offset(), page.size()),
        new Pager(
            page.number(),
            page.size(),
            total,
            address + "&page=",
            "&activations=" + activations.number() + "#all"),
        ruleSets.activations(activations.offset(), activations.size()).stream()
            .map(one -> Activated.of(one, ruleSets))
            .toList(),
        new Pager(
            activations.number(),
            activations.size(),
            activationCount,
            address + "&page=" + page.number() + "&activations=",
            "#activations"));
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  /** What is listed, as a file. */
  public String csv() {
    return "/rulesets/export.csv?status=" + statusFilter;
  }

  public List<RuleSetStatus> statuses() {
    return List.of(RuleSetStatus.values());
  }
}
