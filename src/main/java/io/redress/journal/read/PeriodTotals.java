package io.redress.journal.read;

import io.redress.journal.write.EntryTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Totals of the decisions in a period: sums by hour, and single decisions of the hours of which
 * only a part is in it, as days of India have.
 */
final class PeriodTotals {
  private static final String BY_HOUR =
      """
      select resolution, nullif(currency, '') as currency, sum(decisions) as decisions,
        sum(refunds) as refunds, case when sum(refunds) > 0 then sum(amount) end as amount,
        sum(discounts) as discounts, sum(percent) as percent
      from decision_hour where hour_start >= :firstHour and hour_start < :lastHour group by resolution, currency
      """;

  private PeriodTotals() {}

  static List<DayTotal> between(Handle handle, Instant from, Instant before) {
    Instant hour = from.truncatedTo(ChronoUnit.HOURS);
    Instant firstHour = hour.isBefore(from) ? hour.plus(1, ChronoUnit.HOURS) : hour;
    Instant lastHour = before.truncatedTo(ChronoUnit.HOURS);
    List<String> parts = new ArrayList<>();
    if (lastHour.isBefore(firstHour)) {
      parts.add(single(SearchTable.TABLE, ":from", ":before"));
    } else {
      parts.add(BY_HOUR);
      if (from.isBefore(firstHour)) {
        parts.add(single(SearchTable.TABLE, ":from", ":firstHour"));
      }
      if (lastHour.isBefore(before)) {
        parts.add(single(SearchTable.TABLE, ":lastHour", ":before"));
      }
    }
    parts.add(single(EntryTable.OLDER.toString(), ":from", ":before"));
    String sql = String.join(" union all ", parts);
    Query query =
        handle
            .createQuery(sql)
            .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
    Map.of("from", from, "before", before, "firstHour", firstHour, "lastHour", lastHour)
        .forEach((name, instant) -> query.bind(name, instant.atOffset(ZoneOffset.UTC)));
    return query.map(ConstructorMapper.of(DayTotal.class)).list();
  }

  /** The query that reads each decision in a table. */
  static String single(String table, String from, String before) {
    return "select resolution, refund_currency as currency, count(*) as decisions,"
        + " count(refund_amount) as refunds, sum(refund_amount) as amount,"
        + " count(case when discount_percent > 0 then 1 end) as discounts,"
        + " sum(discount_percent) as percent from "
        + table
        + " where decided_at >= "
        + from
        + " and decided_at < "
        + before
        + " group by resolution, refund_currency";
  }
}
