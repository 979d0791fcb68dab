package io.redress.journal.shadow;

import io.redress.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What replicas have added up, in the database. */
@Singleton
class ShadowSums {
  private final Jdbi jdbi;

  ShadowSums(Database database) {
    this.jdbi = database.jdbi();
  }

  /**
   * What a replica has added up.
   *
   * @param against version of the rule set that was active
   */
  record Stored(String against, Instant updatedAt, ShadowSum sum) {}

  private record Before(String lastFlush, String sums) {}

  /**
   * Adds what a replica added up since its last flush; does nothing if that is in the sums already,
   * because an earlier commit succeeded in doubt. Sums against other rule sets go.
   */
  void add(ShadowDelta delta, String replica, Instant now) {
    jdbi.useTransaction(
        handle -> {
          Optional<Before> before = before(handle, delta, replica);
          if (before.filter(one -> one.lastFlush().equals(delta.id())).isEmpty()) {
            store(
                handle,
                delta,
                replica,
                now,
                before
                    .map(one -> ShadowSum.read(one.sums()).plus(delta.sum()))
                    .orElseGet(delta::sum),
                before.isPresent());
          }
        });
  }

  private static Optional<Before> before(Handle handle, ShadowDelta delta, String replica) {
    return handle
        .createQuery(
            "select last_flush, sums from shadow_sum where shadow_id = :id"
                + " and against = :against and replica = :replica for update")
        .bind("id", delta.shadow().id())
        .bind("against", delta.against())
        .bind("replica", replica)
        .map((row, context) -> new Before(row.getString("last_flush"), row.getString("sums")))
        .findOne();
  }

  private static void store(
      Handle handle, ShadowDelta delta, String replica, Instant now, ShadowSum sum, boolean known) {
    if (!known) {
      handle.execute(
          "delete from shadow_sum where shadow_id = ? and replica = ?",
          delta.shadow().id(),
          replica);
    }
    handle
        .createUpdate(
            known
                ? "update shadow_sum set updated_at = :now, last_flush = :flush, sums = :sums"
                    + " where shadow_id = :id and against = :against and replica = :replica"
                : "insert into shadow_sum"
                    + " (shadow_id, against, replica, updated_at, last_flush, sums)"
                    + " values (:id, :against, :replica, :now, :flush, :sums)")
        .bind("id", delta.shadow().id())
        .bind("against", delta.against())
        .bind("replica", replica)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("flush", delta.id())
        .bind("sums", sum.json())
        .execute();
  }

  /** What all replicas have added up for a shadow, the latest first. */
  List<Stored> of(String shadow) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select against, updated_at, sums from shadow_sum where shadow_id = :id"
                        + " order by updated_at desc")
                .bind("id", shadow)
                .map(
                    (row, context) ->
                        new Stored(
                            row.getString("against"),
                            row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                            ShadowSum.read(row.getString("sums"))))
                .list());
  }
}
