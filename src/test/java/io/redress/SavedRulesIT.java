package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rules that people save in the folder or send, in the packaged service. */
class SavedRulesIT {

  private static final int KILLS = Integer.getInteger("redress.kills", 2);

  @TempDir private Path folder;
  private Path promises;

  @BeforeEach
  void copyTheShippedRules() throws IOException {
    EditedRules.copyOf(Path.of("rules"), folder.resolve("rules"));
    promises = folder.resolve("rules").resolve("promises.xlsx");
  }

  @Test
  void aSavedWorkbookDecidesOnceItIsWholeAndABrokenOneHarmsNothing() throws Exception {
    byte[] whole = EditedRules.remarked("in two halves");
    PackagedJar.activatedData(folder.resolve("data"));
    try (var service = serve(Map.of())) {
      String before = active(service).getString("version");
      Files.write(promises, Arrays.copyOf(whole, whole.length / 2));
      await().during(Duration.ofSeconds(1)).until(() -> newest(service), before::equals);
      Files.write(promises, whole);
      await().until(() -> decidedBy(service), one -> !one.equals(before));
      assertThat(get(service, "/v1/rulesets").getList("status")).contains("ACTIVE", "RETIRED");

      String saved = decidedBy(service);
      EditedRules.edit(
          promises, one -> one.getSheet("Goodwill").getRow(3).getCell(5).setCellValue(1.5));
      await().until(() -> get(service, "/v1/rulesets").getString("[0].status"), "REJECTED"::equals);
      assertThat(get(service, "/v1/rulesets").getString("[0].problems[0].cell")).isEqualTo("F4");
      assertThat(decidedBy(service)).isEqualTo(saved);
    }
  }

  @Test
  void withoutAutoActivationASavedWorkbookWaitsEvenOverARestart() throws Exception {
    Map<String, String> manual = Map.of("REDRESS_RULES_AUTO_ACTIVATE", "false");
    PackagedJar.activatedData(folder.resolve("data"));
    String before;
    try (var service = serve(manual)) {
      before = active(service).getString("version");
    }
    Files.write(promises, EditedRules.remarked("while it was down"));
    try (var service = serve(manual)) {
      await().until(() -> newest(service), one -> !one.equals(before));
      assertThat(get(service, "/v1/rulesets").getString("[0].status")).isEqualTo("CANDIDATE");
      assertThat(decidedBy(service)).isEqualTo(before);
    }
  }

  /** Each kill comes at another moment of an activation, which takes some 20 ms. */
  @Test
  void aKillWhileActivatingLeavesTheOldOrTheNewRuleSetWhole() throws Exception {
    Random random = new Random(4);
    PackagedJar.activatedData(folder.resolve("data"));
    PackagedJar.Service service = serve(Map.of());
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        PackagedJar.Service killed = service;
        String before = active(killed).getString("version");
        String candidate = upload(killed, EditedRules.remarked("kill " + kill));
        Thread client = new Thread(() -> activate(killed, candidate));
        client.start();
        Thread.sleep(random.nextInt(30));
        killed.kill();
        client.join();

        service = serve(Map.of());
        JsonPath active = active(service);
        assertThat(active.getString("version")).isIn(before, candidate);
        assertThat(decidedBy(service)).isEqualTo(active.getString("version"));
        assertThat(get(service, "/v1/rulesets/" + candidate).getString("status"))
            .isIn("CANDIDATE", "ACTIVE");
      }
    } finally {
      service.close();
    }
  }

  private PackagedJar.Service serve(Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("REDRESS_RULES_DIR", folder.resolve("rules").toString());
    environment.put("REDRESS_DATA_DIR", folder.resolve("data").toString());
    return PackagedJar.serve(environment);
  }

  private static String upload(PackagedJar.Service service, byte[] workbook) {
    return given()
        .port(service.port())
        .multiPart("file", "promises.xlsx", workbook)
        .post("/v1/rulesets")
        .jsonPath()
        .getString("version");
  }

  private static void activate(PackagedJar.Service service, String version) {
    try {
      given().port(service.port()).post("/v1/rulesets/" + version + "/activate");
    } catch (Exception killed) {
      // the service was killed before it could answer
    }
  }

  private static String newest(PackagedJar.Service service) {
    return get(service, "/v1/rulesets").getString("[0].version");
  }

  private static JsonPath active(PackagedJar.Service service) {
    return get(service, "/v1/rulesets/active");
  }

  private static JsonPath get(PackagedJar.Service service, String path) {
    return given().port(service.port()).get(path).jsonPath();
  }

  private static String decidedBy(PackagedJar.Service service) {
    return given()
        .port(service.port())
        .contentType("application/json")
        .body("{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}")
        .post("/v1/decide")
        .jsonPath()
        .getString("ruleSet.version");
  }
}
