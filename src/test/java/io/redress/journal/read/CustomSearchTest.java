package io.redress.journal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.journal.verify.IntegrityFinding;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.rules.ruleset.OwnFactsRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches by facts and outcomes of the seller's own. */
@Tag("service")
class CustomSearchTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T08:00:00Z");

  @ParameterizedTest
  @EnumSource
  void decisionsAreFoundByOwnFactsAndOutcomes(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, OwnFactsRules.FILES, BEGUN);
      keep(
          journal, "gold", "\"tier\": \"GOLD\", \"orders\": 12, \"fee\": \"12.50\", \"vip\": true");
      keep(journal, "silver", "\"tier\": \"SILVER\", \"fee\": 0, \"store\": \"Blue Silk\"");
      keep(journal, "none", "\"since\": \"2024-05-02\"");
      JournalSearch search = new JournalSearch(replica.database);

      assertThat(found(search, Map.of("tier", "GOLD"))).containsExactly("gold");
      assertThat(found(search, Map.of("tier", "gold"))).isEmpty();
      assertThat(found(search, Map.of("fee", "12.5"))).containsExactly("gold");
      assertThat(found(search, Map.of("fee", "12.500"))).containsExactly("gold");
      assertThat(found(search, Map.of("fee", "0.0"))).containsExactly("silver");
      assertThat(found(search, Map.of("vip", "true", "queue", "VIP"))).containsExactly("gold");
      assertThat(found(search, Map.of("tier", "GOLD", "queue", "MAIN"))).isEmpty();
      assertThat(found(search, Map.of("queue", "MAIN"))).containsExactly("silver", "none");
      assertThat(found(search, Map.of("since", "2024-05-02"))).containsExactly("none");
      assertThat(found(search, Map.of("store", "Blue Silk"))).isEmpty();
      assertThat(search.customNames())
          .containsExactly("fee", "hours", "orders", "queue", "since", "tier", "vip");

      List<DecisionListItem> items = new ArrayList<>();
      search.summaries(SearchQuery.ALL, items::add);
      assertThat(items.get(0).custom())
          .isEqualTo(
              new TreeMap<>(
                  Map.of(
                      "tier",
                      "GOLD",
                      "orders",
                      new BigDecimal("12"),
                      "fee",
                      new BigDecimal("12.5"),
                      "vip",
                      true,
                      "queue",
                      "VIP",
                      "hours",
                      new BigDecimal("4"))));
      assertThat(search.page(query(Map.of("tier", "SILVER")), SortOrder.DEFAULT, 0, 10))
          .singleElement()
          .satisfies(item -> assertThat(item.custom()).doesNotContainKey("store"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void verificationComparesWhatSearchesHave(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, OwnFactsRules.FILES, BEGUN);
      keep(journal, "gold", "\"tier\": \"GOLD\", \"orders\": 12, \"store\": \"Blue Silk\"");
      assertThat(PastDecisions.whole(replica)).isTrue();

      for (String change :
          List.of(
              "update journal_custom set custom_value = 'SILVER' where custom_name = 'tier'",
              "delete from journal_custom where custom_name = 'queue'",
              "delete from journal_custom")) {
        replica.database.jdbi().useHandle(handle -> handle.execute(change));
        assertThat(PastDecisions.verify(replica).doubts())
            .extracting(IntegrityFinding::kind, IntegrityFinding::pointer)
            .containsExactly(tuple(IntegrityFinding.Kind.DIFFERENT, "/journal/custom"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void truncatedDecisionsAreNotFound(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      WrittenJournal journal = PastDecisions.journal(replica, OwnFactsRules.FILES, BEGUN);
      keep(journal, "gold", "\"tier\": \"GOLD\"");
      Clock later = Clock.fixed(BEGUN.plus(Duration.ofDays(40)), ZoneOffset.UTC);
      new Retention(
              replica.database,
              new PersonalDataKeys(replica.database, later),
              new ClockCheck(replica.database, later),
              later,
              Optional.of(Duration.ofDays(30)),
              Optional.empty())
          .deleteExpired();

      JournalSearch search = new JournalSearch(replica.database);
      assertThat(search.count(SearchQuery.ALL)).isZero();
      assertThat(search.customNames()).isEmpty();
    }
  }

  private static void keep(WrittenJournal journal, String disputeId, String custom) {
    String facts =
        WrittenJournal.DRESS
            .formatted(disputeId)
            .replaceFirst("\\{", "{\"custom\": {" + custom + "}, ");
    journal.keep(facts.getBytes(StandardCharsets.UTF_8), "shop");
  }

  private static List<String> found(JournalSearch search, Map<String, String> custom) {
    List<String> found = new ArrayList<>();
    search.summaries(query(custom), item -> found.add(item.disputeId()));
    assertThat(search.count(query(custom))).isEqualTo(found.size());
    return found;
  }

  private static SearchQuery query(Map<String, String> custom) {
    return new SearchQuery(null, null, null, null, null, null, custom);
  }
}
