package io.redress.lifecycle.store;

import io.redress.platform.database.Database;
import io.redress.platform.text.UuidV7;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Shadows in the database, for all replicas. At most one is at work. */
@Singleton
public class ShadowStore {
  /** Shadows that are kept with what they added up, the newest. */
  public static final int MAX_KEPT = 20;

  private static final String RUNNING = "select * from shadow where ended_at is null";

  private final Jdbi jdbi;

  public ShadowStore(Database database) {
    this.jdbi = database.jdbi();
  }

  /** Starts a shadow, in the place of another one; the one that is at work if it is the same. */
  public Shadow start(String version, Instant now, Actor by) {
    return jdbi.inTransaction(
        handle -> {
          // One after the other, so that no two are at work.
          AuditLog.lock(handle);
          Optional<Shadow> before = running(handle);
          if (before.filter(one -> one.version().equals(version)).isPresent()) {
            return before.get();
          }
          if (before.isPresent()) {
            end(handle, before.get(), Shadow.Reason.REPLACED, now, by);
          }
          String id = new UuidV7(Clock.fixed(now, ZoneOffset.UTC)).next().toString();
          handle
              .createUpdate(
                  "insert into shadow (id, number, version, started_at, started_by)"
                      + " select :id, coalesce(max(number), 0) + 1, :version, :now, :by"
                      + " from shadow")
              .bind("id", id)
              .bind("version", version)
              .bind("now", now.atOffset(ZoneOffset.UTC))
              .bind("by", by.name())
              .execute();
          Shadow started = running(handle).orElseThrow();
          AuditLog.append(
              handle,
              by,
              AuditAction.SHADOW_STARTED,
              version,
              now,
              Map.of("number", started.number()));
          deleteOld(handle, started.number());
          return started;
        });
  }

  private static void deleteOld(Handle handle, long newest) {
    handle.execute(
        "delete from shadow_sum where shadow_id in (select id from shadow where number <= ?)",
        newest - MAX_KEPT);
    handle.execute("delete from shadow where number <= ?", newest - MAX_KEPT);
  }

  /** Ends the shadow that is at work; empty if there is none. */
  public Optional<Shadow> end(Shadow.Reason reason, Instant now, Actor by) {
    return jdbi.inTransaction(
        handle -> {
          AuditLog.lock(handle);
          Optional<Shadow> running = running(handle);
          running.ifPresent(one -> end(handle, one, reason, now, by));
          return running.flatMap(one -> find(handle, one.id()));
        });
  }

  private static void end(
      Handle handle, Shadow shadow, Shadow.Reason reason, Instant now, Actor by) {
    handle.execute(
        "update shadow set ended_at = ?, ended_by = ?, end_reason = ? where id = ?",
        now.atOffset(ZoneOffset.UTC),
        by.name(),
        reason.name(),
        shadow.id());
    Map<String, Object> details = new HashMap<>();
    details.put("number", shadow.number());
    details.put("reason", reason.name());
    AuditLog.append(handle, by, AuditAction.SHADOW_ENDED, shadow.version(), now, details);
  }

  /** The shadow that is at work. */
  public Optional<Shadow> running() {
    return jdbi.withHandle(ShadowStore::running);
  }

  private static Optional<Shadow> running(Handle handle) {
    return handle.createQuery(RUNNING).map(ShadowStore::shadow).findOne();
  }

  private static Optional<Shadow> find(Handle handle, String id) {
    return handle
        .createQuery("select * from shadow where id = :id")
        .bind("id", id)
        .map(ShadowStore::shadow)
        .findOne();
  }

  /** Ends the shadow that is at work if its candidate decides now, or was set aside. */
  public void endOverdue(Instant now, Actor by) {
    if (jdbi.withHandle(ShadowStore::overdue).isPresent()) {
      jdbi.useTransaction(
          handle -> {
            AuditLog.lock(handle);
            Optional<Shadow.Reason> reason = overdue(handle);
            if (reason.isPresent()) {
              end(handle, running(handle).orElseThrow(), reason.get(), now, by);
            }
          });
    }
  }

  private static Optional<Shadow.Reason> overdue(Handle handle) {
    return handle
        .createQuery(
            """
            select case when s.version =
                (select version from activation order by number desc limit 1)
              then 'ACTIVATED' else 'ARCHIVED' end
            from shadow s join rule_set r on r.version = s.version
            where s.ended_at is null and (r.archived_at is not null or s.version =
              (select version from activation order by number desc limit 1))
            """)
        .mapTo(String.class)
        .findOne()
        .map(Shadow.Reason::valueOf);
  }

  /** The newest shadow, at work or ended. */
  public Optional<Shadow> newest() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from shadow order by number desc limit 1")
                .map(ShadowStore::shadow)
                .findOne());
  }

  /** The newest shadow of a rule set, at work or ended. */
  public Optional<Shadow> newest(String version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from shadow where version = :version order by number desc limit 1")
                .bind("version", version)
                .map(ShadowStore::shadow)
                .findOne());
  }

  private static Shadow shadow(ResultSet row, StatementContext context) throws SQLException {
    return new Shadow(
        row.getString("id"),
        row.getLong("number"),
        row.getString("version"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getString("started_by"),
        ended(row));
  }

  private static Shadow.@Nullable End ended(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Shadow.End(
            at.toInstant(),
            row.getString("ended_by"),
            Shadow.Reason.valueOf(row.getString("end_reason")));
  }
}
