package io.redress.journal.read;

import io.redress.platform.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** What statements read, by the plans of their database: rows of H2, pages of PostgreSQL. */
final class StatementCosts implements SqlLogger {
  /** The largest part that a statement works on is a thousand rows, with a few look-ups each. */
  private static final long MAX_READ = 8_000;

  private static final Pattern WHOLE_TABLE =
      Pattern.compile(
          "Seq Scan on (?:TABLES)|(?:TABLES)\"?\\.tableScan"
              .replace(
                  "TABLES",
                  "journal_chain|decision_search|decision_hour|row_day|personal_key"
                      + "|idempotency_key"),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ROWS = Pattern.compile("scanCount: (\\d+)");
  private static final Pattern PAGES =
      Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

  private final boolean server;
  private final Map<String, String> plans = new LinkedHashMap<>();
  private final Map<String, String> tooDear = new LinkedHashMap<>();

  private StatementCosts(boolean server) {
    this.server = server;
  }

  /** Measures the statements that something executes. */
  static StatementCosts measure(Database database, Runnable use) {
    StatementCosts costs = new StatementCosts(database.shared());
    database.jdbi().setSqlLogger(costs);
    try {
      use.run();
    } finally {
      database.jdbi().setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }
    return costs;
  }

  List<String> statements() {
    return List.copyOf(plans.keySet());
  }

  /** The statements that read too much, with their plans. */
  Map<String, String> tooDear() {
    return tooDear;
  }

  @Override
  public void logBeforeExecution(StatementContext context) {
    String sql = context.getParsedSql().getSql();
    boolean query = sql.strip().toLowerCase(Locale.ROOT).startsWith("select");
    if (!query && !sql.strip().toLowerCase(Locale.ROOT).startsWith("delete")) {
      return;
    }
    String explain =
        !query
            ? "explain "
            : server ? "explain (analyze, buffers, timing off) " : "explain analyze ";
    try (PreparedStatement statement = context.getConnection().prepareStatement(explain + sql)) {
      bind(statement, context);
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = statement.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      plans.put(sql, plan.toString());
      if (WHOLE_TABLE.matcher(plan).find() || read(plan.toString()) > MAX_READ) {
        tooDear.put(sql, plan.toString());
      }
    } catch (SQLException failed) {
      throw new AssertionError(sql, failed);
    }
  }

  private static void bind(PreparedStatement statement, StatementContext context)
      throws SQLException {
    ParsedParameters parameters = context.getParsedSql().getParameters();
    for (int i = 0; i < parameters.getParameterCount(); i++) {
      String name = parameters.getParameterNames().get(i);
      Argument argument =
          (parameters.isPositional()
                  ? context.getBinding().findForPosition(i)
                  : context.getBinding().findForName(name, context))
              .orElseThrow();
      argument.apply(i + 1, statement, context);
    }
  }

  /** Of PostgreSQL, the first line of pages counts those of the parts below it, too. */
  private long read(String plan) {
    return server
        ? PAGES
            .matcher(plan)
            .results()
            .findFirst()
            .map(pages -> number(pages, 1) + number(pages, 2))
            .orElse(0L)
        : ROWS.matcher(plan).results().mapToLong(rows -> number(rows, 1)).sum();
  }

  private static long number(MatchResult match, int group) {
    return match.group(group) == null ? 0 : Long.parseLong(match.group(group));
  }
}
