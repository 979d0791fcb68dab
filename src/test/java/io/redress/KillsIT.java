package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the packaged service at random moments, in its start and under load, again and again: each
 * acknowledged decision is in the journal once, and the journal is whole.
 *
 * <p>{@code mvn -Phard-times verify} kills it a hundred times on each database.
 */
class KillsIT {
  private static final int KILLS = Integer.getInteger("redress.kills", 3);
  private static final int CLIENTS = 16;
  private static final int MAX_MILLIS = 1_500;

  /** One kill in so many comes before the service is ready. */
  private static final int IN_THE_START = 5;

  @TempDir private Path data;

  private final Random random = new Random(20260305);
  private final Clients clients = new Clients();

  @Test
  void nothingAcknowledgedIsLostWithTheEmbeddedDatabase() throws Exception {
    killAgainAndAgain(DatabaseSettings.embedded(PackagedJar.activatedData(data)));
  }

  @Test
  void nothingAcknowledgedIsLostWithPostgresql() throws Exception {
    try (PostgresServer server = new PostgresServer()) {
      killAgainAndAgain(server.fresh());
    }
  }

  private void killAgainAndAgain(DatabaseSettings settings) throws Exception {
    Map<String, String> environment = PackagedJar.environment(settings, data);
    for (int kill = 1; kill <= KILLS; kill++) {
      if (random.nextInt(IN_THE_START) == 0) {
        PackagedJar.Service service = PackagedJar.launch(environment);
        Thread.sleep(random.nextInt(2 * MAX_MILLIS));
        service.kill();
      } else {
        killUnderLoad(environment);
      }
    }
    try (var service = PackagedJar.serve(environment)) {
      clients.sendAgain(service);
    }
    assertNothingIsLost(settings);
    PackagedJar.Ended verification = PackagedJar.run(environment, "", "journal", "verify");
    System.out.println(verification.output());
    assertThat(verification.exitCode()).as(verification.output()).isZero();
  }

  private void killUnderLoad(Map<String, String> environment) throws Exception {
    PackagedJar.Service service = PackagedJar.serve(environment);
    Clients.Running running = clients.start(service, CLIENTS);
    clients.sendAgain(service);
    Thread.sleep(random.nextInt(MAX_MILLIS));
    service.kill();
    running.stop();
  }

  private void assertNothingIsLost(DatabaseSettings settings) {
    Map<UUID, String> kept = new HashMap<>();
    int entries = 0;
    try (Database database = Database.open(settings)) {
      entries = read(database, kept);
    }
    long lost =
        clients.acknowledged().entrySet().stream()
            .filter(answer -> !answer.getValue().equals(kept.get(answer.getKey())))
            .count();
    long duplicated = entries - kept.values().stream().distinct().count();
    System.out.printf(
        "%s: %d kills, %d acknowledged, %d kept, %d lost, %d duplicated, p99 %d ms%n",
        settings.kind(),
        KILLS,
        clients.acknowledged().size(),
        entries,
        lost,
        duplicated,
        clients.answeredWithin().toMillis());
    assertThat(clients.wrong()).isEmpty();
    assertThat(clients.acknowledged()).isNotEmpty();
    assertThat(lost).isZero();
    assertThat(duplicated).isZero();
  }

  private static int read(Database database, Map<UUID, String> kept) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select decision_id, dispute_id from journal_entry")
                    .map(
                        (row, context) ->
                            kept.put(
                                row.getObject("decision_id", UUID.class),
                                row.getString("dispute_id")))
                    .list()
                    .size());
  }
}
