package io.redress.journal.read;

import io.redress.platform.database.Database;
import java.time.Duration;
import java.time.Instant;

/**
 * Fills a journal quickly with entries, each of a dispute of its own; their hashes are not true.
 */
final class LongJournal {
  static final String REPLICA = "replica-1";
  static final Duration KEEP = Duration.ofDays(400);

  /** Rows a statement; the usual limit of a statement stays. */
  private static final int PART = 10_000;

  private LongJournal() {}

  /**
   * @param expired how many of the entries are older than {@link #KEEP}; the others are spread over
   *     that time, evenly
   */
  static void fill(Database database, int entries, int expired, Instant now) {
    for (int from = 0; from < entries; from += PART) {
      int first = from + 1;
      int last = Math.min(entries, from + PART);
      database
          .jdbi()
          .useTransaction(
              handle -> {
                String numbers =
                    (database.shared() ? "generate_series(" : "system_range(")
                        + first
                        + ", "
                        + last
                        + ") as n(x)";
                String uuid = "cast(lpad(cast(x as varchar), 32, '0') as uuid)";
                long step = KEEP.toSeconds() / (entries - expired);
                String day =
                    "timestamp with time zone '"
                        + now.minus(KEEP)
                        + "' + interval '"
                        + step
                        + "' second * (x - "
                        + expired
                        + " - 1)";
                handle.execute(
                    "insert into personal_key (id, dispute_id, secret, made_at) select "
                        + uuid
                        + ", 'D-' || x, "
                        + (database.shared()
                            ? "decode(repeat('00', 32), 'hex')"
                            : "x'" + "00".repeat(32) + "'")
                        + ", "
                        + day
                        + " from "
                        + numbers);
                String bytes = database.shared() ? "'\\x00'" : "x'00'";
                handle.execute(
                    "insert into journal_chain select '"
                        + REPLICA
                        + "', x, "
                        + uuid
                        + ", "
                        + day
                        + ", "
                        + uuid
                        + String.join(", ", "", bytes, bytes, bytes, bytes)
                        + " from "
                        + numbers);
                handle.execute(
                    "insert into decision_search select '"
                        + REPLICA
                        + "', x, "
                        + uuid
                        + ", "
                        + day
                        + ", 'D-' || x, date '2026-01-01', '0123456789ab', 'FULL_REFUND', 'LOST',"
                        + " 'RESOLVED', 5, 10, 'EUR', 'shop', 'request', "
                        + uuid
                        + " from "
                        + numbers);
                handle.execute(
                    "insert into idempotency_key select lpad(cast(x as varchar), 64, '0'), repeat('0', 64), "
                        + uuid
                        + ", timestamp with time zone '"
                        + now
                        + "' + interval '1' second * (x - "
                        + expired
                        + ") from "
                        + numbers);
              });
    }
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "insert into projection (replica, number, rows_number) values (?, ?, ?)",
                  REPLICA,
                  entries,
                  entries);
              handle.execute(
                  "insert into rule_set_day (decided_on, rule_set, replica, decisions)"
                      + " select cast(decided_at as date), rule_set, replica, count(*)"
                      + " from decision_search group by cast(decided_at as date), rule_set, replica");
              // As many as a day has decisions: a row of its own each.
              handle.execute(
                  "insert into row_day (rule_set, decided_on, file, sheet, sheet_row, currency,"
                      + " replica, decisions, refunds, discounts) select rule_set,"
                      + " cast(decided_at as date), 'a.xlsx', 'A', number, refund_currency, replica,"
                      + " 1, refund_amount, 0 from decision_search");
              handle.execute(
                  "insert into decision_hour (hour_start, replica, resolution, currency, decisions,"
                      + " refunds, amount, discounts, percent) select date_trunc('hour', decided_at),"
                      + " replica, resolution, refund_currency, count(*), count(*),"
                      + " sum(refund_amount), count(*), sum(discount_percent) from decision_search"
                      + " group by date_trunc('hour', decided_at), replica, resolution,"
                      + " refund_currency");
            });
    if (database.shared()) {
      database.jdbi().useHandle(handle -> handle.execute("analyze"));
    }
  }
}
