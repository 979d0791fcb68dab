package io.redress.platform.database;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.redress.Patience;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Behaviour with a PostgreSQL server that hangs, dies or is missing. */
@Timeout(Patience.SECONDS)
@Tag("service")
class ServerOutageTest {

  private PostgresServer server;
  private DatabaseSettings settings;

  @BeforeEach
  void start() {
    server = new PostgresServer();
    settings = server.fresh();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void callsOnAFrozenServerTimeOutAndLaterOnesFailAtOnce() {
    try (Database database = Database.open(settings)) {
      assertThat(answer(database)).isEqualTo(1);
      server.freeze();

      List<CompletableFuture<Throwable>> caught =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> failure(database)))
              .limit(40)
              .toList();

      assertThat(caught)
          .allSatisfy(one -> assertThat(OutageDetector.isOutage(one.join())).isTrue());
      await().until(() -> database.outage().isPresent());
      assertThatThrownBy(() -> answer(database))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("REDRESS_POSTGRESQL_URL");
      assertThat(database.outage()).isPresent();

      server.thaw();
      awaitAnswer(database);
      assertThat(database.outage()).isEmpty();
    }
  }

  @Test
  void killedServerIsUsedAgainOnceItIsBack() {
    try (Database database = Database.open(settings)) {
      assertThat(answer(database)).isEqualTo(1);
      server.kill();
      assertThat(OutageDetector.isOutage(failure(database))).isTrue();
      server.startAgain();
      awaitAnswer(database);
    }
  }

  @Test
  void serverThatStartsLateIsAwaitedAndMigrated() {
    server.kill();
    try (Database database = Database.openOrWait(settings)) {
      assertThatThrownBy(() -> answer(database)).isInstanceOf(DatabaseUnavailable.class);
      server.startAgain();
      awaitAnswer(database);
      assertThat(
              database
                  .jdbi()
                  .<Integer, RuntimeException>withHandle(
                      handle ->
                          handle
                              .createQuery("select count(*) from activation")
                              .mapTo(Integer.class)
                              .one()))
          .isZero();
    }
  }

  @Test
  void serverThatHangsAtTheStartIsAwaited() {
    server.freeze();
    try (Database database = Database.openOrWait(settings)) {
      assertThat(database.outage()).isPresent();
      server.thaw();
      awaitAnswer(database);
    }
  }

  @Test
  void wrongPasswordOrDatabaseFailsAtOnce() {
    var elsewhere = DatabaseSettings.postgresql(settings.url() + "x", "postgres", "postgres");

    assertThatThrownBy(() -> Database.openOrWait(elsewhere))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void heldLockIsNotAnOutage() {
    try (Database database = Database.open(settings)) {
      Throwable failure =
          catchThrowable(
              () -> database.jdbi().useHandle(handle -> handle.execute("select pg_sleep(60)")));
      assertThat(OutageDetector.isOutage(failure)).isTrue();
      assertThat(answer(database)).isEqualTo(1);
    }
  }

  @Test
  void invalidSqlIsNotAnOutage() {
    try (Database database = Database.open(settings)) {
      Throwable failure =
          catchThrowable(() -> database.jdbi().useHandle(handle -> handle.execute("selekt 1")));
      assertThat(failure).isInstanceOf(UnableToExecuteStatementException.class);
      assertThat(OutageDetector.isOutage(failure)).isFalse();
      assertThat(database.outage()).isEmpty();
    }
  }

  private static Throwable failure(Database database) {
    return catchThrowable(() -> answer(database));
  }

  private static int answer(Database database) {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
  }

  private static void awaitAnswer(Database database) {
    await().ignoreExceptions().until(() -> answer(database) == 1);
  }
}
