package io.redress.security.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The audit log. The database rejects changes and deletions of its entries, and each holds the hash
 * of the one before.
 */
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
    if (!handle.isInTransaction()) {
      throw new IllegalStateException("Events are appended in the transaction of their change.");
    }
    AuditEvent event =
        new AuditEvent(
            0,
            now.truncatedTo(ChronoUnit.MICROS),
            by.name(),
            action.name(),
            subject,
            by.address(),
            by.requestId(),
            json(details));
    String previous = lockedEnd(handle);
    handle
        .createUpdate(
            """
            insert into audit_event (happened_at, who, what, subject, address, request_id, details,
              previous, hash)
            values (:at, :who, :what, :subject, :address, :requestId, :details, :previous, :hash)
            """)
        .bind("at", event.happenedAt().atOffset(ZoneOffset.UTC))
        .bind("who", event.who())
        .bind("what", event.what())
        .bind("subject", event.subject())
        .bind("address", event.address())
        .bind("requestId", event.requestId())
        .bind("details", event.details())
        .bind("previous", previous)
        .bind("hash", AuditLink.hash(event, previous))
        .execute();
  }

  /**
   * Lets no other transaction append an event before this one ends; so of changes that must not
   * happen twice at once, the second sees the first.
   */
  public static void lock(Handle handle) {
    lockedGenesis(handle);
  }

  private static String lockedGenesis(Handle handle) {
    return AuditLink.genesis(
        handle
            .createQuery("select begun_at from audit_chain for update")
            .mapTo(OffsetDateTime.class)
            .one()
            .toInstant());
  }

  /** The hash of the last event; no other transaction appends one before this transaction ends. */
  private static String lockedEnd(Handle handle) {
    String genesis = lockedGenesis(handle);
    return handle
        .createQuery("select hash from audit_event order by number desc limit 1")
        .mapTo(String.class)
        .findOne()
        .orElse(genesis);
  }

  /** When events began to hold the hash of the one before. */
  public Instant chainBegun() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select begun_at from audit_chain")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
  }

  /** The last event; empty if there is none in the chain. */
  public Optional<AuditLink> end() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from audit_event where hash is not null"
                        + " order by number desc limit 1")
                .map(ConstructorMapper.of(AuditLink.class))
                .findOne());
  }

  /** The events from a number on, the oldest first, as links of their chain. */
  public List<AuditLink> links(long number, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from audit_event where number >= :number order by number limit :limit")
                .bind("number", number)
                .bind("limit", limit)
                .map(ConstructorMapper.of(AuditLink.class))
                .list());
  }

  /** Appends an event in a transaction of its own. */
  public void append(
      Actor by, AuditAction action, String subject, Instant now, Map<String, ?> details) {
    jdbi.useTransaction(handle -> append(handle, by, action, subject, now, details));
  }

  /** Returns a page of events, newest first. */
  public List<AuditEvent> page(AuditQuery query, long offset, int size) {
    return page(query, AuditOrder.NEWEST_FIRST, offset, size);
  }

  /** Returns a page of events in an order. */
  public List<AuditEvent> page(AuditQuery query, AuditOrder order, long offset, int size) {
    return jdbi.withHandle(
        handle ->
            bind(
                    handle.createQuery(
                        "select * from audit_event"
                            + query.condition()
                            + order.orderBy()
                            + " limit :size offset :offset"),
                    query)
                .bind("size", size)
                .bind("offset", offset)
                .map(ConstructorMapper.of(AuditEvent.class))
                .list());
  }

  /** The events after a number, the oldest first. */
  public List<AuditEvent> after(AuditQuery query, long number, int limit) {
    String condition = query.condition();
    return jdbi.withHandle(
        handle ->
            bind(
                    handle.createQuery(
                        "select * from audit_event"
                            + condition
                            + (condition.isEmpty() ? " where " : " and ")
                            + "number > :number order by number limit :limit"),
                    query)
                .bind("number", number)
                .bind("limit", limit)
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
