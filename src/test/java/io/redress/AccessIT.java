package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.PackagedJar.Ended;
import io.redress.PackagedJar.Service;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an open service to a protected one, with the commands that people use. */
class AccessIT {
  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";

  @TempDir private Path data;

  @Test
  void theFirstKeyProtectsAndTheLastOneRevokedDoesNotOpenAgain() throws Exception {
    PackagedJar.activatedData(data);
    try (Service service = PackagedJar.serve(environment())) {
      assertThat(decide(service, null).statusCode()).isEqualTo(200);
      Ended locked = keys(Map.of(), "list");
      assertThat(locked.exitCode()).isEqualTo(2);
      assertThat(locked.output()).contains("--server");
      Ended second = PackagedJar.run(environment(), "");
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output().lines().filter(line -> !line.startsWith("Picked up")))
          .singleElement(as(InstanceOfAssertFactories.STRING))
          .contains("Redress does not start: ", "is in use by another process", "REDRESS_DATA_DIR");

      String server = service.address("/").toString();
      String admin =
          token(keys(Map.of(), "add", "--name", "Boss", "--role", "admin", "--server", server));
      assertThat(decide(service, null).statusCode()).isEqualTo(401);
      assertThat(keys(Map.of(), "list", "--server", server).exitCode()).isEqualTo(2);

      Map<String, String> boss = Map.of("REDRESS_API_KEY", admin);
      String shop =
          token(
              keys(
                  boss,
                  "add",
                  "--name",
                  "Shop",
                  "--role",
                  "decide",
                  "--expires",
                  "90d",
                  "--server",
                  server));
      assertThat(decide(service, shop).statusCode()).isEqualTo(200);
      assertThat(keys(boss, "list", "--server", server).output())
          .contains("Boss", "Shop", "decide", "expires")
          .doesNotContain(shop, admin);
      assertThat(keys(boss, "revoke", id(shop), "--server", server).exitCode()).isZero();
      assertThat(decide(service, shop).statusCode()).isEqualTo(401);
    }
    assertThat(keys(Map.of(), "list").output()).contains("Boss", "Shop", "revoked");
    assertThat(keys(Map.of(), "revoke", "0123456789ab").exitCode()).isEqualTo(1);
    List<String> ids =
        keys(Map.of(), "list")
            .output()
            .lines()
            // A command that waits for the database says so.
            .filter(line -> line.matches("[0-9a-f]{12} .*"))
            .map(line -> line.substring(0, 12))
            .toList();
    assertThat(ids).hasSize(2);
    ids.forEach(this::revoke);
    try (Service service = PackagedJar.serve(environment())) {
      assertThat(decide(service, null).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aKeyMadeWhileAnotherProcessServesIsKnownSoon() throws Exception {
    PackagedJar.activatedData(data);
    String first = token(keys(Map.of(), "add", "--name", "Shop", "--role", "decide"));
    try (Service service = PackagedJar.serve(environment())) {
      await().until(() -> decide(service, first).statusCode() == 200);
    }
  }

  @Test
  void unprotectedItRefusesToListenOnAllAddresses() throws Exception {
    Map<String, String> everywhere = new HashMap<>(environment());
    everywhere.put("QUARKUS_HTTP_HOST", "0.0.0.0");
    everywhere.put("QUARKUS_HTTP_PORT", "0");
    Ended ended = PackagedJar.run(everywhere, "");
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.output())
        .contains("Redress does not start", "keys add")
        .doesNotContain("\tat ");
  }

  @Test
  void wrongOrdersAreExplained() throws Exception {
    assertThat(
            keys(Map.of(), "add", "--name", "local", "--role", "king", "--account", "anna")
                .output())
        .contains("a built-in name", "decide, edit, activate, audit, admin", "oidc:8f3c-21");
    assertThat(
            keys(Map.of(), "add", "--name", "Shop", "--role", "decide", "--expires", "soon")
                .output())
        .contains("90d");
    assertThat(keys(Map.of(), "list").output()).contains("There are no keys");
  }

  private void revoke(String id) {
    try {
      assertThat(keys(Map.of(), "revoke", id).exitCode()).isZero();
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private Map<String, String> environment() {
    return Map.of("REDRESS_DATA_DIR", data.toString());
  }

  private Ended keys(Map<String, String> more, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(environment());
    all.putAll(more);
    String[] command = new String[arguments.length + 1];
    command[0] = "keys";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return PackagedJar.run(all, "", command);
  }

  private static String token(Ended added) {
    assertThat(added.exitCode()).as(added.output()).isZero();
    return added
        .output()
        .lines()
        .filter(line -> line.startsWith("redress_"))
        .findFirst()
        .orElseThrow();
  }

  private static String id(String token) {
    return token.split("_", 3)[1];
  }

  private static Response decide(Service service, String token) {
    var request = given().contentType("application/json").body(LOST);
    return (token == null ? request : request.header("Authorization", "Bearer " + token))
        .post(service.address("/v1/decide"));
  }
}
