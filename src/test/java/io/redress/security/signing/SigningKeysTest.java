package io.redress.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.journal.write.Databases;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.database.WrappingKeys;
import io.redress.platform.signature.PublicSigningKey;
import io.redress.platform.signature.SigningKeyPair;
import io.redress.security.audit.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
class SigningKeysTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Actor ADMIN = new Actor("anna", "127.0.0.1", "r-1");
  private static final String FIRST = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String SECOND =
      Base64.getEncoder().encodeToString("another wrapping key of 32 bytes".getBytes());

  private static SigningKeys at(Database database, Instant now) {
    return new SigningKeys(database, Clock.fixed(now, ZoneOffset.UTC), YEAR);
  }

  @ParameterizedTest
  @EnumSource
  void keyIsKeptUntilItsPeriodIsOver(Databases kind) {
    DatabaseSettings settings = kind.fresh();
    String first;
    try (Database database = Database.open(settings)) {
      assertThat(at(database, NOW).published().keys()).isEmpty();
      first = id(at(database, NOW).current());
    }
    try (Database database = Database.open(settings)) {
      SigningKeyPair last = at(database, NOW.plus(YEAR).minusMillis(1)).current();
      assertThat(id(last)).isEqualTo(first);
      SigningKeys later = at(database, NOW.plus(YEAR));
      String second = id(later.current());
      assertThat(second).isNotEqualTo(first);
      assertThat(id(later.current())).isEqualTo(second);
      assertThat(later.published().keys())
          .extracting(PublicSigningKey::id)
          .containsExactly(second, first);
      assertThat(secrets(database)).as("the first key has none").hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void revokedKeyIsNotPublishedAndSignsNothing(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      SigningKeys keys = at(database, NOW);
      String first = id(keys.current());
      SigningKey second = keys.rotate(ADMIN);
      assertThat(id(keys.current())).isEqualTo(second.id());
      assertThat(keys.revoke(second.id(), ADMIN).orElseThrow().revokedAt()).isEqualTo(NOW);
      assertThat(keys.revoke("unknown", ADMIN)).isEmpty();
      String third = id(keys.current());
      assertThat(List.of(first, second.id())).doesNotContain(third);
      assertThat(keys.published().keys())
          .extracting(PublicSigningKey::id)
          .containsExactlyInAnyOrder(first, third);
      assertThat(keys.all()).hasSize(3);
      assertThat(audited(database))
          .containsExactly(
              "certificates SIGNING_KEY_ADDED " + first,
              "anna SIGNING_KEY_ADDED " + second.id(),
              "anna SIGNING_KEY_REVOKED " + second.id(),
              "certificates SIGNING_KEY_ADDED " + third);
    }
  }

  /** Otherwise one of them would keep its secret, and come back when the other is revoked. */
  @ParameterizedTest
  @EnumSource
  void firstRequestsAtOnceMakeOneKey(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      SigningKeys keys = at(database, NOW);
      Set<String> current =
          IntStream.range(0, 8)
              .mapToObj(
                  one ->
                      CompletableFuture.supplyAsync(
                          () -> id(keys.current()), task -> new Thread(task).start()))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .collect(Collectors.toSet());
      assertThat(current).hasSize(1);
      assertThat(keys.all()).hasSize(1);
    }
  }

  /** What it signs would never be valid, and the other keys have to stay published. */
  @ParameterizedTest
  @ValueSource(strings = {"secret = X'", "public_key = '", "public_key = 'short", "key_id = '"})
  void changedKeyNeitherSignsNorIsPublished(String change) {
    try (Database database = Database.open(Databases.EMBEDDED.fresh())) {
      SigningKeys keys = at(database, NOW);
      String first = id(keys.current());
      String second = keys.rotate(ADMIN).id();
      String value =
          switch (change) {
            case "secret = X'" -> "01".repeat(32);
            case "public_key = '" -> SigningKeyPair.generate().publicKey().x();
            default -> "";
          };
      database
          .jdbi()
          .useHandle(
              handle ->
                  assertThat(
                          handle.execute(
                              "update signing_key set " + change + value + "' where key_id = ?",
                              second))
                      .isOne());

      assertThatThrownBy(keys::current)
          .isInstanceOf(UnreadableSecret.class)
          .hasMessageContaining("it was changed in the database");
      assertThat(keys.published().keys())
          .extracting(PublicSigningKey::id)
          .contains(first)
          .hasSize(change.startsWith("secret") ? 2 : 1);
      assertThat(keys.rotate(ADMIN).id()).isEqualTo(id(keys.current()));
    }
  }

  /** Under the key that the environment has, as the keys of personal data. */
  @ParameterizedTest
  @EnumSource
  void secretIsEncryptedAndRotatedWithTheWrappingKey(Databases kind) {
    DatabaseSettings settings = kind.fresh();
    String first;
    try (Database database = open(settings, null, null)) {
      first = id(at(database, NOW).current());
      assertThat(secrets(database).get(0)).hasSize(32);
    }
    try (Database database = open(settings, FIRST, null)) {
      assertThat(rewrapped(database)).isOne();
      assertThat(rewrapped(database)).isZero();
      assertThat(secrets(database).get(0)).hasSizeGreaterThan(32);
      assertThat(id(at(database, NOW).current())).isEqualTo(first);
    }
    assertThatThrownBy(() -> open(settings, SECOND, null))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("which is not configured");
    try (Database database = open(settings, SECOND, FIRST)) {
      assertThat(rewrapped(database)).isOne();
    }
    try (Database database = open(settings, SECOND, null)) {
      assertThat(id(at(database, NOW).current())).isEqualTo(first);
    }
  }

  private static Database open(
      DatabaseSettings settings, @Nullable String key, @Nullable String old) {
    return Database.open(settings.with(WrappingKeys.configured(key, old)));
  }

  private static int rewrapped(Database database) {
    return database.jdbi().inTransaction(SigningKeys::rewrap);
  }

  private static String id(SigningKeyPair key) {
    return key.publicKey().id();
  }

  private static List<byte[]> secrets(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select secret from signing_key where secret is not null")
                    .map((row, context) -> row.getBytes(1))
                    .list());
  }

  private static List<String> audited(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select who || ' ' || what || ' ' || subject from audit_event order by number")
                    .mapTo(String.class)
                    .list());
  }
}
