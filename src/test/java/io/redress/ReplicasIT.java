package io.redress;

import static io.redress.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.PackagedJar.Service;
import io.redress.journal.read.Chains;
import io.redress.journal.write.DecisionRecord;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one PostgreSQL behind nginx, set up by {@code docs/deploy/nginx.conf}. */
class ReplicasIT {
  private static final Path NGINX = Path.of("/usr/sbin/nginx");
  private static final int CLIENTS = 4;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLOSING = "Kind regards,";

  /** Of the replica that loses its database, so that the other one keeps it. */
  private static final String ROLE = "replica_1";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The closing of the letters of each version. */
  private final Map<String, String> closings = new ConcurrentHashMap<>();

  private final Map<String, String> disputesByDecision = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private volatile boolean ended;

  @TempDir private Path folder;

  private String author;
  private String activator;
  private Service nginx;

  @Test
  void noRequestFailsWhileReplicasChangeRestartAndLoseTheirDatabase() throws Exception {
    assumeThat(NGINX).as("NOT TESTED: install Debian's nginx to test replicas behind it").exists();
    try (PostgresServer server = new PostgresServer()) {
      DatabaseSettings settings = server.fresh();
      PackagedJar.activate(settings);
      try (Database database = Database.open(settings)) {
        addKeys(database);
        database.jdbi().useHandle(ReplicasIT::addRole);
      }
      Map<String, String> first = environment(ownRole(settings), "1");
      Map<String, String> second = environment(settings, "2");
      try (Service one = PackagedJar.serve(first);
          Service other = PackagedJar.serve(second);
          Service proxy = nginx(one, other)) {
        nginx = proxy;
        closings.put(active(one), CLOSING);
        Collection<Thread> clients = startClients();

        activationReachesBoth(List.of(one, other));
        keysAreOfBoth(List.of(one, other));
        databaseIsLostForAWhile(settings, one);
        activationReachesBoth(List.of(other, one));
        one.close();
        try (Service again = PackagedJar.serve(first)) {
          other.close();
          try (Service otherAgain = PackagedJar.serve(second)) {
            activationReachesBoth(List.of(again, otherAgain));
            ended = true;
            for (Thread client : clients) {
              client.join();
            }
          }
        }
      }
      assertThat(wrong).isEmpty();
      try (Database database = Database.open(settings)) {
        assertKeptOnceByBoth(database);
      }
      PackagedJar.Ended verification = PackagedJar.run(second, "", "journal", "verify");
      assertThat(verification.exitCode()).as(verification.output()).isZero();
    }
  }

  private void addKeys(Database database) {
    KeyStore keys = new KeyStore(database, Clock.systemUTC());
    Actor by = Actor.within("test");
    author = keys.add(new KeySpec("Ann", Set.of(Role.EDIT, Role.DECIDE), null), by).token();
    activator = keys.add(new KeySpec("Ben", Set.of(Role.ACTIVATE), null), by).token();
  }

  private static void addRole(Handle handle) {
    handle.execute("create role " + ROLE + " superuser login password '" + ROLE + "'");
  }

  private static DatabaseSettings ownRole(DatabaseSettings settings) {
    return DatabaseSettings.postgresql(settings.url().replaceFirst("\\?.*", ""), ROLE, ROLE);
  }

  private Map<String, String> environment(DatabaseSettings settings, String name)
      throws IOException {
    Map<String, String> environment =
        PackagedJar.environment(settings, Files.createDirectory(folder.resolve(name)));
    environment.put("REDRESS_RULES_AUTO_ACTIVATE", "false");
    environment.put(PackagedJar.PORT, Integer.toString(PackagedJar.freePort()));
    return environment;
  }

