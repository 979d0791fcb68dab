package io.redress.journal.impact;

import io.redress.domain.decision.DecisionJson;
import io.redress.insight.impact.Change;
import io.redress.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which replica is at work on a run, and how far it has come. */
@Singleton
class ImpactClaims {
  /** Runs that are kept once they have ended, of all callers together. */
  static final int MAX_KEPT = 100;

  /** A replica that does not say that it is at work for so long has left its run. */
  private static final Duration CLAIM = Duration.ofSeconds(30);

  private final Jdbi jdbi;

  ImpactClaims(Database database) {
    this.jdbi = database.jdbi();
  }

  /** Takes the first open run for a replica, if no other one is at work on it. */
  Optional<ImpactRun> claim(String replica, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          Optional<ImpactRun> first =
              handle
                  .createQuery(
                      "select * from impact_run where "
                          + ImpactRuns.OPEN
                          + " order by number limit 1")
                  .map(ImpactRuns::run)
                  .findOne();
          return first.filter(
              run ->
                  handle
                          .createUpdate(
                              "update impact_run set status = 'RUNNING', claimed_by = :replica,"
                                  + " claimed_until = :until,"
                                  + " started_at = coalesce(started_at, :now) where id = :id and "
                                  + ImpactRuns.OPEN
                                  + " and (claimed_until is null or claimed_until < :now"
                                  + " or claimed_by = :replica)")
                          .bind("id", run.id())
                          .bind("replica", replica)
                          .bind("now", ImpactRuns.utc(now))
                          .bind("until", ImpactRuns.utc(now.plus(CLAIM)))
                          .execute()
                      == 1);
        });
  }

  /**
   * Stores how far a run has come, with the changes since the last time.
   *
   * @param listed number of changes stored before
   * @return false if it is no longer this replica's, such as when it was cancelled
   */
  boolean checkpoint(
      String id,
      String replica,
      Instant now,
      long total,
      long found,
      String checkpoint,
      long listed,
      List<Change> changes) {
    return jdbi.inTransaction(
        handle -> {
          int updated =
              handle
                  .createUpdate(
                      "update impact_run set total = :total, found = :found,"
                          + " checkpoint = :checkpoint, claimed_until = :until"
                          + " where id = :id and status = 'RUNNING' and claimed_by = :replica")
                  .bind("id", id)
                  .bind("replica", replica)
                  .bind("total", total)
                  .bind("found", found)
                  .bind("checkpoint", checkpoint)
                  .bind("until", ImpactRuns.utc(now.plus(CLAIM)))
                  .execute();
          if (updated == 1 && !changes.isEmpty()) {
            var batch =
                handle.prepareBatch(
                    "insert into impact_change (run_id, number, change_json) values (?, ?, ?)");
            long number = listed;
            for (Change change : changes) {
              batch.add(id, ++number, DecisionJson.write(change));
            }
            batch.execute();
          }
          return updated == 1;
        });
  }

  /** Ends a run with its report, or with what went wrong. */
  void end(
      String id,
      String replica,
      Instant now,
      ImpactRun.Status status,
      @Nullable String report,
      @Nullable ImpactFailure failure) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update impact_run set status = :status, ended_at = :now, report = :report,"
                        + " failure = :failure, failure_code = :code,"
                        + " failure_argument = :argument, checkpoint = null"
                        + " where id = :id and status = 'RUNNING' and claimed_by = :replica")
                .bind("id", id)
                .bind("replica", replica)
                .bind("status", status.name())
                .bind("now", ImpactRuns.utc(now))
                .bind("report", report)
                .bind("failure", failure == null ? null : failure.phrase().toString())
                .bind("code", failure == null ? null : failure.code().name())
                .bind("argument", failure == null ? null : failure.argument())
                .execute());
  }

  /**
   * Deletes runs that have ended, with their changes, but for {@value #MAX_KEPT}: the newest of
   * each caller, then the second of each, and so on. So a caller's runs displace those of others
   * only where these have more.
   */
  void deleteOld() {
    List<String> old =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select id from (
                          select id, number, row_number() over (
                            partition by created_by order by number desc) as place
                          from impact_run where not (%s)) ended
                        order by place, number desc offset :kept
                        """
                            .formatted(ImpactRuns.OPEN))
                    .bind("kept", MAX_KEPT)
                    .mapTo(String.class)
                    .list());
    for (String id : old) {
      jdbi.useTransaction(
          handle -> {
            handle.execute("delete from impact_change where run_id = ?", id);
            handle.execute("delete from impact_run where id = ?", id);
          });
    }
  }
}
