package io.redress.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.EditedRules;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.ReadResult;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.DatabaseSettings;
import io.redress.rules.ruleset.OwnFactsRules;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.source.WorkbookFixture.Percent;
import io.redress.security.audit.Actor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A law over random tables with values at and around limits: what is admitted and journaled
 * re-decides equal and verifies, and all else was refused at its cell.
 *
 * <p>{@code mvn -Pfull verify} tries a hundred of them.
 */
class RandomTablesLawTest {
  private static final int TABLES = Integer.getInteger("redress.tables", 4);
  private static final int ROWS = 12;
  private static final int FIRST_ROW = 4;
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  private static final List<Object> NUMBERS =
      List.of(
          0,
          -1,
          "7",
          "-0",
          0.1,
          5.1234,
          new BigDecimal("5.1234567"),
          new BigDecimal("1E-7"),
          new BigDecimal("9007199254740993"),
          "2147483648",
          "999999999999999999",
          "1000000000000000000000000000000",
          "123456789012345678901234567890.123456789",
          "0.000000000000000000001",
          "1e5",
          "７",
          "٣");
  private static final List<Object> PERCENTS =
      List.of(
          new Percent(0.05),
          new Percent(0.051234),
          new Percent(0.0512345),
          new Percent(0.051234567),
          new Percent(1),
          new Percent(1.0001),
          new Percent(-0.01),
          "5.1234%",
          "5.12345%",
          "100%",
          "101%",
          "0.00%",
          0.07);
  private static final List<Object> DAYS =
      List.of(
          LocalDate.of(1900, 3, 1),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(9999, 12, 31),
          "0001-01-01",
          "1582-10-10",
          "1900-02-29",
          "2023-02-29",
          "9999-12-31",
          "10000-01-01",
          "2026-02-30");
  private static final List<Object> WORDS =
      List.of("VIP", "MAIN", "vip", "ＶＩＰ", "V".repeat(101), "", "VIP\u200b", true);
  private static final List<Object> TRUTHS = List.of(true, false, "true", "nein", "是", 1);

  /** Remarks, which may hold anything that a cell may. */
  private static final List<Object> TEXTS =
      List.of(
          "\u00e9e\u0301 \ud83d\udc57\ud83c\udffd \u202Eabc\u202C \u4e2d\u6587",
          "x".repeat(4_000),
          "'; drop table journal_entry; --",
          "=1+1",
          "tab\tand\nline");

  private static final List<String> OUTCOMES =
      List.of("queue", "hours", "fine", "share", "until", "flag");

  @TempDir private Path folder;

  private long admitted;
  private long refused;

  @Test
  void whatIsAdmittedVerifiesAndAllElseIsRefusedAtItsCell() throws Exception {
    long kept = 0;
    try (Replica replica = new Replica(DatabaseSettings.embedded(folder))) {
      for (int seed = 0; seed < TABLES; seed++) {
        kept += keptUnder(replica, new Table(seed));
      }
      VerificationReport report = PastDecisions.verify(replica);
      assertThat(report.doubts()).isEmpty();
      assertThat(report.whole()).isTrue();
      assertThat(report.redecided()).isEqualTo(kept);
    }
    System.out.printf(
        "%d tables: %d cells admitted, %d refused; %d decisions verified%n",
        TABLES, admitted, refused, kept);
    assertThat(refused).isPositive();
    assertThat(kept).isGreaterThan((long) TABLES * ROWS / 2);
  }

  /** Decides one dispute for each row, and returns how many were journaled. */
  private long keptUnder(Replica replica, Table table) throws IOException {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSet.read(table.files(), problems);
    assertThat(problems)
        .allSatisfy(
            problem -> {
              assertThat(problem.file())
                  .as(problem.toString())
                  .isIn("limits.xlsx", "promises.xlsx");
              assertThat(problem.cell()).as(problem.toString()).isNotNull();
            });
    problems.forEach(table::leaveOut);
    refused += problems.size();
    admitted += (long) ROWS * OUTCOMES.size() + 1 - problems.size();

    RuleSetFiles files = table.files();
    List<RuleProblem> left = new ArrayList<>();
    RuleSet rules = RuleSet.read(files, left).orElseThrow(() -> new AssertionError(left));
    assertThat(replica.ruleSets.propose(files, null, "seed", Actor.within("test")))
        .isInstanceOf(Proposal.Kept.class);
    WrittenJournal journal = new WrittenJournal(replica.database, rules, "replica-1", NOW);
    long kept = 0;
    for (int row = 0; row < ROWS; row++) {
      byte[] facts = table.facts(row);
      if (DisputeReader.read(facts, rules.customFacts(), country -> LocalDate.MAX)
          instanceof ReadResult.Read) {
        journal.keep(facts, "shop");
        kept++;
      }
    }
    return kept;
  }

