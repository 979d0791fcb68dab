package io.redress.platform.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("service")
class RequestIdFilterTest {
  private static final String HEADER = "X-Request-Id";

  private LogLines log;

  /** Logs on each kind of thread that handles requests. */
  @Singleton
  static class Wanderer {
    private static final Logger LOG = Logger.getLogger("io.redress.wanderer");

    void wander(@Observes Router router) {
      router.get("/v1/wander").handler(Wanderer::wander);
    }

    private static void wander(RoutingContext request) {
      say("event loop", request);
      Uni.createFrom()
          .item("worker")
          .emitOn(Infrastructure.getDefaultWorkerPool())
          .invoke(where -> say(where, request))
          .onItem()
          .delayIt()
          .by(Duration.ofMillis(20))
          .invoke(() -> say("continuation", request))
          .subscribe()
          .with(done -> request.response().end(RequestId.of(request).value()));
    }

    private static void say(String where, RoutingContext request) {
      LOG.infof("%s of %s", where, request.request().getParam("who"));
    }
  }

  @BeforeEach
  void record() {
    log = LogLines.recording();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /q/health/live,  200",
    "GET,  /v1/rulesets,    200",
    "GET,  /nothing,        404",
    "GET,  /v1/decide,      405",
    "POST, /v1/decide,      422",
    "GET,  //v1//decide,    404",
    "GET,  /v1/wander,      200",
  })
  void everyAnswerHasTheRequestIdOfTheClient(String method, String path, int status) {
    Response answer =
        given()
            .header(HEADER, "Order-7:2")
            .contentType("application/json")
            .body("{}")
            .request(method, path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().getValues(HEADER)).containsExactly("Order-7:2");
  }

  @Test
  void requestsWithoutIdGetARandomOne() {
    assertThat(IntStream.range(0, 20).mapToObj(i -> given().get("/nothing").header(HEADER)))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(UUID.fromString(id)).isNotNull());
  }

  @Test
  void unsafeRequestIdIsNotEchoed() {
    Response answer = given().header(HEADER, "a b<script>").get("/q/health/live");
    assertThat(UUID.fromString(answer.header(HEADER))).isNotNull();
  }

  @Test
  void tooLargeRequestsHaveAnId() {
    Response answer =
        given()
            .header(HEADER, "large")
            .contentType("application/json")
            .body(new byte[21 << 20])
            .post("/v1/decide");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.header(HEADER)).isEqualTo("large");
  }

  @Test
  void logLinesOfConcurrentRequestsHaveTheirOwnIdOnEveryThread() {
    List<CompletableFuture<Response>> answers =
        IntStream.range(0, 40)
            .mapToObj(i -> "r" + i)
            .map(
                id ->
                    CompletableFuture.supplyAsync(
                        () -> given().header(HEADER, id).queryParam("who", id).get("/v1/wander")))
            .toList();
    answers.forEach(CompletableFuture::join);
    for (int i = 0; i < answers.size(); i++) {
      String id = "r" + i;
      assertThat(log.all().filter(line -> line.text().endsWith(" of " + id)))
          .hasSize(3)
          .allSatisfy(line -> assertThat(line.field(LogField.REQUEST_ID)).isEqualTo(id));
    }
  }
}
