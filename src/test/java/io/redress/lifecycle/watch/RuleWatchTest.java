package io.redress.lifecycle.watch;

import static io.redress.Patience.await;

import io.redress.lifecycle.FolderNotes;
import io.redress.lifecycle.Replica;
import io.redress.lifecycle.store.FolderProposalStore;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Protection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
class RuleWatchTest {

  private static final Path EMPTY_FOLDER = Path.of("target", "test-data", "none");

  @Test
  void activationReachesOtherReplicas() {
    try (PostgresServer server = new PostgresServer()) {
      DatabaseSettings shared = server.fresh();
      try (Replica one = new Replica(shared);
          Replica other = new Replica(shared)) {
        one.activate(one.propose("first"));
        other.ruleSets.refresh();
        RuleWatch watch = watch(other);
        try {
          one.activate(one.propose("second"));
          await().until(() -> other.activeVersion().equals(one.activeVersion()));
        } finally {
          watch.stop(null);
        }
      }
    }
  }

  private static Protection protection(Replica replica) {
    Clock clock = Clock.systemUTC();
    KeyCache keys = new KeyCache(() -> new KeyStore(replica.database, clock), clock, EMPTY_FOLDER);
    return new Protection(keys, false, "127.0.0.1");
  }

  /** The watch of a replica that does not activate rule sets from its folder. */
  private static RuleWatch watch(Replica replica) {
    RuleFolders folders = new RuleFolders(Path.of("rules"), Path.of("test-cases"));
    FolderRules folder =
        new FolderRules(
            replica.ruleSets,
            folders,
            new FolderProposalStore(replica.database),
            Clock.systemUTC(),
            Optional.of(false),
            protection(replica));
    RuleWatch watch =
        new RuleWatch(replica.database, replica.ruleSets, folder, folders, new FolderNotes());
    watch.start(() -> {});
    return watch;
  }
}
