package io.redress.security.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The audit log. The database rejects changes and deletions of its entries. */
@Singleton
public class AuditLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Jdbi jdbi;

  public AuditLog(Database database) {
    this.jdbi = database.jdbi();
  }

  /**
   * Appends an event in the transaction of the change, so that both are stored or neither.
   *
   * @param details without personal data, since events are never deleted
   */
  public static void append(
      Handle handle,
      Actor by,
      AuditAction action,
      String subject,
      Instant now,
      Map<String, ?> details) {
    handle
        .createUpdate(
            """
            insert into audit_event (happened_at, who, what, subject, address, request_id, details)
            values (:at, :who, :what, :subject, :address, :requestId, :details)
            """)
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .bind("who", by.name())
        .bind("what", action.name())
        .bind("subject", subject)
        .bind("address", by.address())
        .bind("requestId", by.requestId())
        .bind("details", json(details))
        .execute();
  }

  /** Appends an event in a transaction of its own. */
  public void append(
      Actor by, AuditAction action, String subject, Instant now, Map<String, ?> details) {
    jdbi.useHandle(handle -> append(handle, by, action, subject, now, details));
  }

  /** Returns a page of events, newest first. */
  public List<AuditEvent> page(AuditQuery query, long offset, int size) {
    return jdbi.withHandle(
        handle ->
            bind(
                    handle.createQuery(
                        "select * from audit_event"
                            + query.condition()
                            + " order by number desc limit :size offset :offset"),
                    query)
                .bind("size", size)
                .bind("offset", offset)
                .map(ConstructorMapper.of(AuditEvent.class))
                .list());
  }

  public int count(AuditQuery query) {
    return jdbi.withHandle(
        handle ->
            bind(handle.createQuery("select count(*) from audit_event" + query.condition()), query)
                .mapTo(Integer.class)
                .one());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, AuditQuery query) {
    query.values().forEach(statement::bind);
    return statement;
  }

  private static String json(Map<String, ?> details) {
    try {
      return JSON.writeValueAsString(details);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
