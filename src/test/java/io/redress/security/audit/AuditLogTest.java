package io.redress.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("service")
class AuditLogTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123Z");
  private static final AuditQuery ALL = new AuditQuery(null, null, null, null);

  @TempDir private Path folder;

  @Test
  void eventsCannotBeChangedOrDeletedInTheEmbeddedDatabase() {
    assertOnlyAppended(DatabaseSettings.embedded(folder));
  }

  @Test
  void eventsCannotBeChangedOrDeletedInPostgresql() {
    try (PostgresServer server = new PostgresServer()) {
      assertOnlyAppended(server.fresh());
    }
  }

  private static void assertOnlyAppended(DatabaseSettings settings) {
    try (Database database = Database.open(settings)) {
      AuditLog log = new AuditLog(database);
      Actor anna = new Actor("anna", "10.0.0.1", "r-1");
      log.append(anna, AuditAction.KEY_ADDED, "k1", NOW, Map.of("roles", "decide"));
      log.append(
          Actor.within("folder"),
          AuditAction.RULE_SET_PROPOSED,
          "v1",
          NOW.plusSeconds(1),
          Map.of());

      for (String change :
          new String[] {
            "update audit_event set who = 'Mallory'",
            "delete from audit_event",
            "delete from audit_event where who = 'anna'",
            "truncate table audit_event"
          }) {
        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(change)))
            .hasMessageContaining("audit_event");
      }
      assertThat(log.page(ALL, 0, 10))
          .extracting(AuditEvent::who, AuditEvent::what, AuditEvent::subject, AuditEvent::address)
          .containsExactly(
              tuple("folder", "RULE_SET_PROPOSED", "v1", ""),
              tuple("anna", "KEY_ADDED", "k1", "10.0.0.1"));
      assertThat(log.count(new AuditQuery("anna", AuditAction.KEY_ADDED, NOW, NOW.plusMillis(1))))
          .isOne();
      assertThat(log.count(new AuditQuery(null, null, NOW.plusMillis(1), null))).isOne();
    }
  }
}
