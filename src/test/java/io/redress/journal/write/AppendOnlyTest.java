package io.redress.journal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.journal.verify.PastDecisions;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.Database;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class AppendOnlyTest {
  private static final List<String> CHANGES =
      List.of(
          "update journal_chain set body = sealed",
          "delete from journal_chain",
          "delete from journal_chain where number = 1",
          "truncate table journal_chain",
          "update journal_entry set decision = '{}'",
          "delete from journal_entry",
          "delete from journal_entry where number = 1",
          "truncate table journal_entry",
          "truncate table journal_cut",
          "update journal_cut set through = 100",
          "delete from journal_cut");

  /** Entries as versions before wrote them. */
  private static final String OLDER =
      """
      insert into journal_entry select 'older', number, decision_id, 'd', decided_at,
        date '2026-01-01', 'version', 'NONE', 'NONE', 'RESOLVED', 0, null, null, 'shop', 'r', '{}',
        '{}', key_id, sealed, repeat('0', 64), repeat('0', 64) from journal_chain
      """;

  @ParameterizedTest
  @EnumSource
  void databaseRefusesChangesAndDeletions(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      Database database = replica.database;
      WrittenJournal journal = PastDecisions.journal(replica, Instant.EPOCH);
      journal.dress("a");
      journal.dress("b");
      database.jdbi().useHandle(handle -> handle.execute(OLDER));
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into journal_cut (replica, through, hash, cut_at)"
                          + " values ('other', 1, repeat('0', 64), current_timestamp)"));
      for (String change : CHANGES) {
        assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(change)))
            .as(change)
            .isInstanceOf(JdbiException.class);
      }
      assertThat(count(database, "journal_chain")).isEqualTo(2);
      assertThat(count(database, "journal_entry")).isEqualTo(2);
      assertThat(count(database, "journal_cut")).isEqualTo(1);
    }
  }

  private static int count(Database database, String table) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
