package io.redress.journal.outcome;

import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** What was reported on decisions, in the database. Reports are added, and never changed. */
@Singleton
public class ReportedOutcomes {
  /** Reports on one decision. */
  public static final int MAX_REPORTS = 20;

  /** Two replicas may add a report to the same decision at the same time. */
  private static final int MAX_ATTEMPTS = 5;

  private static final String UNIQUE_VIOLATION = "23505";

  private final Jdbi jdbi;

  public ReportedOutcomes(Database database) {
    this.jdbi = database.jdbi();
  }

  /** The result of a report. */
  public sealed interface Result {
    /** It is stored, or says what the one before says. */
    record Stored(ReportedOutcome outcome) implements Result {}

    /** There is no such decision. */
    record NoDecision() implements Result {}

    /** There are too many reports on this decision. */
    record Full() implements Result {}
  }

  /** Adds a report on a decision, unless it says what the one before says. */
  public Result add(
      UUID decision,
      ReportedOutcome.Kind kind,
      ReportedOutcome.@Nullable Cost cost,
      Instant now,
      String by) {
    for (int attempt = 1; ; attempt++) {
      try {
        return jdbi.inTransaction(handle -> add(handle, decision, kind, cost, now, by));
      } catch (UnableToExecuteStatementException failed) {
        if (attempt == MAX_ATTEMPTS || !collided(failed)) {
          throw failed;
        }
      }
    }
  }

  private static boolean collided(UnableToExecuteStatementException failed) {
    return failed.getCause() instanceof SQLException sql
        && UNIQUE_VIOLATION.equals(sql.getSQLState());
  }

  private static Result add(
      Handle handle,
      UUID decision,
      ReportedOutcome.Kind kind,
      ReportedOutcome.@Nullable Cost cost,
      Instant now,
      String by) {
    if (!exists(handle, decision)) {
      return new Result.NoDecision();
    }
    List<ReportedOutcome> before = of(handle, List.of(decision)).getOrDefault(decision, List.of());
    ReportedOutcome last = before.isEmpty() ? null : before.get(before.size() - 1);
    if (last != null && last.says(kind, cost)) {
      return new Result.Stored(last);
    }
    if (before.size() >= MAX_REPORTS) {
      return new Result.Full();
    }
    ReportedOutcome added = new ReportedOutcome(before.size() + 1, kind, cost, now, by);
    handle
        .createUpdate(
            "insert into decision_outcome (decision_id, number, outcome, cost_amount,"
                + " cost_currency, reported_at, reported_by)"
                + " values (:decision, :number, :outcome, :amount, :currency, :now, :by)")
        .bind("decision", decision)
        .bind("number", added.number())
        .bind("outcome", kind.name())
        .bind("amount", cost == null ? null : cost.amount())
        .bind("currency", cost == null ? null : cost.currency().getCurrencyCode())
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("by", by)
        .execute();
    return new Result.Stored(added);
  }

  private static boolean exists(Handle handle, UUID decision) {
    for (EntryTable table : EntryTable.values()) {
      boolean found =
          handle
              .createQuery("select 1 from " + table + " where decision_id = :id")
              .bind("id", decision)
              .mapTo(Integer.class)
              .findFirst()
              .isPresent();
      if (found) {
        return true;
      }
    }
    return false;
  }

  /** All reports on a decision; the last one counts. */
  public List<ReportedOutcome> of(UUID decision) {
    return of(List.of(decision)).getOrDefault(decision, List.of());
  }

  /** All reports on decisions that have some, by the id of the decision. */
  public Map<UUID, List<ReportedOutcome>> of(Collection<UUID> decisions) {
    return jdbi.withHandle(handle -> of(handle, decisions));
  }

  /** All reports on decisions that have some, by the id of the decision. */
  public static Map<UUID, List<ReportedOutcome>> of(Handle handle, Collection<UUID> decisions) {
    Map<UUID, List<ReportedOutcome>> found = new HashMap<>();
    if (decisions.isEmpty()) {
      return found;
    }
    handle
        .createQuery(
            "select * from decision_outcome where decision_id in (<ids>)"
                + " order by decision_id, number")
        .bindList("ids", List.copyOf(decisions))
        .map((row, context) -> Map.entry(row.getObject("decision_id", UUID.class), outcome(row)))
        .forEach(
            one ->
                found
                    .computeIfAbsent(one.getKey(), decision -> new ArrayList<>())
                    .add(one.getValue()));
    return found;
  }

  private static ReportedOutcome outcome(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal("cost_amount");
    return new ReportedOutcome(
        row.getInt("number"),
        ReportedOutcome.Kind.valueOf(row.getString("outcome")),
        amount == null
            ? null
            : new ReportedOutcome.Cost(
                amount,
                Currency.getInstance(Objects.requireNonNull(row.getString("cost_currency")))),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        row.getString("reported_by"));
  }
}