  /** The set-up that the documentation has, with the addresses of this test. */
  private Service nginx(Service one, Service other) throws IOException {
    int port = PackagedJar.freePort();
    String documented = Files.readString(Path.of("docs/deploy/nginx.conf"));
    String site =
        documented
            .replace("replica-1:8080", "127.0.0.1:" + one.port())
            .replace("replica-2:8080", "127.0.0.1:" + other.port())
            .replace("listen 80;", "listen 127.0.0.1:" + port + ";");
    assertThat(site).doesNotContain("replica-").contains(":" + port);
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        daemon off;
        pid nginx.pid;
        error_log stderr;
        events {}
        http {
          access_log off;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
        %s
        }
        """
            .formatted(site));
    Path output = folder.resolve("nginx.log");
    Process process =
        new ProcessBuilder(
                NGINX.toString(),
                "-e",
                "stderr",
                "-p",
                folder + "/",
                "-c",
                settings.getFileName().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Service service = new Service(process, port, output);
    await()
        .until(
            () -> {
              assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
              return given().get(service.address("/q/health/ready")).statusCode() == 200;
            });
    return service;
  }

  private Collection<Thread> startClients() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      Thread thread = new Thread(this::decideUntilTheEnd);
      threads.add(thread);
      thread.start();
    }
    return threads;
  }

  private void decideUntilTheEnd() {
    while (!ended) {
      String dispute = UUID.randomUUID().toString();
      try {
        HttpResponse<String> answer =
            http.send(decide(nginx, dispute), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IOException(answer.statusCode() + " " + answer.body());
        }
        JsonNode decision = JSON.readTree(answer.body());
        String closing = closings.get(decision.at("/ruleSet/version").textValue());
        if (closing == null
            || !decision.at("/letter/body").textValue().contains(closing)
            || !decision.path("disputeId").textValue().equals(dispute)) {
          wrong.add(answer.statusCode() + " " + answer.body());
        } else {
          disputesByDecision.put(decision.path("decisionId").textValue(), dispute);
        }
      } catch (IOException | InterruptedException | RuntimeException failed) {
        wrong.add(failed.toString());
      }
    }
  }

  private HttpRequest decide(Service service, String dispute) {
    return HttpRequest.newBuilder(service.address("/v1/decide"))
        .timeout(Patience.LIMIT)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + author)
        .header("Idempotency-Key", dispute)
        .POST(
            HttpRequest.BodyPublishers.ofString(
                """
                {"disputeId": "%s", "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT",
                 "delayCause": "PEAK_SEASON", "asOf": "2014-12-10"}
                """
                    .formatted(dispute)))
        .build();
  }

  /** Activates a change by one replica, and waits until all decide by it. */
  private void activationReachesBoth(List<Service> replicas) throws IOException {
    int change = closings.size();
    String closing = "Kind regards (" + change + "),";
    String letters = Files.readString(Path.of("rules/letters/en.txt"));
    String version =
        as(author)
            .multiPart(
                "file",
                "letters/en.txt",
                letters.replace(CLOSING, closing).getBytes(StandardCharsets.UTF_8))
            .post(address(replicas.get(0), "/v1/rulesets"))
            .path("version");
    closings.put(version, closing);
    Response activated =
        as(activator).post(address(replicas.get(0), "/v1/rulesets/" + version + "/activate"));
    long start = System.nanoTime();
    assertThat(activated.statusCode()).as(activated.asString()).isEqualTo(200);
    for (Service replica : replicas) {
      await().pollInterval(Duration.ofMillis(50)).until(() -> active(replica).equals(version));
    }
    System.out.printf(
        "Activation %d reached both replicas after %d ms, %d decisions so far%n",
        change, Duration.ofNanos(System.nanoTime() - start).toMillis(), disputesByDecision.size());
  }

  private String active(Service replica) {
    return as(author).get(address(replica, "/v1/rulesets/active")).path("version");
  }

  /** What is sent with one key to both at the same time is decided once. */
  private void keysAreOfBoth(List<Service> replicas) throws IOException {
    for (int i = 0; i < 20; i++) {
      String dispute = UUID.randomUUID().toString();
      List<CompletableFuture<HttpResponse<String>>> answers =
          replicas.stream()
              .map(
                  replica ->
                      http.sendAsync(
                          decide(replica, dispute), HttpResponse.BodyHandlers.ofString()))
              .toList();
      Set<String> decisions = new HashSet<>();
      for (CompletableFuture<HttpResponse<String>> answer : answers) {
        HttpResponse<String> one = answer.join();
        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        decisions.add(JSON.readTree(one.body()).path("decisionId").textValue());
      }
      assertThat(decisions).hasSize(1);
      decisions.forEach(decision -> disputesByDecision.put(decision, dispute));
    }
  }

  private void databaseIsLostForAWhile(DatabaseSettings settings, Service replica) {
    try (Database database = Database.open(settings)) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("alter role " + ROLE + " nologin");
                handle.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = ?",
                    ROLE);
              });
      URI ready = replica.address("/q/health/ready");
      await().until(() -> given().get(ready).statusCode() == 503);
      int before = disputesByDecision.size();
      await().until(() -> disputesByDecision.size() > before + 10 * CLIENTS);
      database.jdbi().useHandle(handle -> handle.execute("alter role " + ROLE + " login"));
      await().until(() -> given().get(ready).statusCode() == 200);
    }
  }

  private static String address(Service service, String path) {
    return service.address(path).toString();
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private void assertKeptOnceByBoth(Database database) {
    Chains chains = new Chains(database);
    Map<String, String> kept = new HashMap<>();
    List<String> replicas = chains.replicas();
    for (String replica : replicas) {
      chains.each(
          replica,
          0,
          entry -> {
            DecisionRecord decided = entry.entry().decided();
            kept.put(decided.decisionId().toString(), decided.disputeId());
          });
    }
    System.out.printf(
        "%d decisions acknowledged, %d kept by %d replicas%n",
        disputesByDecision.size(), kept.size(), replicas.size());
    assertThat(replicas).hasSize(2);
    assertThat(kept).containsAllEntriesOf(disputesByDecision);
    assertThat(kept.values()).doesNotHaveDuplicates();
  }
}
