package io.redress.security.access;

import io.redress.platform.database.Database;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores console sessions for all replicas. A session ends when its key is revoked or expires, and
 * at the latest after the configured time.
 */
@Singleton
public class SessionStore {
  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration lifetime;

  /**
   * @param lifetime of a session
   */
  SessionStore(
      Database database,
      Clock clock,
      @ConfigProperty(name = "redress.console.session") Duration lifetime) {
    this.jdbi = database.jdbi();
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** Starts a session for the owner of a key. */
  public SessionToken begin(ApiKey key, Actor by) {
    return begin(new Session(key.name(), key.roles(), key.id(), end()), by);
  }

  /** Starts a session for a user of an identity provider. */
  public SessionToken begin(String name, Set<String> roles, Actor by) {
    return begin(new Session(name, roles, null, end()), by);
  }

  private SessionToken begin(Session session, Actor by) {
    SessionToken token = SessionToken.random();
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from console_session where ends_at <= ?", utc(now()));
          handle
              .createUpdate(
                  """
                  insert into console_session (sha256, name, roles, key_id, made_at, ends_at)
                  values (:sha256, :name, :roles, :keyId, :madeAt, :endsAt)
                  """)
              .bind("sha256", token.sha256())
              .bind("name", session.name())
              .bind("roles", String.join(",", new TreeSet<>(session.roles())))
              .bind("keyId", session.keyId())
              .bind("madeAt", utc(now()))
              .bind("endsAt", utc(session.endsAt()))
              .execute();
          AuditLog.append(
              handle,
              by,
              AuditAction.SIGNED_IN,
              session.name(),
              now(),
              Map.of("roles", new TreeSet<>(session.roles())));
        });
    return token;
  }

  /** Returns the session of a token, unless it has ended. */
  public Optional<Session> find(SessionToken token) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select s.* from console_session s left join api_key k on k.id = s.key_id
                    where s.sha256 = :sha256 and s.ends_at > :now and (s.key_id is null
                      or k.revoked_at is null and (k.expires_at is null or k.expires_at > :now))
                    """)
                .bind("sha256", token.sha256())
                .bind("now", utc(now()))
                .map((row, context) -> session(row))
                .findOne());
  }

  /** Ends a session, if it exists. */
  public void end(SessionToken token) {
    jdbi.useHandle(
        handle -> handle.execute("delete from console_session where sha256 = ?", token.sha256()));
  }

  private Instant end() {
    return now().plus(lifetime);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("name"),
        Set.of(row.getString("roles").split(",")),
        row.getString("key_id"),
        row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
