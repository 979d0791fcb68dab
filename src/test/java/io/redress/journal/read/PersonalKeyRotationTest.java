package io.redress.journal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.WrappingKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class PersonalKeyRotationTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String FIRST = key(1);
  private static final String SECOND = key(2);
  private static final int DISPUTES = 7;

  /** Where the keys are that a rotation changes, by the id of the key that encrypted them. */
  private static final List<String> DIRECTIONS = List.of("<", ">");

  @ParameterizedTest
  @EnumSource
  void keysAreEncryptedOnceThereIsAKey(Databases kind) {
    DatabaseSettings settings = kind.fresh();
    List<UUID> decisions = decide(settings, null, null, "before");
    try (Database database = open(settings, null, null)) {
      assertThat(secrets(database)).allMatch(secret -> secret.length == 32);
      assertThat(new PersonalKeyRotation(database, 2).run()).isZero();
    }
    try (Database database = open(settings, FIRST, null)) {
      assertReadable(database, decisions);
      assertThat(new PersonalKeyRotation(database, 2).run()).isEqualTo(DISPUTES);
      assertThat(new PersonalKeyRotation(database, 2).run()).isZero();
      assertReadable(database, decisions);
      assertThat(counts(database)).hasSize(1).doesNotContainKey(WrappingKeys.PLAIN);
      assertThat(secrets(database)).allMatch(secret -> secret.length == 60);
    }
    decisions.addAll(decide(settings, FIRST, null, "after"));
    decisions.addAll(decide(settings, FIRST, null, "before"));
    try (Database database = open(settings, FIRST, null)) {
      assertThat(counts(database)).hasSize(1).containsValue(2 * DISPUTES);
      assertReadable(database, decisions);
    }
  }

  /** As after a kill: each part is a transaction, so some keys are changed and the others not. */
  @ParameterizedTest
  @EnumSource
  void halfOfARotationIsReadableAndIsContinued(Databases kind) {
    DatabaseSettings settings = kind.fresh();
    List<UUID> decisions = decide(settings, null, null, "plain");
    decisions.addAll(decide(settings, FIRST, null, "first"));
    try (Database database = open(settings, SECOND, FIRST)) {
      PersonalKeyRotation rotation = new PersonalKeyRotation(database, 3);
      assertThat(rotation.part("<", PersonalKeyRotation.Part.FIRST).changed()).isEqualTo(3);
    }
    decisions.addAll(decide(settings, SECOND, FIRST, "plain"));
    decisions.addAll(decide(settings, SECOND, FIRST, "first"));
    try (Database database = open(settings, SECOND, FIRST)) {
      assertThat(counts(database)).containsValue(3).hasSize(3);
      assertReadable(database, decisions);
      assertThat(new PersonalKeyRotation(database, 3).run()).isEqualTo(2 * DISPUTES - 3);
      assertThat(counts(database)).hasSize(1).containsValue(2 * DISPUTES);
      assertReadable(database, decisions);
    }
    try (Database database = open(settings, SECOND, null)) {
      assertReadable(database, decisions);
    }
  }

  /** As after a kill in the middle of a part: the database or its connections are gone at once. */
  @ParameterizedTest
  @EnumSource
  void partThatIsCutOffIsDoneAgain(Databases kind) {
    DatabaseSettings settings = kind.fresh();
    List<UUID> decisions = decide(settings, FIRST, null, "before");
    try (Database database = open(settings, SECOND, FIRST)) {
      PersonalKeyRotation rotation = new PersonalKeyRotation(database, 2);
      String operator =
          DIRECTIONS.stream()
              .filter(one -> rotation.part(one, PersonalKeyRotation.Part.FIRST).changed() == 2)
              .findFirst()
              .orElseThrow();
      assertThatThrownBy(
              () ->
                  database
                      .jdbi()
                      .useTransaction(
                          handle -> {
                            var part =
                                rotation.next(handle, operator, PersonalKeyRotation.Part.FIRST);
                            assertThat(part.changed()).isEqualTo(2);
                            cutOff(database, kind);
                          }))
          .isInstanceOfAny(JdbiException.class, DatabaseUnavailable.class);
    }
    try (Database database = open(settings, SECOND, FIRST)) {
      assertThat(counts(database)).hasSize(2).containsValues(2, DISPUTES - 2);
      assertReadable(database, decisions);
      assertThat(new PersonalKeyRotation(database, 2).run()).isEqualTo(DISPUTES - 2);
    }
    try (Database database = open(settings, SECOND, null)) {
      assertReadable(database, decisions);
    }
  }

  private static void cutOff(Database database, Databases kind) {
    // Not useHandle, which would be that of the transaction.
    try (Handle another = database.jdbi().open()) {
      another.execute(
          kind == Databases.EMBEDDED
              ? "shutdown immediately"
              : "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                  + " where datname = current_database() and pid <> pg_backend_pid()");
    }
  }

  @Test
  void logSaysInWhichDirectionItWent() {
    assertThat(PersonalKeyRotation.done(3, WrappingKeys.PLAIN))
        .isEqualTo("Decrypted the keys of the personal data of 3 disputes.");
    assertThat(PersonalKeyRotation.done(3, "5b1f"))
        .isEqualTo("Encrypted the keys of the personal data of 3 disputes with key 5b1f.");
  }

  @ParameterizedTest
  @EnumSource
  void missingKeyIsAProblemAtTheStart(Databases kind) {
    DatabaseSettings settings = kind.fresh();
    List<UUID> decisions = decide(settings, FIRST, null, "a");
    for (@Nullable String wrong : new String[] {null, SECOND}) {
      assertThatThrownBy(() -> open(settings, wrong, null))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("which is not configured")
          .hasMessageContaining("REDRESS_PERSONAL_DATA_KEY")
          .hasMessageContaining("REDRESS_PERSONAL_DATA_OLD_KEYS")
          .hasMessageNotContaining("\n");
    }
    try (Database database = open(settings, SECOND, FIRST)) {
      assertReadable(database, decisions);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keysAreDecryptedOnceThereIsNoKeyAnyMore(Databases kind) {
    DatabaseSettings settings = kind.fresh();
    List<UUID> decisions = decide(settings, FIRST, null, "a");
    try (Database database = open(settings, null, SECOND + ", " + FIRST)) {
      assertThat(new PersonalKeyRotation(database, 2).run()).isEqualTo(DISPUTES);
      assertReadable(database, decisions);
    }
    try (Database database = open(settings, null, null)) {
      assertReadable(database, decisions);
      assertThat(counts(database)).containsOnlyKeys(WrappingKeys.PLAIN);
    }
  }

  /** A secret that was changed harms its own dispute and no other. */
  @ParameterizedTest
  @EnumSource
  void exchangedSecretsOpenNothing(Databases kind) {
    DatabaseSettings settings = kind.fresh();
    List<UUID> decisions = decide(settings, FIRST, null, "a");
    try (Database database = open(settings, FIRST, null)) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "update personal_key set secret = (select secret from personal_key"
                          + " where dispute_id = 'a-0') where dispute_id = 'a-1'"));
      JournalSearch search = new JournalSearch(database);
      assertThat(OpenedDecision.of(search.find(decisions.get(1)).orElseThrow()).personalData())
          .isEqualTo(OpenedDecision.Availability.DAMAGED);
      assertReadable(database, List.of(decisions.get(0), decisions.get(2)));
    }
    try (Database database = open(settings, SECOND, FIRST)) {
      assertThat(new PersonalKeyRotation(database, 2).run()).isEqualTo(DISPUTES - 1);
    }
  }

  private static List<UUID> decide(
      DatabaseSettings settings, @Nullable String key, @Nullable String old, String name) {
    List<UUID> decisions = new ArrayList<>();
    try (Replica replica = new Replica(settings.with(WrappingKeys.configured(key, old)))) {
      WrittenJournal journal = PastDecisions.journal(replica, NOW);
      for (int i = 0; i < DISPUTES; i++) {
        decisions.add(journal.dress(name + "-" + i));
      }
      assertThat(PastDecisions.whole(replica)).isTrue();
    }
    return decisions;
  }

  private static Database open(
      DatabaseSettings settings, @Nullable String key, @Nullable String old) {
    return Database.open(settings.with(WrappingKeys.configured(key, old)));
  }

  private static void assertReadable(Database database, List<UUID> decisions) {
    JournalSearch search = new JournalSearch(database);
    assertThat(decisions)
        .allSatisfy(
            id ->
                assertThat(search.find(id).orElseThrow().personal().orElseThrow().letter())
                    .contains("subject"));
  }

  private static List<byte[]> secrets(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select secret from personal_key")
                    .map((row, context) -> row.getBytes(1))
                    .list());
  }

  private static Map<String, Integer> counts(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select wrapped_with, count(*) from personal_key group by wrapped_with")
                    .reduceRows(
                        new HashMap<String, Integer>(),
                        (counts, row) -> {
                          counts.put(
                              row.getColumn(1, String.class), row.getColumn(2, Integer.class));
                          return counts;
                        }));
  }

  private static String key(int seed) {
    byte[] key = new byte[32];
    new Random(seed).nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
