package io.redress.journal.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.insight.impact.Change;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Impact runs in the database, for all replicas. */
@Singleton
public class ImpactRuns {
  /**
   * Runs that may wait or be at work. A caller may have as many of them as are free, so alone it
   * gets half.
   */
  public static final int MAX_OPEN = 20;

  private static final int BATCH_SIZE = 1_000;
  private static final ObjectMapper JSON = DecisionJson.mapper();
  static final String OPEN = "status in ('QUEUED', 'RUNNING')";

  private final Jdbi jdbi;

  public ImpactRuns(Database database) {
    this.jdbi = database.jdbi();
  }

  /** Adds a run behind those that wait; empty when too many do, or too many of this caller. */
  public Optional<ImpactRun> add(ImpactSpecification wanted, Instant now, Actor by) {
    String id = new UuidV7(Clock.fixed(now, ZoneOffset.UTC)).next().toString();
    return jdbi.inTransaction(
        handle -> {
          // Numbers are given one after the other, so that none is given twice.
          handle.execute("select begun_at from audit_chain for update");
          List<String> open =
              handle
                  .createQuery("select created_by from impact_run where " + OPEN)
                  .mapTo(String.class)
                  .list();
          if (Collections.frequency(open, by.name()) >= MAX_OPEN - open.size()) {
            return Optional.empty();
          }
          handle
              .createUpdate(
                  """
                  insert into impact_run (id, number, candidate, against, specification, status,
                    created_at, created_by, total, found)
                  select :id, coalesce(max(number), 0) + 1, :candidate, :against, :specification,
                    'QUEUED', :at, :by, 0, 0 from impact_run
                  """)
              .bind("id", id)
              .bind("candidate", wanted.candidate())
              .bind("against", wanted.against())
              .bind("specification", DecisionJson.write(wanted))
              .bind("at", utc(now))
              .bind("by", by.name())
              .execute();
          ImpactRun added = find(handle, id).orElseThrow();
          audit(handle, by, AuditAction.IMPACT_RUN_CREATED, added, now);
          return Optional.of(added);
        });
  }

  /** Without the criteria, which may name a dispute. */
  private static void audit(
      Handle handle, Actor by, AuditAction action, ImpactRun run, Instant now) {
    AuditLog.append(
        handle,
        by,
        action,
        run.id(),
        now,
        Map.of(
            "number", run.number(),
            "candidate", run.specification().candidate(),
            "against", run.specification().against(),
            "createdBy", run.createdBy()));
  }

  public Optional<ImpactRun> find(String id) {
    return jdbi.withHandle(handle -> find(handle, id));
  }

  private static Optional<ImpactRun> find(Handle handle, String id) {
    return handle
        .createQuery("select * from impact_run where id = :id")
        .bind("id", id)
        .map(ImpactRuns::run)
        .findOne();
  }

  /** The runs of a candidate, newest first. */
  public List<ImpactRun> page(String candidate, long offset, int size) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from impact_run where candidate = :candidate"
                        + " order by number desc limit :size offset :offset")
                .bind("candidate", candidate)
                .bind("size", size)
                .bind("offset", offset)
                .map(ImpactRuns::run)
                .list());
  }

  /** A run, and how far it is. */
  record Known(String id, ImpactRun.Status status) {}

  /** The newest runs of a candidate that are done, wait or are at work, newest first. */
  List<Known> newest(String candidate, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, status from impact_run where candidate = :candidate"
                        + " and status in ('DONE', 'QUEUED', 'RUNNING')"
                        + " order by number desc limit :limit")
                .bind("candidate", candidate)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Known.class))
                .list());
  }

  /** The newest run of a candidate that is done. */
  public Optional<ImpactRun> latest(String candidate) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from impact_run where candidate = :candidate and status = 'DONE'"
                        + " order by number desc limit 1")
                .bind("candidate", candidate)
                .map(ImpactRuns::run)
                .findOne());
  }

  public long count(String candidate) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from impact_run where candidate = :candidate")
                .bind("candidate", candidate)
                .mapTo(Long.class)
                .one());
  }

  /** Ends a run that waits or is at work; one that has ended stays as it is. */
  public void cancel(String id, Instant now, Actor by) {
    jdbi.useTransaction(
        handle -> {
          int cancelled =
              handle
                  .createUpdate(
                      "update impact_run set status = 'CANCELLED', ended_at = :now,"
                          + " checkpoint = null where id = :id and "
                          + OPEN)
                  .bind("id", id)
                  .bind("now", utc(now))
                  .execute();
          if (cancelled == 1) {
            ImpactRun run = find(handle, id).orElseThrow();
            audit(handle, by, AuditAction.IMPACT_RUN_CANCELLED, run, now);
          }
        });
  }

  /** Passes the disputes that a run decides otherwise to a consumer, in the order of time. */
  public void changes(String id, Consumer<Change> consumer) {
    long last = 0;
    List<String> batch;
    do {
      long after = last;
      batch =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select change_json from impact_change where run_id = :id"
                              + " and number > :after and number <= :through order by number")
                      .bind("id", id)
                      .bind("after", after)
                      .bind("through", after + BATCH_SIZE)
                      .mapTo(String.class)
                      .list());
      batch.stream().map(json -> read(json, Change.class)).forEach(consumer);
      last += BATCH_SIZE;
    } while (!batch.isEmpty());
  }

  static ImpactRun run(ResultSet row, StatementContext context) throws SQLException {
    return new ImpactRun(
        row.getString("id"),
        row.getLong("number"),
        read(row.getString("specification"), ImpactSpecification.class),
        ImpactRun.Status.valueOf(row.getString("status")),
        instant(row, "created_at").orElseThrow(),
        row.getString("created_by"),
        instant(row, "started_at").orElse(null),
        instant(row, "ended_at").orElse(null),
        row.getLong("total"),
        row.getLong("found"),
        row.getString("checkpoint"),
        row.getString("report"),
        row.getString("failure"),
        cause(row));
  }

  private static @Nullable ImpactFailure cause(ResultSet row) throws SQLException {
    String code = row.getString("failure_code");
    return code == null
        ? null
        : new ImpactFailure(
            ImpactFailure.Code.valueOf(code),
            Objects.requireNonNullElse(row.getString("failure_argument"), ""));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
