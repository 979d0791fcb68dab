package io.redress.lifecycle;

import io.redress.check.gate.Measurements;
import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.LastKnownGoodFile;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedFiles;
import io.redress.security.access.KeyStore;
import io.redress.security.access.KnownPeople;
import io.redress.security.audit.Actor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A replica of the service, reduced to rule sets. */
public final class Replica implements AutoCloseable {
  static final RuleSetFiles SHIPPED = ShippedFiles.withFewCases();

  /** What was admitted in this JVM, by hash: admitted once more, it would be the same. */
  private static final Map<String, StoredRuleSet> ADMITTED = new ConcurrentHashMap<>();

  private static final Actor AUTHOR = Actor.within("test");

  private final ActiveRules active = new ActiveRules();
  public final Database database;

  /** What is known about the impact of candidates, by version. */
  final Map<String, Measurements> evidence = new ConcurrentHashMap<>();

  final RuleSetStore store;
  final ActivationStore activations;
  public final RuleSets ruleSets;
  final StartupFallback fallback;

  public Replica(DatabaseSettings settings) {
    this(Database.open(settings), Path.of("target", "test-data", UUID.randomUUID().toString()));
  }

  Replica(Database database, Path data) {
    this.database = database;
    LastKnownGoodFile lastKnownGood = new LastKnownGoodFile(data);
    ActiveRuleSetCache activeRules = new ActiveRuleSetCache(active, lastKnownGood);
    fallback = new StartupFallback(activeRules, lastKnownGood, Clock.systemUTC());
    store = new RuleSetStore(database);
    activations = new ActivationStore(database);
    FourEyes fourEyes =
        new FourEyes(
            () -> true,
            () -> true,
            List.of(),
            new KnownPeople(new KeyStore(database, Clock.systemUTC())));
    ruleSets =
        new RuleSets(
            store,
            activations,
            activeRules,
            fourEyes,
            new ActivationGates(
                store,
                candidate -> evidence.getOrDefault(candidate, Measurements.NONE),
                fourEyes,
                Clock.systemUTC()),
            Clock.systemUTC());
  }

  /**
   * Proposes the shipped rules with one more test case: another rule set with the same decisions.
   */
  public StoredRuleSet propose(String difference) {
    return propose(difference, Map.of());
  }

  /** Proposes the shipped rules with one more test case, and with other files. */
  public StoredRuleSet propose(String difference, Map<String, byte[]> others) {
    byte[] remark =
        ("- id: "
                + difference
                + "\n  title: More of the same\n"
                + "  facts: {disputeType: NOT_RECEIVED, reason: LOST,\n"
                + "    shipment: {carrierInvestigation: LOST}}\n"
                + "  expect: {resolution: FULL_REFUND}\n")
            .getBytes(StandardCharsets.UTF_8);
    Proposal proposal =
        ruleSets.propose(
            SHIPPED.with(others).with(Map.of("test-cases/remark.yaml", remark)),
            null,
            difference,
            AUTHOR);
    return ((Proposal.Kept) proposal).ruleSet();
  }

  /**
   * Has a rule set in the database, for tests of what it decided: its files are admitted in the
   * first database of this JVM, and stored with the same result in all others.
   */
  public StoredRuleSet keep(RuleSetFiles files, String comment) {
    StoredRuleSet admitted = ADMITTED.get(files.hash());
    if (admitted == null) {
      Proposal proposal = ruleSets.propose(files, null, comment, AUTHOR);
      ADMITTED.put(files.hash(), ((Proposal.Kept) proposal).ruleSet().as(RuleSetStatus.CANDIDATE));
    } else {
      store.add(admitted, files, AUTHOR);
    }
    return ruleSets.find(RuleSetId.of(files.hash()).version()).orElseThrow();
  }

  /** Proposes the shipped rules with a changed file, as from the folder. */
  StoredRuleSet save(String file, String content) {
    RuleSetFiles files = SHIPPED.with(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    ruleSets.proposeFolder(files, List.of(), "Saved in the folder", AUTHOR, true);
    return ruleSets.find(RuleSetId.of(files.hash()).version()).orElseThrow();
  }

  public ActivationResult activate(StoredRuleSet ruleSet) {
    return ruleSets.activate(ruleSet, Set.of(), Activator.of(AUTHOR));
  }

  public Optional<String> activeVersion() {
    return active.current().map(RuleSet::id).map(id -> id.version());
  }

  Optional<String> alarm() {
    return active.alarm();
  }

  List<String> history() {
    return activations.page(0, 100).stream().map(Activation::version).toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
