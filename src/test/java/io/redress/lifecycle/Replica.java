package io.redress.lifecycle;

import io.redress.domain.decision.RuleSetId;
import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.LastKnownGoodFile;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.security.audit.Actor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One process of the service, as far as rule sets are concerned. */
public final class Replica implements AutoCloseable {
  static final RuleSetFiles SHIPPED =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());

  private static final Actor AUTHOR = Actor.within("test");

  private final ActiveRules active = new ActiveRules();
  public final Database database;
  final RuleSetStore store;
  final ActivationStore activations;
  public final RuleSets ruleSets;
  final StartupFallback standIn;

  public Replica(DatabaseSettings settings) {
    this(Database.open(settings), Path.of("target", "test-data", UUID.randomUUID().toString()));
  }

  Replica(Database database, Path data) {
    this.database = database;
    LastKnownGoodFile lastGood = new LastKnownGoodFile(data);
    ActiveRuleSetCache inCharge = new ActiveRuleSetCache(active, lastGood);
    standIn = new StartupFallback(inCharge, lastGood, Clock.systemUTC());
    store = new RuleSetStore(database);
    activations = new ActivationStore(database);
    ruleSets =
        new RuleSets(store, activations, inCharge, new FourEyes(() -> true), Clock.systemUTC());
  }

  /**
   * Shipped rules with one test case more, so that they are another rule set and decide the same.
   */
  public StoredRuleSet propose(String difference) {
    byte[] remark =
        ("- id: "
                + difference
                + "\n  title: More of the same\n"
                + "  facts: {disputeType: NOT_RECEIVED, reason: LOST}\n"
                + "  expect: {resolution: FULL_REFUND}\n")
            .getBytes(StandardCharsets.UTF_8);
    Proposal proposal =
        ruleSets.propose(
            SHIPPED.with(Map.of("test-cases/remark.yaml", remark)), null, difference, AUTHOR);
    return ((Proposal.Kept) proposal).ruleSet();
  }

  /** What becomes of the shipped rules with a file that somebody saved in their folder. */
  StoredRuleSet save(String file, String content) {
    RuleSetFiles files = SHIPPED.with(Map.of(file, content.getBytes(StandardCharsets.UTF_8)));
    ruleSets.proposeSaved(files, List.of(), AUTHOR, true);
    return ruleSets.find(RuleSetId.of(files.hash()).version()).orElseThrow();
  }

  public ActivationResult activate(StoredRuleSet ruleSet) {
    return ruleSets.activate(ruleSet, Set.of(), AUTHOR);
  }

  public Optional<String> decides() {
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
