package io.redress.lifecycle.watch;

import static org.awaitility.Awaitility.await;

import io.redress.lifecycle.Replica;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Protection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
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
    KeyCache keys = new KeyCache(() -> new KeyStore(replica.database, clock), clock, NOTHING_KEPT);
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
