package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service when what it stands on fails. */
class HardTimesIT {

  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @TempDir private Path data;

  @Test
  void withoutItsServerItStartsServesReadsAndRecoversByItself() throws Exception {
    try (PostgresServer server = new PostgresServer()) {
      Map<String, String> environment = PackagedJar.environment(server.fresh(), data);
      // Only where there is an active rule set, so the first start activates the shipped one.
      environment.put("REDRESS_RULES_AUTO_ACTIVATE", "false");
      String version;
      try (var service = PackagedJar.serve(environment)) {
        version = version(service);
        server.kill();
        await().until(() -> get(service, "/q/health/ready").statusCode() == 503);
        assertUnavailable(decide(service));
        server.startAgain();
        await().until(() -> decide(service).statusCode() == 200);
      }
      server.kill();
      try (var service = PackagedJar.serveUnready(environment)) {
        assertUnavailable(decide(service));
        assertUnavailable(get(service, "/v1/rulesets"));
        assertThat(version(service)).isEqualTo(version);
        assertThat(get(service, "/v1/rulesets/active/tables").statusCode()).isEqualTo(200);
        assertThat(get(service, "/v1/rulesets/active/tables/goodwill").statusCode()).isEqualTo(200);
        assertThat(get(service, "/v1/rulesets/active/tables/goodwill.drl").statusCode())
            .isEqualTo(200);
        assertThat(get(service, "/v1/rulesets/active/files/promises.xlsx").statusCode())
            .isEqualTo(200);
        Response ready = get(service, "/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.<String>path("checks.find { it.name == 'Database' }.data.reason"))
            .contains("REDRESS_POSTGRESQL_URL");

        server.startAgain();
        await().until(() -> get(service, "/q/health/ready").statusCode() == 200);
        assertThat(decide(service).statusCode()).isEqualTo(200);
        assertThat(version(service)).isEqualTo(version);
      }
    }
  }

  @Test
  void frozenServerDelaysNoRequestForLong() throws Exception {
    try (PostgresServer server = new PostgresServer()) {
      DatabaseSettings settings = server.fresh();
      PackagedJar.activate(settings);
      try (var service = PackagedJar.serve(PackagedJar.environment(settings, data))) {
        assertThat(decide(service).statusCode()).isEqualTo(200);
        server.freeze();
        assertUnavailable(decide(service));
        await().until(() -> get(service, "/q/health/ready").statusCode() == 503);
        for (int i = 0; i < 100; i++) {
          assertUnavailable(decide(service));
          assertUnavailable(get(service, "/v1/rulesets"));
        }
        server.thaw();
        await().until(() -> decide(service).statusCode() == 200);
        assertThat(get(service, "/v1/rulesets").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void onAFullDiskNothingIsAcknowledgedAndItGoesOnOnceThereIsRoom() throws Exception {
    assumeThat(mount("-t", "tmpfs", "-o", "size=12m", "tmpfs", data.toString()))
        .as("SKIPPED: a disk small enough to fill can be mounted by root only")
        .isZero();
    PackagedJar.activatedData(data);
    try (var service = PackagedJar.serve(Map.of("REDRESS_DATA_DIR", data.toString()))) {
      assertThat(decide(service).statusCode()).isEqualTo(200);
      Path ballast = data.resolve("ballast");
      fill(ballast);
      await().until(() -> decide(service).statusCode() == 503);
      assertUnavailable(decide(service));
      assertThat(get(service, "/v1/rulesets/active").statusCode()).isEqualTo(200);
      Files.delete(ballast);
      await().until(() -> decide(service).statusCode() == 200);
      assertThat(get(service, "/q/health/ready").statusCode()).isEqualTo(200);
    } finally {
      assertThat(run("umount", "-l", data.toString())).isZero();
    }
  }

  @Test
  void withoutItsDataFolderNothingIsAcknowledged() throws Exception {
    Path home = PackagedJar.activatedData(Files.createDirectory(data.resolve("home")));
    Path elsewhere = data.resolve("elsewhere");
    try (var service = PackagedJar.serve(Map.of("REDRESS_DATA_DIR", home.toString()))) {
      assertThat(decide(service).statusCode()).isEqualTo(200);
      Files.move(home, elsewhere);
      assertUnavailable(decide(service));
      Response ready = get(service, "/q/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.asString()).contains("its files were moved or deleted");
      assertThat(home).doesNotExist();
      Files.move(elsewhere, home);
      await().until(() -> decide(service).statusCode() == 200);
      assertThat(get(service, "/q/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void commandWaitsForAConnectionAndSaysSo() throws Exception {
    try (PostgresServer server = new PostgresServer()) {
      DatabaseSettings settings = server.fresh();
      Path output = data.resolve("keys.txt");
      Process command;
      List<Connection> all = new ArrayList<>();
      try {
        takeAll(settings, all);
        command =
            PackagedJar.start(
                PackagedJar.environment(settings, data),
                output,
                "keys",
                "add",
                "--name",
                "Anna",
                "--role",
                "admin");
        await().until(() -> Files.readString(output).contains("Waiting for the database"));
        assertThat(command.isAlive()).isTrue();
      } finally {
        for (Connection one : all) {
          one.close();
        }
      }
      assertThat(command.waitFor()).as(Files.readString(output)).isZero();
      assertThat(Files.readString(output)).contains("redress_");
    }
  }

  /** Takes connections until the server has none left. */
  private static void takeAll(DatabaseSettings settings, List<Connection> all) {
    assertThatThrownBy(
            () -> {
              while (true) {
                all.add(
                    DriverManager.getConnection(
                        settings.url(), settings.user(), settings.password()));
              }
            })
        .hasMessageContaining("too many clients");
  }

  @Test
  void onAReadOnlyDiskItDoesNotStartAndSaysWhy() throws Exception {
    assumeThat(mount("-t", "tmpfs", "-o", "size=12m", "tmpfs", data.toString()))
        .as("SKIPPED: only root can mount a disk")
        .isZero();
    try {
      PackagedJar.activatedData(data);
      assertThat(mount("-o", "remount,ro", data.toString())).isZero();
      byte[] before = Files.readAllBytes(data.resolve("redress.mv.db"));

      PackagedJar.Ended ended =
          PackagedJar.run(
              Map.of("REDRESS_DATA_DIR", data.toString(), "QUARKUS_HTTP_PORT", "0"), "");
      assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
      assertThat(ended.output())
          .contains(data + " cannot be written to. Check that this service may write to")
          .doesNotContain("\tat ");
      assertThat(Files.readAllBytes(data.resolve("redress.mv.db"))).isEqualTo(before);
    } finally {
      assertThat(run("umount", "-l", data.toString())).isZero();
    }
  }

  @Test
  void corruptActiveRulesGiveWayToTheOnesBeforeWithAnAlarm() throws Exception {
    Map<String, String> environment =
        Map.of("REDRESS_DATA_DIR", PackagedJar.activatedData(data).toString());
    String before;
    try (var service = PackagedJar.serve(environment)) {
      before = version(service);
      String next =
          given()
              .multiPart("file", "promises.xlsx", EditedRules.remarked("to be corrupted"))
              .post(service.address("/v1/rulesets"))
              .path("version");
      assertThat(given().post(service.address("/v1/rulesets/" + next + "/activate")).statusCode())
          .as("activation of %s", next)
          .isEqualTo(200);
      assertThat(version(service)).isEqualTo(next);
    }
    try (Database database = Database.open(DatabaseSettings.embedded(data))) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "delete from rule_set_file where name = 'promises.xlsx' and version ="
                          + " (select version from activation order by number desc limit 1)"));
    }
    try (var service = PackagedJar.serve(environment)) {
      assertThat(decide(service).<String>path("ruleSet.version")).isEqualTo(before);
      assertThat(
              get(service, "/q/health/ready")
                  .<String>path("checks.find { it.name == 'Rule set' }.data.alarm"))
          .contains("CORRUPT");
      assertThat(get(service, "/q/metrics").asString()).contains("redress_rules_alarm 1.0");
      assertThat(Files.readString(service.output())).contains("ERROR");

      given().post(service.address("/v1/rulesets/" + before + "/activate"));
      assertThat(get(service, "/q/metrics").asString()).contains("redress_rules_alarm 0.0");
    }
  }

  private static void fill(Path ballast) throws IOException {
    try (var file = Files.newOutputStream(ballast)) {
      while (true) {
        file.write(new byte[4_096]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static int mount(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "mount";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return run(command);
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void assertUnavailable(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  private static Response decide(PackagedJar.Service service) {
    return given().contentType("application/json").body(LOST).post(service.address("/v1/decide"));
  }

  private static String version(PackagedJar.Service service) {
    return get(service, "/v1/rulesets/active").path("version");
  }

  private static Response get(PackagedJar.Service service, String path) {
    return given().get(service.address(path));
  }
}
