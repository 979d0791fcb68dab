package io.redress.lifecycle;

import io.redress.audit.Actor;
import io.redress.audit.AuditLog;
import io.redress.audit.Deed;
import io.redress.database.Database;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Keeps for ever who activated which rule set when; the last activation is in force. */
@Singleton
class ActivationStore {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Jdbi jdbi;
  private final boolean shared;

  ActivationStore(Database database) {
    this.jdbi = database.jdbi();
    this.shared = database.shared();
  }

  /** The activation that is in force. */
  Optional<Activation> inForce() {
    return last(1).stream().findFirst();
  }

  /** The last activations, the one in force first. */
  List<Activation> last(int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from activation order by number desc limit :most")
                .bind("most", most)
                .map(ConstructorMapper.of(Activation.class))
                .list());
  }

  /** Puts an activation in force; false when another one took its number first. */
  boolean add(Activation activation, Actor by) {
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
                Deed.RULE_SET_ACTIVATED,
                activation.version(),
                activation.activatedAt(),
                Map.of("number", activation.number()));
            if (shared) {
              handle.execute("notify " + RuleSets.CHANNEL);
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

  /** What took over from what, the last one first. */
  List<Handover> handovers(long offset, int size) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select a.number, b.version as from_version, a.version as to_version,
                      a.activated_at, a.activated_by
                    from activation a left join activation b on b.number = a.number - 1
                    order by a.number desc limit :size offset :offset
                    """)
                .bind("size", size)
                .bind("offset", offset)
                .map(
                    (row, context) ->
                        new Handover(
                            row.getLong("number"),
                            row.getString("from_version"),
                            row.getString("to_version"),
                            row.getObject("activated_at", OffsetDateTime.class).toInstant(),
                            row.getString("activated_by")))
                .list());
  }
}
