package io.redress.http.openapi;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.EditedRules;
import io.redress.check.testcase.TestCases;
import io.redress.console.rulesets.Candidates;
import io.redress.domain.decision.Answer;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.http.problem.ProblemType;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedRules;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("service")
class ApiDescriptionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MINIMAL = "{\"disputeType\":\"NOT_RECEIVED\",\"reason\":\"LOST\"}";

  private ApiDocument document;
  private JsonNode api;
  private JsonNode decide;

  @BeforeEach
  void read() throws Exception {
    document = ApiDocument.read();
    api = document.root;
    decide = api.at("/paths/~1v1~1decide/post");
  }

  @Test
  void documentIsValid() throws Exception {
    assertThat(document.problemsOfSwagger()).isEmpty();
    assertThat(document.problemsOfSpecification()).isEmpty();
  }

  @Test
  void operationsSayWhatGoesInAndWhatComesOut() {
    Map<String, JsonNode> operations = document.operations();
    Set<String> ids = new TreeSet<>();

    operations.forEach(
        (name, operation) -> {
          assertThat(operation.path("summary").asText()).as(name).isNotBlank();
          assertThat(ids.add(operation.path("operationId").asText())).as(name).isTrue();
          assertThat(operation.path("security").toString())
              .as(name)
              .matches("\\[\\{\"key\":\\[.+]},\\{\"account\":\\[.+]}]");
          for (JsonNode parameter : operation.path("parameters")) {
            assertThat(parameter.fieldNames())
                .toIterable()
                .as(name + " " + parameter)
                .contains("description", "schema", "example");
          }
          operation
              .path("responses")
              .fields()
              .forEachRemaining(
                  response ->
                      assertThat(response.getValue().toString())
                          .as(name + " " + response.getKey())
                          .contains(response.getKey().startsWith("2") ? "\"schema\"" : "$ref"));
        });
    assertThat(operations).hasSameSizeAs(ApiOperation.ALL);
  }

  @Test
  void everyProblemIsDescribedWhereItCanCome() {
    assertThat(
            ApiOperation.ALL.stream()
                .flatMap(operation -> operation.problems().stream())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(
                EnumSet.of(ProblemType.METHOD_NOT_ALLOWED, ProblemType.NOT_FROM_A_PAGE)));
    assertThat(decide.path("responses").fieldNames())
        .toIterable()
        .contains(
            "200", "400", "401", "403", "406", "408", "413", "415", "422", "429", "500", "503")
        .doesNotContain("404", "409");
    assertThat(api.at("/components/responses/Unavailable").toString())
        .contains(ProblemType.UNAVAILABLE.urn().toString(), "Retry-After");
  }

  @Test
  void examplesAreValidRequests() throws Exception {
    JsonNode examples = decide.at("/requestBody/content/application~1json/examples");
    assertThat(examples.fieldNames()).toIterable().contains("atomizers", "dress", "lost");
    for (JsonNode example : examples) {
      JsonNode facts = example.path("value");
      List<FactProblem> faults =
          DisputeReader.read(facts, country -> LocalDate.of(2026, 3, 5))
              .fold(dispute -> List.of(), found -> found);
      assertThat(faults).as(example.toString()).isEmpty();
      assertThat(document.problems("/components/schemas/Dispute", facts.toString())).isEmpty();
    }
  }

  @Test
  void exampleOfAnAnswerIsWhatIsAnsweredNow() throws Exception {
    JsonNode facts = decide.at("/requestBody/content/application~1json/examples/dress/value");
    ObjectNode example =
        decide.at("/responses/200/content/application~1json/examples/dress/value").deepCopy();
    ObjectNode answer = (ObjectNode) JSON.readTree(answer(facts.toString()));

    assertThat(document.problems("/components/schemas/Answer", example.toString())).isEmpty();
    // Rows move with each change of the rules, and the ids are of one request.
    List<String> varying = List.of("decisionId", "decidedAt", "disputeId", "ruleSet", "trace");
    assertThat(answer.remove(varying)).isEqualTo(example.remove(varying));
  }

  /** Each answer, also that to each shipped test case, is as its schema says. */
  @Test
  void answersMatchTheirSchemas() throws Exception {
    RuleSet rules = ShippedRules.whole();
    RuleSetFiles files =
        RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());
    List<Dispute> disputes = TestCases.of(files, new ArrayList<>()).disputes();
    for (Dispute dispute : disputes) {
      String answer =
          DecisionJson.write(
              new Answer(UUID.randomUUID(), Instant.EPOCH, rules.decide(dispute)).withFullTrace());
      assertThat(document.problems("/components/schemas/Answer", answer)).as(answer).isEmpty();
    }
    assertThat(disputes).hasSizeGreaterThan(500);
    String id = JSON.readTree(answer(MINIMAL)).path("decisionId").asText();

    for (String path :
        List.of(
            "/v1/decisions?size=200",
            "/v1/decisions/" + id,
            "/v1/decisions/" + id + "/certificate",
            "/v1/signing-keys",
            "/v1/journal/verification?redecide=false",
            "/v1/rulesets",
            "/v1/rulesets/active",
            "/v1/rulesets/active/files",
            "/v1/rulesets/active/tables",
            "/v1/rulesets/active/tables/goodwill",
            "/v1/rulesets/active/diff/active",
            "/v1/keys",
            "/v1/audit")) {
      Response response = get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(document.problems(schemaOf("get", path, 200), response.asString()))
          .as(path)
          .isEmpty();
    }
  }

  @Test
  void comparedRuleSetsMatchTheirSchema() throws Exception {
    String candidate =
        given()
            .multiPart("file", "promises.xlsx", EditedRules.remarked("Described"))
            .post("/v1/rulesets")
            .then()
            .statusCode(201)
            .extract()
            .path("version");

    for (String path :
        List.of("/v1/rulesets/" + candidate, "/v1/rulesets/active/diff/" + candidate)) {
      assertThat(document.problems(schemaOf("get", path, 200), get(path).asString()))
          .as(path)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain", "whatif"})
  void insightMatchesItsSchema(String id) throws Exception {
    String operation = "/paths/~1v1~1" + id + "/post";
    String example =
        api.at(operation + "/requestBody/content/application~1json/examples/" + id + "/value")
            .toString();
    Response answer = given().contentType("application/json").body(example).post("/v1/" + id);

    assertThat(
            document.problems(operation + "/requestBody/content/application~1json/schema", example))
        .isEmpty();
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(
            document.problems(
                operation + "/responses/200/content/application~1json/schema", answer.asString()))
        .isEmpty();
  }

  @Test
  void impactRunMatchesItsSchema() throws Exception {
    String operation = "/paths/~1v1~1rulesets~1{version}~1impact/post";
    String body = operation + "/requestBody/content/application~1json/";
    String example = api.at(body + "examples/beginImpactRun/value").toString();
    Response begun =
        given().contentType("application/json").body(example).post("/v1/rulesets/active/impact");

    assertThat(document.problems(body + "schema", example)).isEmpty();
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
    assertThat(
            document.problems(
                operation + "/responses/202/content/application~1json/schema", begun.asString()))
        .isEmpty();
    given().delete(begun.header("Location")).then().statusCode(200);
  }

  @Test
  void shadowMatchesItsSchema() throws Exception {
    String candidate = Candidates.same(given(), "A shadow that is described");
    String operation = "/paths/~1v1~1shadow/";
    String body = operation + "put/requestBody/content/application~1json/";
    String example = api.at(body + "examples/startShadow/value").toString();
    Response started =
        given()
            .contentType("application/json")
            .body(example.replaceAll("\\p{XDigit}{12}", candidate))
            .put("/v1/shadow");

    assertThat(document.problems(body + "schema", example)).isEmpty();
    assertThat(started.statusCode()).as(started.asString()).isEqualTo(200);
    String answer = "/responses/200/content/application~1json/schema";
    assertThat(document.problems(operation + "put" + answer, started.asString())).isEmpty();
    assertThat(document.problems(operation + "get" + answer, get("/v1/shadow").asString()))
        .isEmpty();
    String stopped = given().delete("/v1/shadow").asString();
    assertThat(document.problems(operation + "delete" + answer, stopped)).isEmpty();
  }

  @Test
  void outcomeMatchesItsSchema() throws Exception {
    String id = JSON.readTree(answer(MINIMAL)).path("decisionId").asText();
    String path = "/v1/decisions/" + id + "/outcome";
    String operation = "/paths/~1v1~1decisions~1{decisionId}~1outcome/";
    String body = operation + "post/requestBody/content/application~1json/";
    String example = api.at(body + "examples/reportOutcome/value").toString();
    Response reported = given().contentType("application/json").body(example).post(path);

    assertThat(document.problems(body + "schema", example)).isEmpty();
    assertThat(reported.statusCode()).as(reported.asString()).isEqualTo(200);
    String answer = "/responses/200/content/application~1json/schema";
    assertThat(document.problems(operation + "post" + answer, reported.asString())).isEmpty();
    assertThat(document.problems(operation + "get" + answer, get(path).asString())).isEmpty();
    String decision = "/v1/decisions/" + id;
    assertThat(document.problems(schemaOf("get", decision, 200), get(decision).asString()))
        .isEmpty();
  }

  @Test
  void usageMatchesItsSchema() throws Exception {
    Response usage = given().get("/v1/rulesets/active/usage");

    assertThat(usage.statusCode()).as(usage.asString()).isEqualTo(200);
    assertThat(
            document.problems(
                "/paths/~1v1~1rulesets~1{version}~1usage/get/responses/200/content"
                    + "/application~1json/schema",
                usage.asString()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}", "{\"disputeType\":\"NOT_RECEIVED\",\"reason\":\"DAMAGED\"}"})
  void problemsMatchTheirSchema(String facts) throws Exception {
    Response problem = given().contentType("application/json").body(facts).post("/v1/decide");

    assertThat(problem.statusCode()).isBetween(400, 499);
    assertThat(document.problems("/components/schemas/Problem", problem.asString())).isEmpty();
  }

  @Test
  void factsAreDescribedWithTheirLimits() {
    JsonNode facts = api.at("/components/schemas/Dispute");
    assertThat(facts.path("required").toString()).isEqualTo("[\"disputeType\",\"reason\"]");
    assertThat(facts.path("additionalProperties").booleanValue()).isFalse();
    JsonNode order = api.at("/components/schemas/Order/properties");
    assertThat(order.at("/quantity/minimum").intValue()).isOne();
    assertThat(order.at("/quantity/maximum").intValue()).isEqualTo(1_000_000);
    assertThat(order.at("/unitPrice/type").textValue()).isEqualTo("string");
    assertThat(order.at("/orderedOn/format").textValue()).isEqualTo("date");
    assertThat(api.at("/components/schemas/EvidenceType/enum").toString())
        .isEqualTo("[\"PHOTO\",\"VIDEO\",\"DOCUMENT\"]");
  }

  @Test
  void typeTellsActionsApart() {
    JsonNode mapping = api.at("/components/schemas/Action/discriminator/mapping");
    for (ActionType type : ActionType.values()) {
      String form = mapping.path(type.name()).asText();
      assertThat(api.at(form.substring(1)).at("/properties/type/enum").toString())
          .as(form)
          .contains('"' + type.name() + '"');
    }
  }

  @Test
  void callersAreKeysOrAccounts() {
    JsonNode schemes = api.at("/components/securitySchemes");
    assertThat(schemes.at("/key/scheme").asText()).isEqualTo("bearer");
    assertThat(schemes.at("/account/type").asText()).isEqualTo("openIdConnect");
    assertThat(api.at("/servers/0/url").asText()).isEqualTo("/");
  }

  @Test
  void onlyTheApiIsDescribed() {
    assertThat(api.path("paths").fieldNames())
        .toIterable()
        .allMatch(path -> path.startsWith("/v1/"));
    assertThat(api.at("/info/title").textValue()).isEqualTo("Redress");
  }

  @Test
  void swaggerUiIsAvailable() {
    assertThat(get("/q/swagger-ui/").statusCode()).isEqualTo(200);
  }

  private static String answer(String facts) {
    Response answer =
        given().contentType("application/json").body(facts).post("/v1/decide?trace=full");
    assertThat(answer.statusCode()).as(facts).isEqualTo(200);
    return answer.asString();
  }

  /** The pointer to the schema of a JSON response, for a path with parameters filled in. */
  private String schemaOf(String method, String address, int status) {
    String path = address.replaceAll("[?].*", "");
    String described =
        document.operations().keySet().stream()
            .map(name -> name.substring(name.indexOf(' ') + 1))
            .filter(pattern -> path.matches(pattern.replaceAll("[{][a-zA-Z]+}", "[^/]+")))
            .filter(pattern -> !pattern.endsWith(".drl"))
            .min(Comparator.comparing(pattern -> pattern.contains("{")))
            .orElseThrow();
    return "/paths/%s/%s/responses/%d/content/application~1json/schema"
        .formatted(described.replace("/", "~1"), method, status);
  }
}
