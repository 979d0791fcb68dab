package io.redress.journal.projection;

import io.redress.journal.projection.RowTotals.Day;
import io.redress.journal.projection.RowTotals.Key;
import io.redress.journal.projection.RowTotals.Place;
import io.redress.journal.projection.RowTotals.Sums;
import io.redress.journal.write.Entry;
import io.redress.journal.write.EntryTable;
import io.redress.platform.database.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the sums of rows by day, of which usage is made, are those of the entries. It adds up
 * the entries of a chain as they are read anyway. Only where that differs from what is stored, as
 * while decisions are added, the entries of the day are read again with the sums, at one instant.
 */
public final class RowTotalsCheck {
  private static final int PART = 1_000;

  /** Entries of a chain are in the order of time, but for clocks that were set back a little. */
  private static final int OPEN_DAYS = 2;

  private final Jdbi jdbi;
  private final @Nullable LocalDate first;
  private final Consumer<String> wrong;
  private final TreeMap<LocalDate, Totals> open = new TreeMap<>();
  private final Set<ChainDay> checked = new HashSet<>();
  private String replica = "";

  /**
   * @param since days that begin before are not checked; null for all
   * @param wrong receives a sentence for each thing that is wrong
   */
  public RowTotalsCheck(Database database, @Nullable Instant since, Consumer<String> wrong) {
    this.jdbi = database.jdbi();
    this.wrong = wrong;
    if (since == null) {
      this.first = null;
    } else {
      LocalDate day = LocalDate.ofInstant(since, ZoneOffset.UTC);
      boolean whole = day.atStartOfDay().toInstant(ZoneOffset.UTC).equals(since);
      this.first = whole ? day : day.plusDays(1);
    }
  }

  private record ChainDay(String replica, LocalDate day) {}

  /** The sums of a day in one chain, and the numbers of the entries. */
  private static final class Totals {
    private final Map<Key, Sums> rows = new HashMap<>();
    private final Map<Day, Long> ruleSets = new HashMap<>();
    private long least = Long.MAX_VALUE;
    private long most;

    void add(Entry entry) {
      RowTotals.summed(List.of(entry), new HashMap<>())
          .forEach((key, sums) -> rows.merge(key, sums, Sums::plus));
      ruleSets.merge(new Day(day(entry), entry.decided().ruleSet()), 1L, Long::sum);
      least = Math.min(least, entry.number());
      most = Math.max(most, entry.number());
    }

    boolean same(Totals other) {
      return rows.equals(other.rows) && ruleSets.equals(other.ruleSets);
    }
  }

  private static LocalDate day(Entry entry) {
    return LocalDate.ofInstant(entry.decided().decidedAt(), ZoneOffset.UTC);
  }

  /** Adds the next entry of a chain. */
  public void next(Entry entry) {
    if (!entry.replica().equals(replica)) {
      close();
      replica = entry.replica();
    }
    LocalDate day = day(entry);
    if (first != null && day.isBefore(first)) {
      return;
    }
    open.computeIfAbsent(day, begun -> new Totals()).add(entry);
    while (open.firstKey().isBefore(day.minusDays(OPEN_DAYS))) {
      check(open.firstKey(), open.pollFirstEntry().getValue());
    }
  }

  /** Ends the check: nothing may be summed up that no chain has. */
  public void end() {
    close();
    List<ChainDay> stored =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct replica, decided_on from row_day"
                            + " union select distinct replica, decided_on from rule_set_day")
                    .map(
                        (row, context) ->
                            new ChainDay(
                                row.getString("replica"),
                                row.getObject("decided_on", LocalDate.class)))
                    .list());
    for (ChainDay one : stored) {
      if (!checked.contains(one) && (first == null || !one.day().isBefore(first))) {
        replica = one.replica();
        check(one.day(), new Totals());
      }
    }
  }

  private void close() {
    while (!open.isEmpty()) {
      check(open.firstKey(), open.pollFirstEntry().getValue());
    }
  }

  private void check(LocalDate day, Totals walked) {
    checked.add(new ChainDay(replica, day));
    jdbi.useTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          long summedUp = position(handle);
          if (walked.most > summedUp && walked.least > summedUp) {
            return;
          }
          Totals stored = stored(handle, day);
          if (!stored.same(walked) && !stored.same(again(handle, day, walked, summedUp))) {
            wrong.accept(
                "The sums of rows of "
                    + day
                    + " in the chain of "
                    + replica
                    + " are not those of its decisions.");
          }
        });
  }

  private long position(Handle handle) {
    return handle
        .createQuery("select rows_number from projection where replica = :replica")
        .bind("replica", replica)
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  private Totals stored(Handle handle, LocalDate day) {
    Totals totals = new Totals();
    handle
        .createQuery("select * from row_day where replica = :replica and decided_on = :day")
        .bind("replica", replica)
        .bind("day", day)
        .map(
            (row, context) ->
                Map.entry(
                    new Key(
                        new Day(day, row.getString("rule_set")),
                        new Place(
                            row.getString("file"), row.getString("sheet"), row.getInt("sheet_row")),
                        row.getString("currency")),
                    new Sums(
                        row.getLong("decisions"),
                        row.getBigDecimal("refunds"),
                        row.getBigDecimal("discounts"))))
        .forEach(one -> totals.rows.put(one.getKey(), one.getValue()));
    handle
        .createQuery(
            "select rule_set, decisions from rule_set_day"
                + " where replica = :replica and decided_on = :day")
        .bind("replica", replica)
        .bind("day", day)
        .map((row, context) -> Map.entry(row.getString("rule_set"), row.getLong("decisions")))
        .forEach(one -> totals.ruleSets.put(new Day(day, one.getKey()), one.getValue()));
    return totals;
  }

  /** The sums of the entries of a day that were summed up, as they are now. */
  private Totals again(Handle handle, LocalDate day, Totals walked, long summedUp) {
    Totals totals = new Totals();
    long last = walked.least == Long.MAX_VALUE ? firstOf(handle, day) - 1 : walked.least - 1;
    List<Entry> entries;
    do {
      entries =
          handle
              .createQuery(
                  "select * from journal_chain where replica = :replica and number > :last"
                      + " and number <= :summedUp order by replica, number limit :most")
              .bind("replica", replica)
              .bind("last", last)
              .bind("summedUp", summedUp)
              .bind("most", PART)
              .map(EntryTable.CURRENT.mapper())
              .list();
      for (Entry entry : entries) {
        last = entry.number();
        if (day(entry).equals(day)) {
          totals.add(entry);
        }
      }
    } while (entries.size() == PART
        && !day(entries.get(PART - 1)).isAfter(day.plusDays(OPEN_DAYS)));
    return totals;
  }

  /** Of a day that was not read with the chain, such as one that has begun since. */
  private long firstOf(Handle handle, LocalDate day) {
    OffsetDateTime begin = day.atStartOfDay().atOffset(ZoneOffset.UTC);
    return handle
        .createQuery(
            "select min(number) from decision_search where replica = :replica"
                + " and decided_at >= :begin and decided_at < :end")
        .bind("replica", replica)
        .bind("begin", begin)
        .bind("end", begin.plusDays(1))
        .mapTo(Long.class)
        .findOne()
        .orElse(Long.MAX_VALUE);
  }
}
