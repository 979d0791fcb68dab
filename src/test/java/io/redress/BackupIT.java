package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.platform.database.PostgresServer;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a packaged service that goes on deciding, and what becomes of them. */
class BackupIT {
  private static final String LOST =
      "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\", \"buyer\": {\"name\": \"Anna\"}}";

  @TempDir private Path folder;

  @Test
  void whatIsAcknowledgedBeforeABackupIsRestoredFromIt() throws Exception {
    Path data = PackagedJar.activatedData(folder.resolve("data"));
    Path backups = folder.resolve("backups");
    List<String> acknowledged = new ArrayList<>();
    try (var service = PackagedJar.serve(Map.of("REDRESS_DATA_DIR", data.toString()))) {
      for (int i = 0; i < 20; i++) {
        acknowledged.add(decide(service));
      }
      AtomicBoolean ended = new AtomicBoolean();
      CompletableFuture<Void> load =
          CompletableFuture.runAsync(
              () -> {
                while (!ended.get()) {
                  decide(service);
                }
              });
      var made =
          PackagedJar.run(
              Map.of(),
              "",
              "backup",
              backups.toString(),
              "--server",
              service.address("/").toString());
      ended.set(true);
      load.join();
      assertThat(made.exitCode()).as(made.output()).isZero();
      assertThat(made.output()).contains(" decisions, ", "Restore it with: redress restore ");
    }
    assertThat(files(backups)).singleElement().asString().endsWith("Z.zip");

    Path restored = folder.resolve("restored");
    killInTheMiddle(backups, restored);
    var ended = restore(backups, Map.of("REDRESS_DATA_DIR", restored.toString()));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(restored.resolve(".restoring")).doesNotExist();
    assertServes(Map.of("REDRESS_DATA_DIR", restored.toString()), acknowledged);
    assertAudited(restored);

    var again = restore(backups, Map.of("REDRESS_DATA_DIR", restored.toString()));
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.output()).contains("is not empty. Restore to an empty one");
  }

  /** From embedded to PostgreSQL. */
  @Test
  void backupMovesToTheOtherKindOfDatabase() throws Exception {
    Path data = PackagedJar.activatedData(folder.resolve("data"));
    List<String> acknowledged = new ArrayList<>();
    try (var service = PackagedJar.serve(Map.of("REDRESS_DATA_DIR", data.toString()))) {
      acknowledged.add(decide(service));
    }
    Path backups = folder.resolve("backups");
    var made =
        PackagedJar.run(
            Map.of("REDRESS_DATA_DIR", data.toString()), "", "backup", backups.toString());
    assertThat(made.exitCode()).as(made.output()).isZero();
    try (var server = new PostgresServer()) {
      Map<String, String> environment =
          PackagedJar.environment(server.fresh(), folder.resolve("elsewhere"));
      var ended = restore(backups, environment);
      assertThat(ended.exitCode()).as(ended.output()).isZero();
      assertServes(environment, acknowledged);
    }
  }

  @Test
  void backupThatCannotBeMadeLeavesNothing() throws Exception {
    Path backups = folder.resolve("backups");
    var ended =
        PackagedJar.run(
            Map.of(), "", "backup", backups.toString(), "--server", "http://localhost:1");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).contains("No backup was made: ").doesNotContain("\tat ");
    assertThat(files(backups)).isEmpty();

    Path nowhere = folder.resolve("nowhere");
    var empty =
        PackagedJar.run(
            Map.of("REDRESS_DATA_DIR", nowhere.toString()), "", "backup", backups.toString());
    assertThat(empty.exitCode()).isEqualTo(2);
    assertThat(empty.output()).contains("There is no database in " + nowhere);
    assertThat(nowhere).doesNotExist();
    assertThat(files(backups)).isEmpty();

    var none = restore(backups, Map.of());
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.output()).contains("Nothing was restored: There is no backup in ");
  }

  private static String decide(PackagedJar.Service service) {
    return given()
        .contentType("application/json")
        .body(LOST)
        .post(service.address("/v1/decide"))
        .path("decisionId");
  }

  private static PackagedJar.Ended restore(Path backups, Map<String, String> environment)
      throws IOException, InterruptedException {
    return PackagedJar.run(environment, "", "restore", backups.toString());
  }

  private void killInTheMiddle(Path backups, Path restored) throws Exception {
    Process killed =
        PackagedJar.start(
            Map.of("REDRESS_DATA_DIR", restored.toString()),
            folder.resolve("killed.txt"),
            "restore",
            backups.toString());
    await().until(() -> Files.exists(restored.resolve(".restoring").resolve("redress.mv.db")));
    killed.destroyForcibly().waitFor();
    assertThat(restored.resolve("redress.mv.db")).doesNotExist();
  }

  private static void assertServes(Map<String, String> environment, List<String> acknowledged)
      throws Exception {
    var verified = PackagedJar.run(environment, "", "journal", "verify");
    assertThat(verified.exitCode()).as(verified.output()).isZero();
    try (var service = PackagedJar.serve(environment)) {
      for (String id : acknowledged) {
        Response kept = given().get(service.address("/v1/decisions/" + id));
        assertThat(kept.statusCode()).as(id).isEqualTo(200);
        assertThat(kept.<String>path("personalData")).isEqualTo("PRESENT");
      }
      assertThat(decide(service)).isNotNull();
    }
  }

  /** The backup has the event of its making, too. */
  private static void assertAudited(Path restored) throws Exception {
    try (var service = PackagedJar.serve(Map.of("REDRESS_DATA_DIR", restored.toString()))) {
      List<String> made =
          given().get(service.address("/v1/audit?what=BACKUP_MADE")).path("subject");
      assertThat(made).singleElement().asString().matches("redress-\\d{8}T\\d{6}Z[.]zip");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
