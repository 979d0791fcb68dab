package io.redress.journal.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.journal.projection.EntryMove.Position;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.SearchQuery;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.Forgery;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class EntryMoveTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T08:00:00Z");

  /** Three parts, the last of which is not full. */
  private static final int OLDER = 450;

  /** After each part all is found, summed up and verified as before, while others are written. */
  @ParameterizedTest
  @EnumSource
  void journalIsTheSameAfterEachPart(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      Database database = replica.database;
      PastDecisions.journal(replica, "replica-1", BEGUN).dresses("a", OLDER);
      PastDecisions.journal(replica, "replica-2", BEGUN).dresses("b", 3);
      permittedOnce(kind, database, () -> Forgery.older(database));
      WrittenJournal journal = PastDecisions.journal(replica, "replica-1", BEGUN);
      List<UUID> before = found(database);
      int added = 0;

      EntryMove move = new EntryMove(database);
      Optional<Position> part = move.part(Position.FIRST);
      assertThat(part).isPresent();
      long moved = 0;
      while (part.isPresent()) {
        moved += part.get().moved();
        UUID fresh = journal.dress("c");
        before.add(fresh);
        added++;
        assertThat(found(database)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(new JournalSearch(database).count(SearchQuery.ALL))
            .isEqualTo(OLDER + 3L + added);
        assertThat(sum(database)).isEqualTo(rows(database, "decision_search"));
        assertThat(new JournalSearch(database).find(before.get(0))).isPresent();
        assertThat(PastDecisions.chainsAreWhole(replica)).isTrue();
        part = move.part(part.get());
      }
      assertThat(moved).isEqualTo(OLDER + 3L);
      assertThat(rows(database, "journal_entry")).isZero();
      assertThat(rows(database, "journal_chain")).isEqualTo(OLDER + 3 + added);
    }
  }

  /** What happens to a part that was killed: the database undoes it. */
  @ParameterizedTest
  @EnumSource
  void partThatFailsMovesNothing(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      Database database = replica.database;
      PastDecisions.journal(replica, BEGUN).dresses("a", 5);
      permittedOnce(kind, database, () -> Forgery.older(database));
      execute(database, "alter table journal_chain add constraint refused check (number <> 4)");

      assertThatThrownBy(() -> new EntryMove(database).part(Position.FIRST))
          .isInstanceOf(JdbiException.class);
      assertThat(rows(database, "journal_entry")).isEqualTo(5);
      assertThat(rows(database, "journal_chain")).isZero();

      execute(database, "alter table journal_chain drop constraint refused");
      assertThat(new EntryMove(database).part(Position.FIRST).orElseThrow().moved()).isEqualTo(5);
      assertThat(PastDecisions.verify(replica).doubts()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void changedEntryStaysAsItIsAndNoneIsDeletedUnmoved(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      Database database = replica.database;
      PastDecisions.journal(replica, BEGUN).dresses("a", 3);
      permittedOnce(
          kind,
          database,
          () -> {
            Forgery.older(database);
            execute(database, "update journal_entry set caller = 'me' where number = 2");
          });
      assertThatThrownBy(() -> execute(database, "delete from journal_entry where number = 1"))
          .isInstanceOf(JdbiException.class);

      EntryMove move = new EntryMove(database);
      Position part = move.part(Position.FIRST).orElseThrow();
      assertThat(part.moved()).isEqualTo(2);
      assertThat(move.part(part)).isEmpty();
      assertThat(rows(database, "journal_entry")).isEqualTo(1);
      assertThat(PastDecisions.chainsAreWhole(replica)).isFalse();
      assertThat(found(database)).hasSize(3);
    }
  }

  /** Changes what the database refuses, and has it refuse that again. */
  private static void permittedOnce(Databases kind, Database database, Runnable change) {
    kind.permitAll(database);
    change.run();
    kind.refuseDeletions(database);
  }

  private static List<UUID> found(Database database) {
    List<UUID> found = new ArrayList<>();
    new JournalSearch(database).summaries(SearchQuery.ALL, item -> found.add(item.decisionId()));
    return found;
  }

  private static long sum(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select coalesce(sum(decisions), 0) from decision_hour")
                    .mapTo(Long.class)
                    .one());
  }

  private static int rows(Database database, String table) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private static void execute(Database database, String statement) {
    database.jdbi().useHandle(handle -> handle.execute(statement));
  }
}
