package io.redress.lifecycle;

import io.redress.check.admission.Admission;
import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.RuleSetSnapshot;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.Stage;
import io.redress.lifecycle.store.StoredFile;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Terms;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rule sets: proposes, activates and finds them. */
@Singleton
public class RuleSets {
  /** An alias for the version of the active rule set. */
  public static final String ACTIVE = "active";

  /** How many of the latest activations are tried if the active rule set cannot be read. */
  private static final int MAX_ATTEMPTS = 20;

  private final RuleSetStore store;
  private final ActivationStore activations;
  private final ActiveRuleSetCache activeRules;
  private final FourEyes fourEyes;
  private final ActivationGates gates;
  private final Clock clock;
  private final RuleSetCache cache;

  /** Candidates that are held against gates at once, which takes some queries each. */
  private static final int MAX_GATED = 100;

  /** Admission needs a whole processor, and memory for every row. */
  private final Object oneAdmissionAtATime = new Object();

  /** Number of the activation that is effective in this replica; 0 before the first. */
  private long currentActivation;

  /** Number of the latest activation that was attempted, successfully or not. */
  private volatile long lastAttempted;

  RuleSets(
      RuleSetStore store,
      ActivationStore activations,
      ActiveRuleSetCache activeRules,
      FourEyes fourEyes,
      ActivationGates gates,
      Clock clock) {
    this.store = store;
    this.activations = activations;
    this.activeRules = activeRules;
    this.fourEyes = fourEyes;
    this.gates = gates;
    this.clock = clock;
    this.cache = new RuleSetCache(store);
  }

  /**
   * Admits files as a rule set and stores it, one at a time. Equal files are the same rule set.
   *
   * @param parent version of the rule set from which they were changed; null if none
   */
  public Proposal propose(RuleSetFiles files, @Nullable String parent, String comment, Actor by) {
    return propose(files, List.of(), new Provenance(parent, comment, by), false);
  }

  /** Admits a candidate that was brought up to date: its changes, made to another rule set. */
  public Proposal propose(
      RuleSetFiles files, StoredRuleSet candidate, StoredRuleSet basedOn, Actor by) {
    return propose(
        files,
        List.of(),
        new Provenance(candidate.version(), basedOn.version(), candidate.comment(), by),
        false);
  }

