package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.PackagedJar.Ended;
import io.redress.PackagedJar.Service;
import io.redress.domain.RecordOf;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.Forgery;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code journal verify --server}: a protected service proves the journal that it has open. */
class RemoteProofIT {
  @TempDir private Path data;

  @Test
  void aServiceProvesItsJournalToWhoMayAuditItAndNamesTheEntryThatWasChanged() throws Exception {
    UUID changed = decideThrice();
    String audit = key("audit");
    String decide = key("decide");
    Path anchors = data.resolve("anchors");
    try (Service service = PackagedJar.serve(environment())) {
      Ended whole = verify(service, audit);
      assertThat(whole.exitCode()).as(whole.output()).isZero();
      assertThat(whole.output())
          .contains("3 entries, 3 decided again, 0 of them differently")
          .contains("the journal is intact.");
      String anchor = whole.output().lines().findFirst().orElseThrow();
      Files.writeString(anchors, anchor.replace(":3:", ":4:"));
      Ended scoped =
          verify(
              service,
              audit,
              "--since",
              "2026-03-02",
              "--no-redecide",
              "--anchor",
              anchors.toString());
      assertThat(scoped.exitCode()).as(scoped.output()).isEqualTo(1);
      assertThat(scoped.output()).contains("ANCHOR_LOST replica-1 4", "0 entries, 0 decided again");
      Files.writeString(anchors, anchor);

      assertRefused(verify(service, decide), "403 Ask an admin for a key with the required role");
      assertRefused(verify(service, "redress_0123456789ab_unknown"), "401 ");
    }
    change(changed);
    try (Service service = PackagedJar.serve(environment())) {
      Ended broken = verify(service, audit, "--anchor", anchors.toString());
      assertThat(broken.exitCode()).as(broken.output()).isEqualTo(1);
      assertThat(broken.output())
          .contains("CHANGED replica-1 2 (" + changed + ")")
          .contains("DIFFERENT replica-1 2 (" + changed + ")", "now \"KEEP_TRACKING\"")
          .doesNotContain("replica-1 1 (", "replica-1 3 (", "ANCHOR_LOST")
          .contains("3 decided again, 1 of them differently", "the journal is NOT intact.");
    }
  }

  private static void assertRefused(Ended ended, String why) {
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(2);
    assertThat(ended.output()).startsWith(why).doesNotContain("whole", "\tat ");
  }

  /** The second of three decisions. */
  private UUID decideThrice() throws IOException {
    PackagedJar.activatedData(data);
    try (Replica replica = new Replica(DatabaseSettings.embedded(data))) {
      WrittenJournal journal =
          PastDecisions.journal(replica, Instant.parse("2026-03-01T08:00:00Z"));
      journal.dress("a");
      UUID second = journal.dress("b");
      journal.dress("c");
      return second;
    }
  }

  private void change(UUID decisionId) {
    try (Replica replica = new Replica(DatabaseSettings.embedded(data))) {
      Databases.EMBEDDED.permitAll(replica.database);
      Forgery.decision(
          replica.database,
          2,
          decided -> {
            assertThat(decided.decisionId()).isEqualTo(decisionId);
            return RecordOf.copy(decided)
                .with("decision", decided.decision().replace("KEEP_TRACKING", "FULL_REFUND"))
                .build();
          });
    }
  }

  private String key(String role) throws Exception {
    Ended added = PackagedJar.run(environment(), "", "keys", "add", "--name", role, "--role", role);
    assertThat(added.exitCode()).as(added.output()).isZero();
    return added
        .output()
        .lines()
        .filter(line -> line.startsWith("redress_"))
        .findFirst()
        .orElseThrow();
  }

  private static Ended verify(Service service, String key, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("journal", "verify", "--server"));
    command.add(service.address("/").toString());
    command.addAll(List.of(options));
    return PackagedJar.run(Map.of("REDRESS_API_KEY", key), "", command.toArray(String[]::new));
  }

  private Map<String, String> environment() {
    return Map.of("REDRESS_DATA_DIR", data.toString());
  }
}
