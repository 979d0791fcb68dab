package io.redress.security.access;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.security.audit.Actor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCacheTest {
  private static final Instant NOW = Instant.parse("2026-03-05T20:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Actor BY = Actor.within("test");

  @TempDir private Path folder;

  private Database database;
  private KeyStore store;
  private KeyCache keys;

  @BeforeEach
  void open() {
    database = Database.open(DatabaseSettings.embedded(folder));
    store = new KeyStore(database, CLOCK);
    keys = new KeyCache(() -> store, CLOCK, folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void serviceIsOpenUntilTheFirstKeyAndNeverAgain() {
    keys.refresh();
    assertThat(protection(keys).open()).isTrue();

    NewKey created = created(null);
    keys.refresh();
    assertThat(protection(keys).open()).isFalse();

    store.revoke(created.key().id(), BY);
    keys.refresh();
    assertThat(keys.find(created.token())).isEmpty();
    assertThat(protection(keys).open()).isFalse();
  }

  @Test
  void keyOfAnotherProcessIsFoundOnFirstUse() {
    keys.refresh();
    NewKey created = created(null);

    assertThat(keys.known(created.token())).isEmpty();
    await().until(() -> keys.find(created.token()).map(ApiKey::name), Optional.of("Shop")::equals);
  }

  /** A revoked key would stay valid if its refresh ended for good. */
  @Test
  void refreshGoesOnAfterAnyFailure() {
    AtomicInteger times = new AtomicInteger();
    KeyCache failing =
        new KeyCache(
            () -> {
              if (times.incrementAndGet() == 2) {
                throw new OutOfMemoryError("for a test");
              }
              return store;
            },
            CLOCK,
            folder);
    failing.start();
    try {
      await().until(() -> times.get() > 3);
    } finally {
      failing.stop(new ShutdownEvent());
    }
  }

  @Test
  void keyIsInvalidFromTheInstantItExpires() {
    NewKey created = created(NOW.plusSeconds(1));
    keys.refresh();
    assertThat(keys.known(created.token())).isPresent();

    KeyCache then = new KeyCache(() -> store, Clock.offset(CLOCK, Duration.ofSeconds(1)), folder);
    then.refresh();
    assertThat(then.find(created.token())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s ", "%sA", " %s", "%s\n", "x%s", "%s\u0000", "%s,%s"})
  void tokenThatDiffersIsInvalid(String almost) {
    NewKey created = created(null);
    keys.refresh();

    assertThat(keys.find(almost.replace("%s", created.token()))).isEmpty();
    assertThat(keys.find(created.token())).isPresent();
  }

  @Test
  void anyOtherLastCharacterIsInvalid() {
    String token = created(null).token();
    keys.refresh();
    String whole = token.substring(0, token.length() - 1);

    assertThat("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".chars())
        .filteredOn(last -> keys.find(whole + (char) (int) last).isPresent())
        .hasSize(1);
  }

  @Test
  void cachedKeysWorkWithoutTheDatabaseAndOthersAreUnavailable() {
    NewKey known = created(null);
    keys.refresh();
    NewKey unknown = created(null);
    database.close();
    keys.refresh();

    assertThat(keys.find(known.token())).isPresent();
    assertThat(keys.find(known.token().replace(known.token().substring(60), "x"))).isEmpty();
    assertThatThrownBy(() -> keys.find(unknown.token())).isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void startWithoutTheDatabaseIsNotOpenButMayBecomeSo() {
    database.close();
    keys.refresh();

    assertThat(keys.loaded()).isFalse();
    assertThat(protection(keys).open()).isFalse();
    assertThat(protection(keys).mayBeOpen()).isTrue();
    assertThat(new Protection(keys, false, "0.0.0.0").mayBeOpen()).isFalse();
  }

  @Test
  void markerFileKeepsAccessProtectedWithoutTheDatabase() {
    created(null);
    keys.refresh();
    database.close();
    KeyCache restarted = new KeyCache(() -> store, CLOCK, folder);
    restarted.refresh();

    assertThat(restarted.loaded()).isFalse();
    assertThat(protection(restarted).mayBeOpen()).isFalse();
    assertThat(protection(restarted).unknown()).isFalse();
  }

  @Test
  void keysAndTokensHideTheirSecretInLogs() {
    NewKey created = created(null);
    String secret = created.token().substring(created.token().length() - 43);

    assertThat(created.toString()).doesNotContain(secret);
    assertThat(KeyToken.read(created.token()))
        .hasToString("Optional[redress_" + created.key().id() + "_...]");
    String kept =
        database
            .jdbi()
            .withHandle(
                handle -> handle.createQuery("select * from api_key").mapToMap().list().toString());
    assertThat(kept).contains(created.key().id()).doesNotContain(secret);
  }

  private NewKey created(Instant expiresAt) {
    return store.add(new KeySpec("Shop", Set.of(Role.DECIDE), expiresAt), BY);
  }

  private static Protection protection(KeyCache keys) {
    return new Protection(keys, false, "127.0.0.1");
  }
}
