package io.redress.journal.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.PersonalDataKeys;
import io.redress.journal.read.SearchQuery;
import io.redress.journal.read.SortOrder;
import io.redress.journal.verify.IntegrityFinding;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.Forgery;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.Database;
import io.redress.security.audit.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class ProjectionTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Three parts, the last of which is not full. */
  private static final int MANY = 2_100;

  @ParameterizedTest
  @EnumSource
  void severalCopyEachEntryOnceWhileOthersAreWritten(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dresses("a", MANY);
      WrittenJournal other = PastDecisions.journal(replica, "replica-2", BEGUN);

      List<CompletableFuture<Boolean>> copying =
          IntStream.range(0, 4)
              .mapToObj(
                  each ->
                      CompletableFuture.supplyAsync(
                          () -> new Projection(replica.database).catchUp(PATIENCE)))
              .toList();
      other.dress("b");
      other.dress("c");
      assertThat(copying).allSatisfy(copied -> assertThat(copied.join()).isTrue());

      assertThat(new JournalSearch(replica.database).count(SearchQuery.ALL)).isEqualTo(MANY + 2);
      assertThat(rows(replica.database)).isEqualTo(MANY + 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void partThatFailsIsCopiedLater(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dresses("a", 3);
      Database database = replica.database;
      String check = "alter table decision_search add constraint refused check (dispute_id <> 'a')";
      database.jdbi().useHandle(handle -> handle.execute(check));
      JournalSearch search = new JournalSearch(database);
      assertThat(catchThrowable(() -> search.count(SearchQuery.ALL))).isNotNull();
      assertThat(rows(database)).isZero();

      database
          .jdbi()
          .useHandle(
              handle -> handle.execute("alter table decision_search drop constraint refused"));
      assertThat(search.count(SearchQuery.ALL)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMissingIsCopiedAgain(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      journal.dresses("a", 5);
      Projection projection = new Projection(replica.database);
      assertThat(projection.catchUp(PATIENCE)).isTrue();
      assertThat(projection.repair()).isFalse();

      replica.database.jdbi().useHandle(handle -> handle.execute("delete from decision_search"));
      assertThat(projection.repair()).isTrue();
      assertThat(new JournalSearch(replica.database).count(SearchQuery.ALL)).isEqualTo(5);
      assertThat(projection.repair()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void verificationFindsWhatSearchesShowOtherwise(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).dress("a");
      assertThat(PastDecisions.verify(replica).doubts()).isEmpty();
      for (String change :
          List.of(
              "update decision_search set resolution = 'FULL_REFUND'",
              "update decision_search set dispute_id = 'b', decided_at = current_timestamp",
              "delete from decision_search")) {
        replica.database.jdbi().useHandle(handle -> handle.execute(change));
        List<IntegrityFinding> doubts = PastDecisions.verify(replica).doubts();
        assertThat(doubts)
            .as(change)
            .extracting(IntegrityFinding::kind, IntegrityFinding::pointer)
            .startsWith(tuple(IntegrityFinding.Kind.DIFFERENT, "/journal/search"));
        assertThat(doubts.subList(1, doubts.size()))
            .as(change)
            .extracting(IntegrityFinding::kind)
            .isNotEmpty()
            .containsOnly(IntegrityFinding.Kind.MISCOPIED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void entriesOfVersionsBeforeAreReadWithNewOnes(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      List<UUID> ids = new ArrayList<>();
      WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
      Stream.of("a", "b", "a").forEach(dispute -> ids.add(journal.dress(dispute)));
      kind.permitAll(replica.database);
      Forgery.older(replica.database);
      WrittenJournal after = PastDecisions.journal(replica, BEGUN.plus(Duration.ofMinutes(1)));
      Stream.of("c", "a").forEach(dispute -> ids.add(after.dress(dispute)));

      assertThat(PastDecisions.verify(replica).doubts()).isEmpty();
      assertThat(PastDecisions.verify(replica).entries()).isEqualTo(5);

      JournalSearch search = new JournalSearch(replica.database);
      assertThat(ids).allSatisfy(id -> assertThat(search.find(id)).isPresent());
      assertThat(search.count(SearchQuery.ALL)).isEqualTo(5);
      assertThat(search.count(ofDispute("a"))).isEqualTo(3);
      List<UUID> found = new ArrayList<>();
      search.summaries(SearchQuery.ALL, item -> found.add(item.decisionId()));
      assertThat(found).isEqualTo(ids);
      found.clear();
      search.entries(SearchQuery.ALL, kept -> found.add(kept.entry().decided().decisionId()));
      assertThat(found).isEqualTo(ids);
      for (int offset = 0; offset < 5; offset++) {
        assertThat(search.page(SearchQuery.ALL, SortOrder.DEFAULT, offset, 2))
            .extracting(DecisionListItem::decisionId)
            .startsWith(ids.get(4 - offset));
      }
      assertThat(search.onDispute("a", 2))
          .extracting(kept -> kept.entry().decided().decisionId())
          .containsExactly(ids.get(2), ids.get(4));
      PersonalDataKeys keys = new PersonalDataKeys(replica.database, Clock.systemUTC());
      assertThat(keys.destroy("a", Actor.within("test")).decisions()).isEqualTo(3);
    }
  }

  private static SearchQuery ofDispute(String dispute) {
    return new SearchQuery(dispute, null, null, null, null, null, Map.of());
  }

  private static int rows(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from decision_search")
                    .mapTo(Integer.class)
                    .one());
  }
}
