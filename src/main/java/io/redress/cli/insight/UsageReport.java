package io.redress.cli.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.redress.cli.options.RemoteService;
import io.redress.insight.usage.RuleSetUsage.MoneySum;
import io.redress.insight.usage.RuleSetUsage.RowUsage;
import io.redress.journal.read.StoredUsage.Usage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often rows of a rule set answered, as {@code GET /v1/rulesets/{version}/usage} says it.
 *
 * @param rows those that were asked for, in the order of workbooks, sheets and rows
 */
record UsageReport(
    String version, LocalDate from, LocalDate to, Population population, List<RowLine> rows) {
  private static final int PAGE = 200;

  /** Ids of test cases that are listed of a row. */
  private static final int MAX_CASES = 20;

  UsageReport {
    rows = List.copyOf(rows);
  }

  /**
   * What the usage is of.
   *
   * @param read decisions that were decided under rule sets whose rows were compared
   */
  record Population(long decisions, long read, int ruleSets, int rows, int unusedRows) {}

  /** The usage of a row. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RowLine(
      String table,
      String file,
      String sheet,
      int row,
      long decisions,
      List<MoneySum> money,
      @Nullable LocalDate lastUsed,
      List<String> cases,
      int caseCount) {
    private static RowLine of(RowUsage row) {
      return new RowLine(
          row.table(),
          row.file(),
          row.sheet(),
          row.row(),
          row.decisions(),
          row.money(),
          row.lastUsed(),
          row.cases().stream().limit(MAX_CASES).toList(),
          row.cases().size());
    }
  }

  /**
   * What was read from a database.
   *
   * @param table null for all
   */
  static UsageReport of(
      String version, LocalDate from, LocalDate to, Usage usage, @Nullable String table) {
    List<RowLine> rows =
        usage.rows().rows().stream()
            .filter(row -> table == null || row.table().equals(table))
            .map(RowLine::of)
            .toList();
    return new UsageReport(
        version,
        from,
        to,
        new Population(
            usage.population().decisions(),
            usage.population().read(),
            usage.population().ruleSets(),
            rows.size(),
            (int) rows.stream().filter(row -> row.decisions() == 0).count()),
        rows);
  }

  /**
   * Asks a service, page by page.
   *
   * @param version or {@code active}
   * @throws IOException if it does not answer or refuses; the message says why
   */
  static UsageReport ask(
      RemoteService service, String version, LocalDate from, LocalDate to, @Nullable String table)
      throws IOException {
    List<RowLine> rows = new ArrayList<>();
    UsageReport page;
    int number = 0;
    do {
      JsonNode answer =
          service.get(
              "/v1/rulesets/"
                  + encoded(version)
                  + "/usage?from="
                  + from
                  + "&to="
                  + to
                  + "&size="
                  + PAGE
                  + "&page="
                  + ++number
                  + Optional.ofNullable(table).map(name -> "&table=" + encoded(name)).orElse(""));
      page =
          RemoteService.JSON
              .readerFor(UsageReport.class)
              .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(answer);
      rows.addAll(page.rows());
    } while (!page.rows().isEmpty() && rows.size() < page.population().rows());
    return new UsageReport(page.version(), page.from(), page.to(), page.population(), rows);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Returns a copy with those rows only that no decision used. */
  UsageReport unusedOnly() {
    return new UsageReport(
        version, from, to, population, rows.stream().filter(row -> row.decisions() == 0).toList());
  }

  /** Lines for the terminal. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Rule set %s, %s to %s: %d decisions; %d of %d rows not used"
            .formatted(
                version,
                from,
                to,
                population.decisions(),
                population.unusedRows(),
                population.rows()));
    if (population.read() < population.decisions()) {
      lines.add(
          (population.decisions() - population.read())
              + " decisions are not in it: their rule sets cannot be read.");
    }
    String table = "";
    for (RowLine row : rows) {
      if (!row.table().equals(table)) {
        table = row.table();
        lines.add("");
        lines.add("%s (%s, %s)".formatted(table, row.file(), row.sheet()));
      }
      StringBuilder line = new StringBuilder();
      line.append("  row %5d  %9d".formatted(row.row(), row.decisions()));
      line.append(row.lastUsed() == null ? "  not used  " : "  " + row.lastUsed());
      line.append("  %4d test cases".formatted(row.caseCount()));
      row.money()
          .forEach(
              sum ->
                  line.append("  ")
                      .append(sum.amount().toPlainString())
                      .append(' ')
                      .append(sum.currency()));
      lines.add(line.toString());
    }
    return lines;
  }
}
