package io.redress.lifecycle;

import io.redress.check.admission.Admission;
import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.RuleSetSnapshot;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredFile;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All rule sets that there ever were, and which of them decides. */
@Singleton
public class RuleSets {
  /** Stands for the rule set that decides, wherever a version is asked for. */
  public static final String ACTIVE = "active";

  /** So many activations are looked through for one that can still be read. */
  private static final int MOST_LOOKED_AT = 20;

  private final RuleSetStore store;
  private final ActivationStore activations;
  private final ActiveRuleSetCache inCharge;
  private final FourEyes fourEyes;
  private final Clock clock;
  private final RuleSetCache loaded;

  /** Admission takes all of a processor, and memory for every row. */
  private final Object oneAdmissionAtATime = new Object();

  /** Number of the activation that this replica is at; 0 before the first. */
  private long followed;

  /** Number of the last activation that was looked at, be it in vain. */
  private volatile long lookedAt;

  RuleSets(
      RuleSetStore store,
      ActivationStore activations,
      ActiveRuleSetCache inCharge,
      FourEyes fourEyes,
      Clock clock) {
    this.store = store;
    this.activations = activations;
    this.inCharge = inCharge;
    this.fourEyes = fourEyes;
    this.clock = clock;
    this.loaded = new RuleSetCache(store);
  }

  /**
   * Admits files as a rule set, one after the other, and keeps them; the same files again are the
   * same rule set.
   *
   * @param parent the version that they are a change of; null when of none
   */
  public Proposal propose(RuleSetFiles files, @Nullable String parent, String comment, Actor by) {
    return propose(files, List.of(), new Provenance(parent, comment, by), false);
  }

  /**
   * The same for files of the folders.
   *
   * @param found faults of the folders themselves
   * @param keepUnreadable whether files that can not be read are kept, too, as rejected
   */
  public Proposal proposeSaved(
      RuleSetFiles files, List<RuleProblem> found, Actor by, boolean keepUnreadable) {
    String parent = activations.latest().map(Activation::version).orElse(null);
    return propose(files, found, new Provenance(parent, "Saved in the folder", by), keepUnreadable);
  }

  private Proposal propose(
      RuleSetFiles files, List<RuleProblem> found, Provenance origin, boolean keepUnreadable) {
    synchronized (oneAdmissionAtATime) {
      RuleSetId id = RuleSetId.of(files.hash());
      Optional<StoredRuleSet> known =
          store.find(id.version()).filter(one -> one.status() != RuleSetStatus.REJECTED);
      if (known.isPresent() && found.isEmpty()) {
        return new Proposal.Kept(known.get(), true);
      }
      Admission admission = Admission.of(files, found);
      if (admission.readable() || keepUnreadable) {
        store.add(origin.candidate(id, admission, clock), files, origin.by());
      }
      admission.ruleSet().ifPresent(loaded::remember);
      return admission.readable()
          ? new Proposal.Kept(store.find(id.version()).orElseThrow(), false)
          : new Proposal.Unreadable(admission.problems());
    }
  }

  /**
   * Puts a rule set in charge, here at once and soon in every other replica.
   *
   * @param expected versions one of which should be active until then; empty when any may be
   */
  public ActivationResult activate(StoredRuleSet ruleSet, Set<String> expected, Actor by) {
    Optional<Activation> before = activations.latest();
    String current = before.map(Activation::version).orElse("");
    List<String> blockers = new ArrayList<>(ruleSet.activationBlockers());
    if (ruleSet.status() == RuleSetStatus.REJECTED) {
      blockers.add("It can not be read. Correct its problems, and send it anew.");
    }
    fourEyes.objection(ruleSet, by).ifPresent(blockers::add);
    List<ActivationObjection> objections = new ArrayList<>(blocked(blockers));
    if (!expected.isEmpty() && !expected.contains(current)) {
      objections.add(new ActivationObjection.Overtaken(current, expected));
    }
    if (!objections.isEmpty()) {
      return new ActivationResult.Refused(objections);
    }
    List<RuleProblem> problems = new ArrayList<>();
    Optional<RuleSet> rules = loaded.load(ruleSet, problems);
    if (rules.isEmpty()) {
      return new ActivationResult.Refused(
          blocked(problems.stream().map(RuleProblem::toString).toList()));
    }
    boolean again = ruleSet.version().equals(current);
    Activation activation =
        again
            ? before.orElseThrow()
            : new Activation(
                before.map(Activation::number).orElse(0L) + 1,
                before.map(Activation::version).orElse(null),
                ruleSet.version(),
                now(),
                by.name());
    if (!again && !activations.add(activation, by)) {
      return new ActivationResult.Refused(
          blocked(
              List.of(
                  "Another rule set was activated at the same time. Look at it, and try again.")));
    }
    swap(activation, ruleSet, rules.get());
    inCharge.alarm(List.of());
    return new ActivationResult.Activated(store.find(ruleSet.version()).orElseThrow());
  }

