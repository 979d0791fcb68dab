package io.redress.watch;

import static org.awaitility.Awaitility.await;

import io.redress.access.KeyRing;
import io.redress.access.KeyStore;
import io.redress.access.Protection;
import io.redress.database.DatabaseSettings;
import io.redress.database.PostgresServer;
import io.redress.lifecycle.Replica;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleWatchTest {
  /** It takes less than two seconds; a test that measured them would fail on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Path NOTHING_KEPT = Path.of("target", "test-data", "none");

  @Test
  void whatOneReplicaActivatesDecidesInTheOthers() {
    try (PostgresServer server = new PostgresServer()) {
      DatabaseSettings shared = server.fresh();
      try (Replica one = new Replica(shared);
          Replica other = new Replica(shared)) {
        one.activate(one.propose("first"));
        other.ruleSets.follow();
        RuleWatch watch = watch(other);
        try {
          one.activate(one.propose("second"));
          await().atMost(PATIENCE).until(() -> other.decides().equals(one.decides()));
        } finally {
          watch.stop(null);
        }
      }
    }
  }

  private static Protection protection(Replica replica) {
    Clock clock = Clock.systemUTC();
    KeyRing keys = new KeyRing(() -> new KeyStore(replica.database, clock), clock, NOTHING_KEPT);
    return new Protection(keys, false, "127.0.0.1");
  }

  /** Of a replica whose folder decides nothing by itself. */
  private static RuleWatch watch(Replica replica) {
    RuleFolders folders = new RuleFolders(Path.of("rules"), Path.of("test-cases"));
    FolderRules folder =
        new FolderRules(replica.ruleSets, folders, Optional.of(false), protection(replica));
    RuleWatch watch = new RuleWatch(replica.database, replica.ruleSets, folder, folders);
    watch.start(() -> {});
    return watch;
  }
}
