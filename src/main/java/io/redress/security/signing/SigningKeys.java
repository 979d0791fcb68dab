package io.redress.security.signing;

import io.redress.platform.database.Database;
import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.database.WrappingKeys;
import io.redress.platform.database.WrappingKeys.Wrapped;
import io.redress.platform.signature.PublicKeySet;
import io.redress.platform.signature.PublicSigningKey;
import io.redress.platform.signature.SigningKeyPair;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stores the keys that sign. One is current; it is followed by another when its period is over, or
 * when an administrator asks for it. A key that does not sign any more has no secret any more.
 */
@Singleton
public class SigningKeys {
  private static final String ALL = "select * from signing_key order by created_at desc, id";
  private static final String CURRENT =
      "select * from signing_key where secret is not null order by created_at desc, id limit 1";

  private final Database database;
  private final Clock clock;
  private final Duration period;

  @Inject
  public SigningKeys(
      Database database,
      Clock clock,
      @ConfigProperty(name = "redress.certificates.key-period") Duration period) {
    this.database = database;
    this.clock = clock;
    this.period = period;
  }

  /**
   * Returns the current key; makes one if there is none, or its period is over.
   *
   * @throws io.redress.platform.database.UnreadableSecret when it was changed in the database
   */
  public SigningKeyPair current() {
    return database
        .jdbi()
        .withHandle(this::usable)
        .map(Stored::pair)
        .orElseGet(() -> add(Actor.within("certificates"), this::usable));
  }

  private Optional<Stored> usable(Handle handle) {
    Instant oldest = now().minus(period);
    return stored(handle).filter(key -> key.createdAt().isAfter(oldest));
  }

  /** Makes a new key, which is the current one from now on. */
  public SigningKey rotate(Actor by) {
    String id = add(by, handle -> Optional.empty()).publicKey().id();
    return all().stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
  }

  /**
   * Adds a key, one after the other: of two that are current, one would keep its secret.
   *
   * @param other finds the key that another request has added meanwhile, to be taken instead
   */
  private SigningKeyPair add(Actor by, Function<Handle, Optional<Stored>> other) {
    SigningKeyPair pair = SigningKeyPair.generate();
    UUID row = UUID.randomUUID();
    String id = pair.publicKey().id();
    SigningKeyPair current =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  AuditLog.lock(handle);
                  Optional<Stored> found = other.apply(handle);
                  if (found.isPresent()) {
                    return found.get().pair();
                  }
                  handle.execute(
                      "update signing_key set secret = null, retired_at = ? where secret is not null",
                      utc(now()));
                  Wrapped wrapped = WrappingKeys.of(handle).wrap(row, pair.seed());
                  handle.execute(
                      "insert into signing_key (id, key_id, public_key, secret, wrapped_with,"
                          + " created_at, created_by) values (?, ?, ?, ?, ?, ?, ?)",
                      row,
                      id,
                      pair.publicKey().x(),
                      wrapped.bytes(),
                      wrapped.keyId(),
                      utc(now()),
                      by.name());
                  AuditLog.append(handle, by, AuditAction.SIGNING_KEY_ADDED, id, now(), Map.of());
                  return pair;
                });
    database.flush();
    return current;
  }

  /** Revokes a key, so that nothing it signed is valid any more; empty when no key has that id. */
  public Optional<SigningKey> revoke(String id, Actor by) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              int revoked =
                  handle.execute(
                      "update signing_key set secret = null, revoked_at = ?"
                          + " where key_id = ? and revoked_at is null",
                      utc(now()),
                      id);
              if (revoked == 1) {
                AuditLog.append(handle, by, AuditAction.SIGNING_KEY_REVOKED, id, now(), Map.of());
              }
            });
    database.flush();
    return all().stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** Returns the keys whose signatures are valid, the newest first. */
  public PublicKeySet published() {
    return new PublicKeySet(
        all().stream()
            .filter(key -> key.revokedAt() == null && key.intact())
            .map(SigningKey::publicKey)
            .toList());
  }

  /** Returns all keys, the newest first. */
  public List<SigningKey> all() {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery(ALL).map((row, context) -> key(row)).list());
  }

  /** Encrypts the secrets with the current wrapping key; returns how many were not. */
  public static int rewrap(Handle handle) {
    WrappingKeys keys = WrappingKeys.of(handle);
    return stored(handle)
        .filter(key -> !key.wrapped().keyId().equals(keys.currentId()))
        .map(
            key -> {
              Wrapped again = keys.wrap(key.row(), key.seed());
              return handle.execute(
                  "update signing_key set secret = ?, wrapped_with = ?"
                      + " where id = ? and secret is not null",
                  again.bytes(),
                  again.keyId(),
                  key.row());
            })
        .orElse(0);
  }

  /** The current key as it is stored. */
  private record Stored(
      UUID row,
      String id,
      PublicSigningKey publicKey,
      Instant createdAt,
      Wrapped wrapped,
      WrappingKeys keys) {
    byte[] seed() {
      return keys.unwrap(row, wrapped);
    }

    /** Both halves: what a changed one signs would never be valid. */
    SigningKeyPair pair() {
      SigningKeyPair pair = SigningKeyPair.of(seed(), publicKey);
      if (!publicKey.isOfId(id) || !pair.fits()) {
        throw new UnreadableSecret("it was changed in the database");
      }
      return pair;
    }
  }

  private static Optional<Stored> stored(Handle handle) {
    return handle
        .createQuery(CURRENT)
        .map(
            (row, context) ->
                new Stored(
                    row.getObject("id", UUID.class),
                    row.getString("key_id"),
                    new PublicSigningKey(row.getString("public_key")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    new Wrapped(row.getString("wrapped_with"), row.getBytes("secret")),
                    WrappingKeys.of(handle)))
        .findOne();
  }

  private static SigningKey key(ResultSet row) throws SQLException {
    return new SigningKey(
        row.getString("key_id"),
        new PublicSigningKey(row.getString("public_key")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        instant(row, "retired_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
