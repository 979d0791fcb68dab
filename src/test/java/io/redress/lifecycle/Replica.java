package io.redress.lifecycle;

import io.redress.database.Database;
import io.redress.database.DatabaseSettings;
import io.redress.ruleset.ActiveRules;
import io.redress.ruleset.RuleSet;
import io.redress.ruleset.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process of the service, as far as rule sets are concerned. */
final class Replica implements AutoCloseable {
  private static final RuleSetFiles SHIPPED =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());

  final ActiveRules active = new ActiveRules();
  final Database database;
  final RuleSetStore store;
  final RuleSets ruleSets;

  Replica(DatabaseSettings settings) {
    database = Database.open(settings);
    store = new RuleSetStore(database);
    ruleSets = new RuleSets(store, active, Clock.systemUTC());
  }

  /** Shipped rules that differ from all others by a law's title, and decide the same. */
  StoredRuleSet propose(String difference) {
    byte[] remark =
        ("- id: "
                + difference
                + "\n  title: More of the same\n"
                + "  facts: {disputeType: NOT_RECEIVED, reason: LOST}\n"
                + "  expect: {resolution: FULL_REFUND}\n")
            .getBytes(StandardCharsets.UTF_8);
    Proposal proposal =
        ruleSets.propose(
            SHIPPED.with(Map.of("test-cases/remark.yaml", remark)), null, difference, "test");
    return ((Proposal.Kept) proposal).ruleSet();
  }

  Outcome activate(StoredRuleSet ruleSet) {
    return ruleSets.activate(ruleSet, null, "test");
  }

  Optional<String> decides() {
    return active.current().map(RuleSet::id).map(id -> id.version());
  }

  /** Listens for what other replicas do, until it is stopped; its folder decides nothing. */
  RuleWatch watch(Path rules, Path testCases) {
    RuleFolders folders = new RuleFolders(rules, testCases);
    FolderRules folder = new FolderRules(ruleSets, folders, Optional.of(false), "127.0.0.1");
    RuleWatch watch = new RuleWatch(database, ruleSets, folder, folders);
    watch.start();
    return watch;
  }

  List<String> history() {
    return store.activations(100).stream().map(Activation::version).toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