  /**
   * Proposes files of the folders.
   *
   * @param found problems of the folders themselves
   * @param keepUnreadable whether files that cannot be read are stored as a rejected rule set
   */
  public Proposal proposeFolder(
      RuleSetFiles files,
      List<RuleProblem> found,
      String comment,
      Actor by,
      boolean keepUnreadable) {
    String parent = activations.latest().map(Activation::version).orElse(null);
    return propose(files, found, new Provenance(parent, comment, by), keepUnreadable);
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
      admission.ruleSet().ifPresent(cache::remember);
      return admission.readable()
          ? new Proposal.Kept(store.find(id.version()).orElseThrow(), false)
          : new Proposal.Unreadable(admission.problems());
    }
  }

  /**
   * Activates a rule set, in this replica at once and in the others within a second.
   *
   * @param expected versions of which one must be active now; empty if any may be
   */
  public ActivationResult activate(StoredRuleSet ruleSet, Set<String> expected, Activator caller) {
    Actor by = caller.actor();
    Optional<Activation> before = activations.latest();
    String current = before.map(Activation::version).orElse("");
    List<String> blockers = new ArrayList<>(ruleSet.activationBlockers());
    if (ruleSet.status() == RuleSetStatus.REJECTED) {
      blockers.add("It cannot be read. Correct its problems and send it again.");
    }
    fourEyes.objection(stages(ruleSet), by).ifPresent(blockers::add);
    archived(ruleSet).ifPresent(blockers::add);
    List<ActivationObjection> objections = new ArrayList<>(blocked(blockers));
    Optional<GateCheck> checked =
        before
            .map(Activation::version)
            .flatMap(store::find)
            .flatMap(active -> gates(active, ruleSet, caller));
    checked.map(GateCheck::objections).ifPresent(objections::addAll);
    if (!expected.isEmpty() && !expected.contains(current)) {
      objections.add(new ActivationObjection.Overtaken(current, expected));
    }
    if (!objections.isEmpty()) {
      return new ActivationResult.Refused(objections);
    }
    List<RuleProblem> problems = new ArrayList<>();
    Optional<RuleSet> rules = cache.load(ruleSet, problems);
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
    Map<String, Object> details = checked.map(GateCheck::details).orElse(Map.of());
    if (!again && !activations.add(activation, by, details)) {
      return new ActivationResult.Refused(
          blocked(
              List.of(
                  "Another rule set was activated at the same time. Review it and try again.")));
    }
    switchTo(activation, ruleSet, rules.get());
    activeRules.alarm(List.of());
    return new ActivationResult.Activated(store.find(ruleSet.version()).orElseThrow());
  }

  /**
   * What the gates say about a candidate; empty if none apply, as to a rule set that was active
   * before. They are those of the rule set that was activated last and not by a rollback, since a
   * rollback needs no gate and must not open one; if it has none, those of the active one.
   */
  public Optional<GateCheck> gates(StoredRuleSet ruleSet, Activator by) {
    return ruleSet.status().inWork()
        ? find(ACTIVE).flatMap(active -> gates(active, ruleSet, by))
        : Optional.empty();
  }

  private Optional<GateCheck> gates(StoredRuleSet active, StoredRuleSet ruleSet, Activator by) {
    return gateHolder(active).flatMap(holder -> gates.check(holder, active, stages(ruleSet), by));
  }

  private Optional<StoredRuleSet> gateHolder(StoredRuleSet active) {
    return Stream.concat(
            activations.newestVersion().flatMap(store::find).stream(), Stream.of(active))
        .filter(gates::has)
        .findFirst();
  }

  private static List<ActivationObjection> blocked(List<String> reasons) {
    return reasons.stream().<ActivationObjection>map(ActivationObjection.Blocked::new).toList();
  }

  /**
   * Makes the rule set of the latest activation active in this replica, if it is not yet; if that
   * cannot be read, the last readable one before it.
   *
   * @return problems of rule sets that cannot be read
   */
  public List<RuleProblem> refresh() {
    List<RuleProblem> problems = new ArrayList<>();
    Optional<Activation> news =
        activations.latest().filter(newest -> newest.number() > lastAttempted);
    if (news.isPresent()) {
      for (Activation activation : activations.page(0, MAX_ATTEMPTS)) {
        StoredRuleSet ruleSet = store.find(activation.version()).orElseThrow();
        Optional<RuleSet> rules = cache.load(ruleSet, problems);
        if (rules.isPresent()) {
          switchTo(activation, ruleSet, rules.get());
          break;
        }
      }
      activeRules.alarm(problems);
      lastAttempted = news.get().number();
    }
    return problems;
  }

  private synchronized void switchTo(Activation activation, StoredRuleSet ruleSet, RuleSet rules) {
    if (activation.number() > currentActivation) {
      currentActivation = activation.number();
      activeRules.activate(ruleSet, rules, () -> store.contents(ruleSet.version()));
    }
  }

  /**
   * @param version or {@link #ACTIVE}
   */
  public Optional<StoredRuleSet> find(String version) {
    return activeRules.readOrElse(
        version,
        () ->
            version.equals(ACTIVE)
                ? activations.latest().flatMap(one -> store.find(one.version()))
                : store.find(version),
        kept -> Optional.of(kept.ruleSet()));
  }

  /** All rule sets, newest first. */
  public List<StoredRuleSet> page(long offset, int size) {
    return page(EnumSet.allOf(RuleSetStatus.class), offset, size);
  }

  /** Rule sets with one of the statuses, newest first. */
  public List<StoredRuleSet> page(Set<RuleSetStatus> statuses, long offset, int size) {
    return store.page(statuses, offset, size);
  }

  public int count() {
    return count(EnumSet.allOf(RuleSetStatus.class));
  }

  public int count(Set<RuleSetStatus> statuses) {
    return store.count(statuses);
  }

  /** The number of those with one of the statuses that were made at an instant or later. */
  public int newer(Set<RuleSetStatus> statuses, Instant since) {
    return store.newer(statuses, since);
  }

  /** Activations, latest first. */
  public List<Activation> activations(long offset, int size) {
    return activations.page(offset, size);
  }

  /** The number of activations at an instant or later. */
  public long activationsSince(Instant since) {
    return activations.since(since);
  }

  /** The number of activations so far. */
  public long activationCount() {
    return activations.latest().map(Activation::number).orElse(0L);
  }

  /**
   * The number of candidates that wait to be activated, and that nothing blocks; where gates apply,
   * of the newest {@value #MAX_GATED} that the caller may activate as far as gates say.
   */
  public int ready(Activator by) {
    Optional<StoredRuleSet> active = find(ACTIVE);
    Optional<StoredRuleSet> holder = active.flatMap(this::gateHolder);
    return holder.isEmpty()
        ? store.ready()
        : (int)
            page(EnumSet.of(RuleSetStatus.CANDIDATE), 0, MAX_GATED).stream()
                .filter(StoredRuleSet::isReady)
                .filter(one -> passesGates(one, by))
                .count();
  }

  /** Whether a caller may activate a candidate, as far as gates say. */
  public boolean passesGates(StoredRuleSet ruleSet, Activator by) {
    return gates(ruleSet, by).map(GateCheck::reasons).orElse(List.of()).isEmpty();
  }

  /**
   * A rule set and those from which it goes on, newest first, without the one that was active where
   * the work began.
   */
  public List<StoredRuleSet> stages(StoredRuleSet ruleSet) {
    List<StoredRuleSet> stages = new ArrayList<>(List.of(ruleSet));
    Optional<StoredRuleSet> before =
        ruleSet.status().inWork() ? earlier(ruleSet) : Optional.empty();
    while (before.isPresent() && before.get().status().inWork() && !stages.contains(before.get())) {
      stages.add(before.get());
      before = earlier(before.get());
    }
    return stages;
  }

  /**
   * The rule set that was active where the work on a candidate began, or to which it was brought up
   * to date; empty if none was.
   */
  public Optional<StoredRuleSet> base(StoredRuleSet candidate) {
    if (!candidate.status().inWork()) {
      return Optional.empty();
    }
    List<StoredRuleSet> stages = stages(candidate);
    Optional<String> basedOn =
        stages.stream().flatMap(one -> Stream.ofNullable(one.stage().basedOn())).findFirst();
    if (basedOn.isPresent()) {
      return store.find(basedOn.get());
    }
    return earlier(stages.get(stages.size() - 1)).filter(base -> !base.status().inWork());
  }

  /** Candidates that go on from the same candidate as this one, newest first. */
  public List<StoredRuleSet> siblings(StoredRuleSet candidate) {
    return candidate.status().inWork()
            && earlier(candidate).filter(one -> one.status().inWork()).isPresent()
        ? store.continuations(Objects.requireNonNull(candidate.parent())).stream()
            .filter(one -> !one.version().equals(candidate.version()))
            .toList()
        : List.of();
  }

  private Optional<StoredRuleSet> earlier(StoredRuleSet ruleSet) {
    return Optional.ofNullable(ruleSet.parent()).flatMap(store::find);
  }

  /** Sets a candidate aside; false if it is archived already, or was active. */
  public boolean archive(StoredRuleSet ruleSet, String reason, Actor by) {
    return store.archive(ruleSet.version(), new Stage.Archival(now(), by.name(), reason), by);
  }

  /** Takes a candidate up again; false if it is not archived. */
  public boolean reopen(StoredRuleSet ruleSet, Actor by) {
    return store.reopen(ruleSet.version(), new Stage.Archival(now(), by.name(), ""), by);
  }

  private static Optional<String> archived(StoredRuleSet ruleSet) {
    return Optional.ofNullable(ruleSet.stage().archival())
        .map(
            archival -> archival.by() + " archived it: " + archival.reason() + " Reopen it first.");
  }

  /** Whether the actor is an author of the rule set, so that another person has to activate it. */
  public boolean needsAnotherPerson(StoredRuleSet ruleSet, Actor by) {
    return fourEyes.objection(stages(ruleSet), by).isPresent();
  }

  /**
   * Loads a rule set, active or not; empty if it cannot be read any more.
   *
   * @param problems receives the reasons
   */
  public Optional<RuleSet> load(StoredRuleSet ruleSet, List<RuleProblem> problems) {
    Optional<RuleSet> deciding = activeRules.active(ruleSet.version());
    return deciding.isPresent() ? deciding : cache.load(ruleSet, problems);
  }

  /** Names, sizes and hashes of the files, ordered by name. */
  public List<StoredFile> files(StoredRuleSet ruleSet) {
    String version = ruleSet.version();
    return activeRules.readOrElse(version, () -> store.files(version), RuleSetSnapshot::list);
  }

  /** All files with their contents. */
  public RuleSetFiles contents(StoredRuleSet ruleSet) {
    String version = ruleSet.version();
    return activeRules.readOrElse(version, () -> store.contents(version), RuleSetSnapshot::files);
  }

  /** The content of a file by its SHA-256, if any rule set ever had it. */
  public Optional<byte[]> content(String sha256) {
    return store.content(sha256);
  }

  /** The terms of a rule set; those of every rule set if its declarations are invalid. */
  public Terms terms(StoredRuleSet ruleSet) {
    return Terms.read(contents(ruleSet).rules(), new ArrayList<>());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
