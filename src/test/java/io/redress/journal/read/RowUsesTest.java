package io.redress.journal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.domain.decision.DecisionJson;
import io.redress.insight.usage.RowPlace;
import io.redress.journal.projection.Projection;
import io.redress.journal.read.RowUses.Uses;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.Database;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedFiles;
import io.redress.security.audit.Actor;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums of rows are those that counting over the decisions of the journal gives. */
@Tag("service")
class RowUsesTest {
  private static final Instant BEGUN = Instant.parse("2026-03-01T08:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int DECISIONS = 2_000;

  private static final List<String> REASONS =
      List.of("DAMAGED", "DEFECTIVE", "WRONG_ITEM", "MISSING_PARTS", "NOT_AS_DESCRIBED");
  private static final List<String> LATE =
      List.of("LOST", "IN_TRANSIT", "CUSTOMS_DETAINED", "TRACKING_NOT_FOUND");
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD");

  /** What was counted of a row: a text, so that a difference is easy to read. */
  private record Counted(String ruleSet, RowPlace row) {}

  @ParameterizedTest
  @EnumSource
  void usageIsWhatCountingOverTheDecisionsGives(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      fill(replica);
      Database database = replica.database;

      Map<String, String> counted = counted(database, FIRST, LAST);
      assertThat(counted).hasSizeGreaterThan(60);
      assertThat(String.join("", counted.values())).contains(CURRENCIES);
      assertThat(read(database, FIRST, LAST)).isEqualTo(counted);

      LocalDate from = LocalDate.of(2026, 3, 20);
      LocalDate to = LocalDate.of(2026, 4, 2);
      Map<String, String> fortnight = counted(database, from, to);
      assertThat(fortnight).isNotEmpty().isNotEqualTo(counted);
      assertThat(read(database, from, to)).isEqualTo(fortnight);

      Uses uses = new RowUses(database).read(FIRST, LAST, all -> List.of());
      assertThat(uses.rows()).isEmpty();
      assertThat(uses.decisions()).hasSize(2);
      assertThat(uses.decisions().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(DECISIONS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void severalSumUpEachEntryOnceAlsoAfterAPartFailed(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      fill(replica);
      Database database = replica.database;
      // Searches are ahead, as after an update from a version without sums of rows.
      assertThat(new Projection(database).catchUp(PATIENCE)).isTrue();
      execute(database, "truncate table row_day", "truncate table rule_set_day");
      execute(database, "update projection set rows_number = 0");
      execute(
          database,
          "alter table rule_set_day add constraint refused check (decided_on < date '2026-04-01')");
      assertThat(catchThrowable(() -> read(database, FIRST, LAST))).isNotNull();
      execute(database, "alter table rule_set_day drop constraint refused");

      List<CompletableFuture<Boolean>> summing =
          IntStream.range(0, 4)
              .mapToObj(
                  each ->
                      CompletableFuture.supplyAsync(
                          () -> new Projection(database).catchUpRows(PATIENCE)))
              .toList();

      assertThat(summing).allSatisfy(done -> assertThat(done.join()).isTrue());
      assertThat(read(database, FIRST, LAST)).isEqualTo(counted(database, FIRST, LAST));
      assertThat(new JournalSearch(database).count(SearchQuery.ALL)).isEqualTo(DECISIONS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMissingIsSummedUpAgainAndSearchesStay(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      PastDecisions.journal(replica, BEGUN).keepAll(facts(5, 20), Duration.ofHours(1));
      Database database = replica.database;
      Map<String, String> before = read(database, FIRST, LAST);
      Projection projection = new Projection(database);
      assertThat(projection.repair()).isFalse();

      execute(database, "delete from row_day", "delete from rule_set_day");
      assertThat(projection.repair()).isTrue();

      assertThat(read(database, FIRST, LAST)).isEqualTo(before).isNotEmpty();
      assertThat(new JournalSearch(database).count(SearchQuery.ALL)).isEqualTo(20);
      assertThat(projection.repair()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void entriesThatAreDeletedAreTakenAway(Databases kind) {
    try (Replica replica = new Replica(kind.fresh())) {
      fill(replica);
      Database database = replica.database;
      assertThat(new Projection(database).catchUpRows(PATIENCE)).isTrue();
      Instant oldest = Instant.parse("2026-03-25T11:00:00Z");

      long deleted =
          new JournalTruncation(database, oldest, oldest.plusSeconds(1), Actor.within("test"))
              .run();

      assertThat(deleted).isBetween(1L, DECISIONS - 1L);
      Map<String, String> rest = counted(database, FIRST, LAST);
      assertThat(read(database, FIRST, LAST)).isEqualTo(rest).isNotEmpty();
      assertThat(read(database, FIRST, LocalDate.of(2026, 3, 24))).isEmpty();
    }
  }

  /** Decisions under two rule sets, one after the other, of some fifty days. */
  private static void fill(Replica replica) {
    List<String> facts = facts(42, DECISIONS);
    WrittenJournal journal = PastDecisions.journal(replica, BEGUN);
    journal.keepAll(facts.subList(0, DECISIONS / 2), Duration.ofMinutes(37));
    Map<String, byte[]> files = new TreeMap<>(ShippedFiles.all().all());
    files.computeIfPresent(
        "invariants.yaml",
        (name, content) ->
            (new String(content, StandardCharsets.UTF_8) + "\n# another\n")
                .getBytes(StandardCharsets.UTF_8));
    PastDecisions.journal(
            replica, RuleSetFiles.of(files), BEGUN.plus(Duration.ofMinutes(37L * DECISIONS / 2)))
        .keepAll(facts.subList(DECISIONS / 2, DECISIONS), Duration.ofMinutes(37));
  }

  private static List<String> facts(long seed, int many) {
    Random random = new Random(seed);
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      boolean arrived = random.nextBoolean();
      int quantity = 1 + random.nextInt(20);
      String currency = one(CURRENCIES, random);
      String order =
          "\"orderedOn\": \"2026-01-05\", \"quantity\": "
              + quantity
              + (random.nextInt(5) == 0
                  ? ""
                  : ", \"currency\": \"%s\", \"unitPrice\": \"%s\", \"shippingFee\": \"3\""
                      .formatted(currency, amount(random, currency)));
      facts.add(
          """
          {"disputeId": "row-%d", "asOf": "2026-03-01", "disputeType": "%s", "reason": "%s",
           "desiredOutcome": "%s", "delayCause": "%s", "order": {%s, "buyerCountry": "%s"},
           "shipment": {"shippedOn": "2026-01-10", "latestDeliveryOn": "2026-02-%02d"}%s}
          """
              .formatted(
                  i,
                  arrived ? "NOT_AS_DESCRIBED" : "NOT_RECEIVED",
                  one(arrived ? REASONS : LATE, random),
                  one(List.of("REFUND", "REPLACEMENT", "KEEP_WITH_COMPENSATION"), random),
                  one(List.of("NONE", "PEAK_SEASON", "CUSTOMS", "STRIKE"), random),
                  order,
                  one(List.of("DE", "US", "BR", "JP"), random),
                  1 + random.nextInt(28),
                  arrived
                      ? ", \"problem\": {\"reportedOn\": \"2026-02-20\", \"defectiveQuantity\": %d},"
                              .formatted(1 + random.nextInt(quantity))
                          + " \"evidence\": {\"types\": [%s]}"
                              .formatted(one(List.of("", "\"VIDEO\"", "\"PHOTO\""), random))
                      : ""));
    }
    return facts;
  }

  private static String amount(Random random, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return BigDecimal.valueOf(1 + random.nextInt(5_000), digits).toPlainString();
  }

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static Map<String, String> read(Database database, LocalDate from, LocalDate to) {
    Map<String, String> read = new TreeMap<>();
    new RowUses(database)
        .read(from, to, all -> all)
        .rows()
        .forEach(
            (ruleSet, rows) ->
                rows.forEach(
                    (place, use) -> {
                      SortedMap<String, String> money = new TreeMap<>();
                      use.money()
                          .forEach(
                              (currency, amounts) ->
                                  money.put(
                                      currency, amounts.refunds() + "+" + amounts.discounts()));
                      read.put(
                          new Counted(ruleSet, place).toString(),
                          use.decisions() + " until " + use.lastUsed() + " " + money);
                    }));
    return read;
  }

  /** Counts over every decision of the journal, as it was answered. */
  private static Map<String, String> counted(Database database, LocalDate from, LocalDate to) {
    Map<String, Integer> decisions = new TreeMap<>();
    Map<String, LocalDate> last = new TreeMap<>();
    Map<String, SortedMap<String, BigDecimal[]>> money = new TreeMap<>();
    new JournalSearch(database)
        .entries(
            SearchQuery.ALL,
            kept -> {
              var decided = kept.entry().decided();
              LocalDate day = decided.decidedAt().atZone(ZoneOffset.UTC).toLocalDate();
              if (day.isBefore(from) || day.isAfter(to)) {
                return;
              }
              JsonNode answer = DecisionJson.read(decided.decision());
              JsonNode order = DecisionJson.read(decided.facts()).path("order");
              BigDecimal[] amounts = amounts(answer, order);
              Set<String> rows = new HashSet<>();
              for (JsonNode step : answer.path("trace")) {
                if (step.has("row")) {
                  RowPlace place =
                      new RowPlace(
                          step.get("file").asText(),
                          step.get("sheet").asText(),
                          step.get("row").asInt());
                  rows.add(new Counted(decided.ruleSet(), place).toString());
                }
              }
              for (String row : rows) {
                decisions.merge(row, 1, Integer::sum);
                last.merge(row, day, (one, other) -> one.isAfter(other) ? one : other);
                money.computeIfAbsent(row, first -> new TreeMap<>());
                if (amounts[0].signum() + amounts[1].signum() > 0) {
                  money
                      .get(row)
                      .merge(
                          order.path("currency").asText(),
                          amounts,
                          (one, other) ->
                              new BigDecimal[] {one[0].add(other[0]), one[1].add(other[1])});
                }
              }
            });
    Map<String, String> counted = new TreeMap<>();
    decisions.forEach(
        (row, many) -> {
          SortedMap<String, String> sums = new TreeMap<>();
          money.get(row).forEach((currency, sum) -> sums.put(currency, sum[0] + "+" + sum[1]));
          counted.put(row, many + " until " + last.get(row) + " " + sums);
        });
    return counted;
  }

  /** The refund, and the value of the discount on an order like this one. */
  private static BigDecimal[] amounts(JsonNode answer, JsonNode order) {
    if (!order.has("currency")) {
      return new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO};
    }
    int digits = Currency.getInstance(order.get("currency").asText()).getDefaultFractionDigits();
    BigDecimal value =
        new BigDecimal(order.get("unitPrice").asText())
            .multiply(BigDecimal.valueOf(order.get("quantity").asInt()));
    BigDecimal percent = answer.path("nextOrderDiscountPercent").decimalValue();
    return new BigDecimal[] {
      new BigDecimal(answer.at("/refund/amount").asText("0")).setScale(digits),
      value.multiply(percent).movePointLeft(2).setScale(digits, RoundingMode.HALF_UP)
    };
  }

  private static void execute(Database database, String... statements) {
    for (String sql : statements) {
      database.jdbi().useHandle(handle -> handle.execute(sql));
    }
  }
}