  /** The shipped rules with one more table, and one changed percentage. */
  private static final class Table {
    private static final String PERCENTAGE = "F4";

    private final long seed;
    private final Random random;
    private final List<List<Object>> rows = new ArrayList<>();
    private final Object discount;
    private final Set<String> without = new HashSet<>();

    Table(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      for (int row = 0; row < ROWS; row++) {
        List<Object> cells = new ArrayList<>(List.of(row));
        for (List<Object> values : List.of(WORDS, NUMBERS, NUMBERS, PERCENTS, DAYS, TRUTHS)) {
          cells.add(random.nextInt(4) == 0 ? "-" : one(values));
        }
        cells.add(one(TEXTS));
        rows.add(cells);
      }
      discount = seed % 2 == 0 ? random.nextInt(10_000) / 1e4 / 4 : random.nextDouble() / 4;
    }

    private Object one(List<Object> values) {
      return values.get(random.nextInt(values.size()));
    }

    void leaveOut(RuleProblem problem) {
      without.add(problem.file() + problem.cell());
    }

    RuleSetFiles files() throws IOException {
      Map<String, byte[]> files = new TreeMap<>(OwnFactsRules.FILES.all());
      files.keySet().removeAll(List.of("queues.xlsx", "invariants.yaml"));
      files.put(
          "facts.xlsx",
          OwnFactsRules.declaring("name", "use", "type", "values")
              .row("orders", "FACT", "INTEGER", null)
              .row("store", "FACT", "TEXT", null)
              .row("since", "FACT", "DATE", null)
              .row("fee", "FACT", "DECIMAL", null)
              .row("queue", "OUTCOME", "ENUM", "VIP, MAIN")
              .row("hours", "OUTCOME", "INTEGER", null)
              .row("fine", "OUTCOME", "DECIMAL", null)
              .row("share", "OUTCOME", "PERCENT", null)
              .row("until", "OUTCOME", "DATE", null)
              .row("flag", "OUTCOME", "BOOLEAN", null)
              .bytes());
      files.put("limits.xlsx", limits());
      files.put(
          "flow.drl",
          new String(files.get("flow.drl"), StandardCharsets.UTF_8)
              .replace("draft.ask( \"queues\" )", "draft.ask( \"limits\" )")
              .getBytes(StandardCharsets.UTF_8));
      if (!without.contains("promises.xlsx" + PERCENTAGE)) {
        files.put(
            "promises.xlsx",
            EditedRules.edited(
                Path.of("rules/promises.xlsx"),
                workbook ->
                    workbook
                        .getSheet("Goodwill")
                        .getRow(FIRST_ROW - 1)
                        .getCell(5)
                        .setCellValue((double) discount)));
      }
      return RuleSetFiles.of(files);
    }

    private byte[] limits() {
      List<Object> names = new ArrayList<>(List.of("custom.orders"));
      OUTCOMES.forEach(name -> names.add("-> custom." + name));
      names.add("#");
      WorkbookFixture workbook = WorkbookFixture.table("limits", "FIRST", names.toArray());
      for (int row = 0; row < ROWS; row++) {
        List<Object> cells = new ArrayList<>(rows.get(row));
        for (int column = 1; column <= OUTCOMES.size(); column++) {
          if (without.contains("limits.xlsx" + (char) ('A' + column) + (FIRST_ROW + row))) {
            cells.set(column, "-");
          }
        }
        workbook.row(cells.toArray());
      }
      return workbook.bytes();
    }

    /** Facts of a dispute for a row, some of them at limits. */
    byte[] facts(int row) {
      String store =
          (String) one(List.of("Blue Silk", "\u00e9e\u0301 \ud83d\udc57", "x".repeat(200)));
      Object since = one(List.of("2024-02-29", "0001-01-01", "9999-12-31"));
      Object fee = one(List.of("0.10", "-0.00", "7.2000", "99999999999.99", "0.123456789"));
      return WrittenJournal.DRESS
          .formatted("limits-" + seed + "-" + row)
          .strip()
          .replaceFirst(
              "}$",
              ", \"custom\": {\"orders\": %d, \"store\": \"%s\", \"since\": \"%s\", \"fee\": \"%s\"}}"
                  .formatted(row, store, since, fee))
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
