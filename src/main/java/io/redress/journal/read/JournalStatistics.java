package io.redress.journal.read;

import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Computes totals over the journal. */
@Singleton
public class JournalStatistics {
  private static final int DECIMALS = 1;

  private final BoundedQueries queries;

  JournalStatistics(Database database) {
    this(new BoundedQueries(database));
  }

  @Inject
  JournalStatistics(BoundedQueries queries) {
    this.queries = queries;
  }

  /**
   * Totals of the decisions since an instant.
   *
   * @throws SearchTooSlow if it takes too long
   */
  public DecisionStatistics since(Instant from) {
    return queries.run(
        handle ->
            new DecisionStatistics(
                counts(handle, from), refunds(handle, from), discounts(handle, from)));
  }

  /**
   * The number of decisions on each day of a period.
   *
   * @param zone the time zone of the days
   * @param last last day, inclusive
   * @throws SearchTooSlow if it takes too long
   */
  public List<DecisionStatistics.Day> days(LocalDate first, LocalDate last, ZoneId zone) {
    return queries.run(
        handle ->
            first.datesUntil(last.plusDays(1)).map(day -> counted(handle, day, zone)).toList());
  }

  private static DecisionStatistics.Day counted(Handle handle, LocalDate day, ZoneId zone) {
    return new DecisionStatistics.Day(
        day,
        query(
                handle,
                """
                select count(*) from journal_entry
                where decided_at >= :from and decided_at < :before
                """,
                day.atStartOfDay(zone).toInstant())
            .bind("before", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
            .mapTo(Long.class)
            .one());
  }

  private static List<DecisionStatistics.Count> counts(Handle handle, Instant from) {
    return query(
            handle,
            """
            select resolution, count(*) as decisions from journal_entry where decided_at >= :from
            group by resolution order by 2 desc, 1
            """,
            from)
        .map(ConstructorMapper.of(DecisionStatistics.Count.class))
        .list();
  }

  private static List<DecisionStatistics.Sum> refunds(Handle handle, Instant from) {
    return query(
            handle,
            """
            select refund_currency as currency, sum(refund_amount) as amount, count(*) as decisions
            from journal_entry where decided_at >= :from and refund_amount is not null
            group by refund_currency order by 1
            """,
            from)
        .map(ConstructorMapper.of(DecisionStatistics.Sum.class))
        .list();
  }

  private static DecisionStatistics.Discounts discounts(Handle handle, Instant from) {
    return query(
            handle,
            """
            select count(*) as decisions, avg(discount_percent) as average
            from journal_entry where decided_at >= :from and discount_percent > 0
            """,
            from)
        .map(
            (row, context) -> {
              BigDecimal average = row.getBigDecimal("average");
              return new DecisionStatistics.Discounts(
                  row.getLong("decisions"),
                  average == null ? null : average.setScale(DECIMALS, RoundingMode.HALF_UP));
            })
        .one();
  }

  /**
   * The newest decisions of a rule set as JSON, without letters and personal data.
   *
   * @throws SearchTooSlow if it takes too long
   */
  public List<String> newest(String ruleSet, int limit) {
    return queries.run(
        handle ->
            handle
                .createQuery(
                    """
                    select decision from journal_entry where rule_set = :ruleSet
                    order by decided_at desc limit :limit
                    """)
                .bind("ruleSet", ruleSet)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
  }

  private static Query query(Handle handle, String sql, Instant from) {
    return handle.createQuery(sql).bind("from", from.atOffset(ZoneOffset.UTC));
  }
}
