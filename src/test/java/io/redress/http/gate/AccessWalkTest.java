package io.redress.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.security.access.Role;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The roles of each OpenAPI operation, and tricks to bypass them. */
@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class AccessWalkTest {
  private static final String ANONYMOUS = "anonymous";
  private static final String REVOKED = "revoked";
  private static final Set<String> LOOKING = Set.of(Role.EDIT, Role.ACTIVATE, Role.AUDIT);

  /** The expected roles, repeated on purpose: new operations must be added here. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("POST /v1/decide", Set.of(Role.DECIDE)),
          Map.entry("POST /v1/decide/batch", Set.of(Role.DECIDE)),
          Map.entry("POST /v1/explain", Set.of(Role.DECIDE, Role.AUDIT)),
          Map.entry("POST /v1/whatif", Set.of(Role.DECIDE, Role.AUDIT)),
          Map.entry("GET /v1/rulesets", LOOKING),
          Map.entry("POST /v1/rulesets", Set.of(Role.EDIT)),
          Map.entry("GET /v1/rulesets/{version}", LOOKING),
          Map.entry("POST /v1/rulesets/{version}/cases/accept", Set.of(Role.EDIT)),
          Map.entry("POST /v1/rulesets/{version}/rebase", Set.of(Role.EDIT)),
          Map.entry("POST /v1/rulesets/{version}/archive", Set.of(Role.EDIT)),
          Map.entry("POST /v1/rulesets/{version}/reopen", Set.of(Role.EDIT)),
          Map.entry("POST /v1/rulesets/{version}/activate", Set.of(Role.ACTIVATE)),
          Map.entry("POST /v1/rulesets/{version}/rollback", Set.of(Role.ACTIVATE)),
          Map.entry("GET /v1/rulesets/{version}/files", LOOKING),
          Map.entry("GET /v1/rulesets/{version}/files/{name}", LOOKING),
          Map.entry("GET /v1/rulesets/{version}/tables", LOOKING),
          Map.entry("GET /v1/rulesets/{version}/tables/{name}", LOOKING),
          Map.entry("GET /v1/rulesets/{version}/tables/{name}.drl", LOOKING),
          Map.entry("GET /v1/rulesets/{version}/diff/{other}", LOOKING),
          Map.entry("GET /v1/rulesets/{version}/impact", Set.of(Role.AUDIT)),
          Map.entry("POST /v1/rulesets/{version}/impact", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/rulesets/{version}/impact/{id}", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/rulesets/{version}/impact/{id}/changes.csv", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/rulesets/{version}/impact/{id}/changes.xlsx", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/rulesets/{version}/impact/{id}/kpis.csv", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/rulesets/{version}/impact/{id}/kpis.xlsx", Set.of(Role.AUDIT)),
          Map.entry("DELETE /v1/rulesets/{version}/impact/{id}", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/rulesets/{version}/usage", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/rulesets/{version}/usage/{name}", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/shadow", LOOKING),
          Map.entry("PUT /v1/shadow", Set.of(Role.ACTIVATE)),
          Map.entry("DELETE /v1/shadow", Set.of(Role.ACTIVATE)),
          Map.entry("GET /v1/decisions", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/decisions/{decisionId}", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/decisions/{decisionId}/certificate", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/decisions/{decisionId}/outcome", Set.of(Role.AUDIT)),
          Map.entry("POST /v1/decisions/{decisionId}/outcome", Set.of(Role.DECIDE)),
          Map.entry("GET /v1/decisions.csv", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/decisions.ndjson", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/decisions.xlsx", Set.of(Role.AUDIT)),
          Map.entry("GET /v1/journal/verification", Set.of(Role.AUDIT)),
          Map.entry("DELETE /v1/disputes/{disputeId}/personal-data", Set.of(Role.ADMIN)),
          Map.entry("GET /v1/keys", Set.of(Role.ADMIN)),
          Map.entry("POST /v1/keys", Set.of(Role.ADMIN)),
          Map.entry("DELETE /v1/keys/{id}", Set.of(Role.ADMIN)),
          Map.entry("GET /v1/signing-keys", Set.of(Role.ADMIN)),
          Map.entry("POST /v1/signing-keys", Set.of(Role.ADMIN)),
          Map.entry("DELETE /v1/signing-keys/{keyId}", Set.of(Role.ADMIN)),
          Map.entry("GET /v1/backup", Set.of(Role.ADMIN)),
          Map.entry("GET /v1/audit", Set.of(Role.AUDIT, Role.ADMIN)),
          Map.entry("GET /q/metrics", Set.of(Role.AUDIT, Role.ADMIN)));

  /** Otherwise two callers try each trick, and they vary by operation. */
  private static final boolean FULL = "full".equals(System.getProperty("redress.walk"));

  /** Parameter values of existing resources. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "version", "active",
          "other", "active",
          "name", "calendar.xlsx",
          "id", "0123456789ab",
          "keyId", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
          "decisionId", "01a20f36-41ea-736b-a7ff-4b5da449a39a",
          "disputeId", "unknown-id");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

  @TestHTTPResource("/")
  URI root;

  @Inject Protected.Keys keys;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> mediaTypes = new LinkedHashMap<>();
  private int walked;
  private final Set<String> operations = new TreeSet<>(Set.of("GET /q/metrics"));

  @BeforeEach
  void readTheDocument() throws Exception {
    keys.with(Role.ADMIN);
    HttpResponse<String> document =
        client.send(
            HttpRequest.newBuilder(root.resolve("/q/openapi.json")).build(),
            BodyHandlers.ofString());
    JsonNode paths = new ObjectMapper().readTree(document.body()).path("paths");
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(one -> read(path.getKey(), one.getKey(), one.getValue())));
  }

  private void read(String path, String method, JsonNode operation) {
    if (METHODS.contains(method.toUpperCase(Locale.ROOT))) {
      String name = method.toUpperCase(Locale.ROOT) + " " + path;
      operations.add(name);
      Stream.of("multipart/form-data", "application/json", "application/x-ndjson")
          .filter(type -> operation.path("requestBody").path("content").has(type))
          .forEach(type -> mediaTypes.put(name, type));
    }
  }

  @Test
  void everyOperationHasExpectedRoles() {
    assertThat(operations).isEqualTo(new TreeSet<>(ALLOWED.keySet()));
  }

  /** The access that an answer shows. */
  private enum Access {
    GRANTED,
    UNKNOWN_CALLER,
    FORBIDDEN;

    static Access by(int status) {
      return switch (status) {
        case 401 -> UNKNOWN_CALLER;
        case 403 -> FORBIDDEN;
        default -> GRANTED;
      };
    }

    static Access of(String caller, String operation) {
      if (may(caller, operation)) {
        return GRANTED;
      }
      return Role.ALL.contains(caller) ? FORBIDDEN : UNKNOWN_CALLER;
    }
  }

  @Test
  void operationsRequireTheirRoles() throws Exception {
    Map<String, Access> expected = new TreeMap<>();
    Map<String, Access> actual = new TreeMap<>();
    for (String operation : operations) {
      for (String caller : callers()) {
        String call = operation + " by " + caller;
        HttpResponse<String> answer =
            sent(method(operation), address(operation), operation, caller);
        expected.put(call, Access.of(caller, operation));
        actual.put(call, Access.by(answer.statusCode()));
        assertThat(answer.headers().allValues("X-Content-Type-Options"))
            .as(call)
            .containsExactly("nosniff");
      }
    }
    assertThat(actual).containsExactlyEntriesOf(expected);
  }

  /** They may know why, from the active rules; those tell any caller how they decide. */
  @Test
  void callersWhoOnlyDecideSeeRowsOfTheActiveRulesOnly() throws Exception {
    String facts = "\"facts\": {\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";
    HttpResponse<String> active = explained("{" + facts + ", \"table\": \"goodwill\"}");
    assertThat(active.statusCode()).isEqualTo(200);
    assertThat(active.body()).contains("\"cell\":\"A4\"", "\"required\":\"KEEP_TRACKING\"");
    for (String body :
        List.of(
            "{" + facts + ", \"version\": \"0123456789ab\"}",
            "{\"decisionId\": \"" + PARAMETERS.get("decisionId") + "\"}")) {
      assertThat(explained(body).statusCode()).as(body).isEqualTo(403);
    }
  }

  private HttpResponse<String> explained(String body) throws Exception {
    return client.send(
        request("POST", "/v1/explain", "", Role.DECIDE).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    List<String> wrong = new ArrayList<>();
    Set<String> addresses = new TreeSet<>(operations.stream().map(this::address).toList());
    for (String address : addresses) {
      for (String method : METHODS) {
        for (String caller : callers()) {
          boolean allowed =
              operations.stream()
                  .filter(one -> address(one).equals(address))
                  .filter(one -> method(one).equals(method.equals("HEAD") ? "GET" : method))
                  .anyMatch(one -> may(caller, one));
          HttpResponse<String> answer = sent(method, address, "", caller);
          boolean saysWhatIsAllowed = method.equals("OPTIONS") && answer.body().isEmpty();
          if (answer.statusCode() < 400 && !allowed && !saysWhatIsAllowed) {
            wrong.add(method + " " + address + " by " + caller + ": " + answer.statusCode());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void pathTricksGainNothing() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String operation : operations) {
      for (String address : tricks(address(operation))) {
        for (String caller : walkers()) {
          int status = sent(method(operation), address, operation, caller).statusCode();
          if (status < 400 && !may(caller, operation) || status >= 500) {
            wrong.add(method(operation) + " " + address + " by " + caller + ": " + status);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void overrideHeadersGainNothing() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String header :
        List.of(
            "X-HTTP-Method-Override: GET",
            "X-HTTP-Method: DELETE",
            "X-Method-Override: POST",
            "X-Original-URL: /q/health",
            "X-Rewrite-URL: /q/health",
            "X-Forwarded-Prefix: /q/health",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-User: test-admin",
            "Forwarded: for=127.0.0.1;host=localhost",
            "Origin: http://localhost")) {
      for (String operation : operations) {
        for (String caller : walkers()) {
          String[] parts = header.split(": ");
          HttpRequest.Builder request =
              request(method(operation), address(operation), operation, caller)
                  .header(parts[0], parts[1]);
          int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
          if (status < 400 && !may(caller, operation)) {
            wrong.add(operation + " with " + header + " by " + caller + ": " + status);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void healthOpenApiAndPublicKeysArePublic() throws Exception {
    for (String address :
        List.of(
            "/q/health",
            "/q/health/ready",
            "/q/openapi",
            "/q/swagger-ui/",
            "/.well-known/redress-keys")) {
      for (String caller : callers()) {
        assertThat(sent("GET", address, "", caller).statusCode()).as(address).isEqualTo(200);
      }
    }
  }

  private List<String> callers() {
    return Stream.concat(Stream.of(ANONYMOUS, REVOKED), Role.ALL.stream()).toList();
  }

  private List<String> walkers() {
    List<String> callers = callers();
    return FULL
        ? callers
        : Stream.generate(() -> callers.get(walked++ % callers.size())).limit(2).toList();
  }

  private static boolean may(String caller, String operation) {
    return ALLOWED.getOrDefault(operation, Set.of()).contains(caller);
  }

  private HttpResponse<String> sent(String method, String address, String operation, String caller)
      throws Exception {
    return client.send(
        request(method, address, operation, caller).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(
      String method, String address, String operation, String caller) {
    String base = root.toString().replaceAll("/$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address));
    if (!caller.equals(ANONYMOUS)) {
      String key = caller.equals(REVOKED) ? keys.revoked() : keys.with(caller);
      request.header("Authorization", "Bearer " + key);
    }
    String type = mediaTypes.getOrDefault(operation, "application/json");
    boolean form = type.startsWith("multipart");
    request.header("Content-Type", form ? type + "; boundary=x" : type);
    boolean bodiless = method.equals("GET") || method.equals("HEAD") || method.equals("TRACE");
    String body = form ? "--x--\r\n" : "{}";
    return request.method(
        method, bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
  }

  private static String method(String operation) {
    return operation.split(" ")[0];
  }

  private String address(String operation) {
    String address = operation.split(" ")[1];
    for (var parameter : PARAMETERS.entrySet()) {
      address = address.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return address;
  }

  private static List<String> tricks(String address) {
    String last = address.substring(address.lastIndexOf('/') + 1);
    String before = address.substring(0, address.length() - last.length());
    return List.of(
        "/" + address,
        address.replace("/", "//"),
        address + "/",
        address + "//",
        address + ";x",
        address + ";x=1;/../y",
        before + ";x/" + last,
        address.replaceFirst("/", "/;x/"),
        before + "./" + last,
        before + "x/../" + last,
        before + "%2e/" + last,
        before + "x/%2e%2e/" + last,
        before + "x%2F..%2F" + last,
        before.substring(0, before.length() - 1) + "%2F" + last,
        "/%2F" + address.substring(1),
        address + "%3Bx",
        address + "%2F",
        address + "%00",
        address + "%20",
        address + "?",
        address + "?x=/q/health",
        address + "%3F/q/health",
        "/q/health/.." + address,
        "/q/health/../.." + address,
        "/q/swagger-ui/../.." + address,
        "/v1/.." + address,
        "/v1/x/../.." + address,
        address.toUpperCase(Locale.ROOT),
        address.replace("v1", "V1"),
        address.replace("v1", "%761"),
        before + "%" + Integer.toHexString(last.charAt(0)) + last.substring(1));
  }
}
