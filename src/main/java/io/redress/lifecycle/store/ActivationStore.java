package io.redress.lifecycle.store;

import io.redress.platform.database.Database;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Stores activations: who activated which rule set when. The latest is the current one. */
@Singleton
public class ActivationStore {
  /** The PostgreSQL channel that notifies replicas of activations. */
  public static final String CHANNEL = "redress_activation";

  private static final String UNIQUE_VIOLATION = "23505";

  private final Jdbi jdbi;
  private final boolean shared;

  public ActivationStore(Database database) {
    this.jdbi = database.jdbi();
    this.shared = database.shared();
  }

  /** The current activation. */
  public Optional<Activation> latest() {
    return page(0, 1).stream().findFirst();
  }

  /**
   * Adds an activation; returns false if another one has its number.
   *
   * @param more what else the audit log tells of it
   */
  public boolean add(Activation activation, Actor by, Map<String, ?> more) {
    Map<String, Object> details = new TreeMap<>(more);
    details.put("number", activation.number());
    try {
      jdbi.useTransaction(
          handle -> {
            handle.execute(
                "insert into activation (number, version, activated_at, activated_by)"
                    + " values (?, ?, ?, ?)",
                activation.number(),
                activation.version(),
                activation.activatedAt().atOffset(ZoneOffset.UTC),
                activation.activatedBy());
            AuditLog.append(
                handle,
                by,
                AuditAction.RULE_SET_ACTIVATED,
                activation.version(),
                activation.activatedAt(),
                details);
            if (shared) {
              handle.execute("notify " + CHANNEL);
            }
          });
      return true;
    } catch (UnableToExecuteStatementException refused) {
      if (refused.getCause() instanceof SQLException sql
          && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return false;
      }
      throw refused;
    }
  }

  /**
   * The version that became active for the first time last: the newest decision of people, which a
   * way back to an earlier one does not undo.
   */
  public Optional<String> newestVersion() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select version from activation group by version order by min(number) desc"
                        + " limit 1")
                .mapTo(String.class)
                .findOne());
  }

  /** The number of activations at an instant or later. */
  public long since(Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from activation where activated_at >= :since")
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }

  /** Activations, latest first. */
  public List<Activation> page(long offset, int size) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select a.number, b.version as previous_version, a.version,
                      a.activated_at, a.activated_by
                    from activation a left join activation b on b.number = a.number - 1
                    order by a.number desc limit :size offset :offset
                    """)
                .bind("size", size)
                .bind("offset", offset)
                .map(ConstructorMapper.of(Activation.class))
                .list());
  }
}
