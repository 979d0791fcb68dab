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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Stores keys. Revoked keys stay, so that a service that ever had a key never becomes open again.
 */
@Singleton
public class KeyStore {
  /** Resolution of the last use; recording each use would cost a transaction per request. */
  private static final Duration LAST_USE_RESOLUTION = Duration.ofHours(1);

  private final Jdbi jdbi;
  private final Clock clock;

  public KeyStore(Database database, Clock clock) {
    this.jdbi = database.jdbi();
    this.clock = clock;
  }

  /** Creates a key. The specification must have no {@linkplain KeySpec#problems problems}. */
  public NewKey add(KeySpec spec, Actor by) {
    if (!spec.problems(now()).isEmpty()) {
      throw new IllegalArgumentException(spec.problems(now()).toString());
    }
    KeyToken token = KeyToken.random();
    ApiKey key =
        new ApiKey(
            token.id(),
            spec.name(),
            spec.roles(),
            now(),
            by.name(),
            spec.expiresAt() == null ? null : spec.expiresAt().truncatedTo(ChronoUnit.MILLIS),
            null,
            null,
            spec.account());
    jdbi.useTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into api_key (id, name, roles, sha256, created_at, created_by, expires_at,
                    account)
                  values (:id, :name, :roles, :sha256, :createdAt, :createdBy, :expiresAt,
                    :account)
                  """)
              .bind("id", key.id())
              .bind("name", key.name())
              .bind("roles", roles(key))
              .bind("sha256", token.sha256())
              .bind("createdAt", utc(key.createdAt()))
              .bind("createdBy", key.createdBy())
              .bind("expiresAt", utc(key.expiresAt()))
              .bind("account", key.account())
              .execute();
          AuditLog.append(
              handle, by, AuditAction.KEY_ADDED, key.id(), key.createdAt(), details(key));
        });
    return new NewKey(key, token.text());
  }

  private static Map<String, ?> details(ApiKey key) {
    Map<String, Object> details = new TreeMap<>();
    details.put("name", key.name());
    details.put("roles", new TreeSet<>(key.roles()));
    if (key.account() != null) {
      details.put("account", key.account());
    }
    return details;
  }

  /** Revokes a key; empty when no key has that id. */
  public Optional<ApiKey> revoke(String id, Actor by) {
    return jdbi.inTransaction(
        handle -> {
          int revoked =
              handle.execute(
                  "update api_key set revoked_at = ? where id = ? and revoked_at is null",
                  utc(now()),
                  id);
          Optional<ApiKey> key =
              handle
                  .createQuery("select * from api_key where id = :id")
                  .bind("id", id)
                  .map((row, context) -> key(row))
                  .findOne();
          if (revoked == 1) {
            AuditLog.append(
                handle,
                by,
                AuditAction.KEY_REVOKED,
                id,
                now(),
                Map.of("name", key.map(ApiKey::name).orElse("")));
          }
          return key;
        });
  }

  /** Returns a page of keys, newest first. */
  public List<ApiKey> page(long offset, int size) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from api_key order by created_at desc, id limit :size offset :offset")
                .bind("size", size)
                .bind("offset", offset)
                .map((row, context) -> key(row))
                .list());
  }

  /** Returns the number of keys ever created. */
  public int count() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from api_key").mapTo(Integer.class).one());
  }

  /** Returns all keys that are not revoked, with the hashes of their tokens. */
  List<StoredKeyHash> hashes() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from api_key where revoked_at is null")
                .map((row, context) -> new StoredKeyHash(key(row), row.getString("sha256")))
                .list());
  }

  /** A name of keys, and an account of the same person. */
  record Link(String name, String account) {}

  /** Returns which names of keys, revoked or not, belong to which accounts. */
  List<Link> links() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select distinct name, account from api_key where account is not null")
                .map(ConstructorMapper.of(Link.class))
                .list());
  }

  /** Whose key was created by whom. */
  record Creation(String name, String createdBy) {}

  /** Returns whose keys, revoked or not, were created by whom at an instant or later. */
  List<Creation> creations(Instant since) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct name, created_by from api_key where created_at >= :since")
                .bind("since", utc(since))
                .map(ConstructorMapper.of(Creation.class))
                .list());
  }

  /** Records the last use of keys, to {@link #LAST_USE_RESOLUTION}. */
  void recordUse(Set<String> ids) {
    Instant now = now();
    List<String> sorted = new ArrayList<>(new TreeSet<>(ids));
    jdbi.useTransaction(
        handle ->
            sorted.forEach(
                id ->
                    handle.execute(
                        "update api_key set last_used_at = ?"
                            + " where id = ? and (last_used_at is null or last_used_at < ?)",
                        utc(now),
                        id,
                        utc(now.minus(LAST_USE_RESOLUTION)))));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String roles(ApiKey key) {
    return String.join(",", new TreeSet<>(key.roles()));
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        row.getString("name"),
        Set.of(row.getString("roles").split(",")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        instant(row, "expires_at"),
        instant(row, "revoked_at"),
        instant(row, "last_used_at"),
        row.getString("account"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