  private static List<ActivationObjection> blocked(List<String> reasons) {
    return reasons.stream().<ActivationObjection>map(ActivationObjection.Blocked::new).toList();
  }

  /**
   * Lets the rule set decide here that is in force in the store, if it does not yet; when that one
   * can not be read any more, the last one before it that can.
   *
   * @return what is wrong with those that can not be read
   */
  public List<RuleProblem> follow() {
    List<RuleProblem> problems = new ArrayList<>();
    Optional<Activation> news = activations.latest().filter(newest -> newest.number() > lookedAt);
    if (news.isPresent()) {
      for (Activation activation : activations.page(0, MOST_LOOKED_AT)) {
        StoredRuleSet ruleSet = store.find(activation.version()).orElseThrow();
        Optional<RuleSet> rules = loaded.load(ruleSet, problems);
        if (rules.isPresent()) {
          swap(activation, ruleSet, rules.get());
          break;
        }
      }
      inCharge.alarm(problems);
      lookedAt = news.get().number();
    }
    return problems;
  }

  private synchronized void swap(Activation activation, StoredRuleSet ruleSet, RuleSet rules) {
    if (activation.number() > followed) {
      followed = activation.number();
      inCharge.put(ruleSet, rules, () -> store.contents(ruleSet.version()));
    }
  }

  /**
   * @param version or {@link #ACTIVE}
   */
  public Optional<StoredRuleSet> find(String version) {
    return inCharge.ask(
        version,
        () ->
            version.equals(ACTIVE)
                ? activations.latest().flatMap(one -> store.find(one.version()))
                : store.find(version),
        kept -> Optional.of(kept.ruleSet()));
  }

  /** The newest first. */
  public List<StoredRuleSet> page(long offset, int size) {
    return page(EnumSet.allOf(RuleSetStatus.class), offset, size);
  }

  /** Those that are somewhere in their lives, the newest first. */
  public List<StoredRuleSet> page(Set<RuleSetStatus> statuses, long offset, int size) {
    return store.page(statuses, offset, size);
  }

  public int count() {
    return count(EnumSet.allOf(RuleSetStatus.class));
  }

  public int count(Set<RuleSetStatus> statuses) {
    return store.count(statuses);
  }

  /** The activations, the last one first. */
  public List<Activation> activations(long offset, int size) {
    return activations.page(offset, size);
  }

  /** The number of activations so far. */
  public long activationCount() {
    return activations.latest().map(Activation::number).orElse(0L);
  }

  /** Whether somebody else has to activate a rule set, as the actor sent it. */
  public boolean needsOtherEyes(StoredRuleSet ruleSet, Actor by) {
    return fourEyes.objection(ruleSet, by).isPresent();
  }

  /**
   * A rule set as it decides, be it active or not; empty when it can not be read any more.
   *
   * @param problems takes what is wrong with it then
   */
  public Optional<RuleSet> load(StoredRuleSet ruleSet, List<RuleProblem> problems) {
    Optional<RuleSet> deciding = inCharge.active(ruleSet.version());
    return deciding.isPresent() ? deciding : loaded.load(ruleSet, problems);
  }

  /** Names, sizes and hashes, in the order of names. */
  public List<StoredFile> files(StoredRuleSet ruleSet) {
    String version = ruleSet.version();
    return inCharge.ask(version, () -> store.files(version), RuleSetSnapshot::list);
  }

  /** All files with their contents. */
  public RuleSetFiles contents(StoredRuleSet ruleSet) {
    String version = ruleSet.version();
    return inCharge.ask(version, () -> store.contents(version), RuleSetSnapshot::files);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
