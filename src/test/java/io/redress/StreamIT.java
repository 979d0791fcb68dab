package io.redress;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.intake.stream.KafkaBroker;
import io.redress.journal.read.Chains;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas read disputes from a real Kafka and keep decisions in one PostgreSQL. Nothing is
 * lost or decided twice when one of them is killed, Kafka goes away, or the database does.
 */
@TestMethodOrder(OrderAnnotation.class)
class StreamIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PARTITIONS = 4;
  private static final int EVENTS = 1_500;
  private static final String FACTS =
      "{\"disputeId\": \"%s\", \"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\","
          + " \"buyer\": {\"name\": \"Zoë\"}}";

  @TempDir private static Path folder;

  private static KafkaBroker kafka;
  private static PostgresServer postgres;
  private static DatabaseSettings settings;
  private static PackagedJar.Service first;
  private static PackagedJar.Service second;
  private static Producer<String, String> disputes;
  private static Consumer<String, String> outcomes;
  private static final Map<String, Set<String>> DECIDED = new HashMap<>();
  private static final List<ConsumerRecord<String, String>> DECISIONS = new ArrayList<>();
  private static final List<ConsumerRecord<String, String>> REFUSED = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    kafka = new KafkaBroker();
    postgres = new PostgresServer();
    settings = postgres.fresh();
    PackagedJar.activate(settings);
    first = PackagedJar.serve(environment("first"));
    second = PackagedJar.serve(environment("second"));
    Map<String, Object> broker =
        Map.of("bootstrap.servers", kafka.address(), "auto.offset.reset", "earliest");
    disputes = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer());
    outcomes = new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer());
  }

  @AfterAll
  static void stop() throws Exception {
    first.close();
    second.close();
    disputes.close(Duration.ZERO);
    outcomes.close();
    kafka.close();
    postgres.close();
  }

  private static Map<String, String> environment(String replica) {
    Map<String, String> environment = PackagedJar.environment(settings, folder.resolve(replica));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.address());
    environment.put("KAFKA_SESSION_TIMEOUT_MS", "3000");
    environment.put("KAFKA_HEARTBEAT_INTERVAL_MS", "500");
    // several batches of each partition, so that a kill is within them
    environment.put("KAFKA_MAX_POLL_RECORDS", "20");
    return environment;
  }

  @Test
  @Order(1)
  void missingTopicsAreNamedAndLookedForAgain() throws Exception {
    await().until(() -> health(first).contains("The topic disputes does not exist. Create it."));
    assertThat(get(first, "/q/health/ready").statusCode()).isEqualTo(200);

    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
      List<NewTopic> topics =
          List.of(
              new NewTopic("disputes", PARTITIONS, (short) 1),
              new NewTopic("decisions", PARTITIONS, (short) 1),
              new NewTopic("disputes-refused", 1, (short) 1));
      admin.createTopics(topics).all().get();
      await()
          .until(
              () ->
                  admin
                      .describeConsumerGroups(List.of("redress"))
                      .all()
                      .get()
                      .get("redress")
                      .members()
                      .stream()
                      .map(member -> member.assignment().topicPartitions().size())
                      .toList()
                      .equals(List.of(PARTITIONS / 2, PARTITIONS / 2)));
    }
    List<TopicPartition> all = new ArrayList<>(List.of(new TopicPartition("disputes-refused", 0)));
    IntStream.range(0, PARTITIONS).forEach(n -> all.add(new TopicPartition("decisions", n)));
    outcomes.assign(all);
    outcomes.seekToBeginning(all);
    await().until(() -> !health(first).contains("alarm"));
  }

  @Test
  @Order(2)
  void documentedEventsAreDecided() throws Exception {
    List<ProducerRecord<String, String>> examples = examples();
    assertThat(examples).hasSize(3);

    examples.forEach(disputes::send);
    await().until(() -> decided("E-1") && decided("E-2") && DECISIONS.size() == 3);

    ConsumerRecord<String, String> binary = decisionOn("E-1");
    assertThat(binary.key()).isEqualTo("D-1");
    assertThat(header(binary, "ce_type")).isEqualTo("io.redress.decision.made");
    assertThat(JSON.readTree(binary.value()).path("asOf").textValue()).isEqualTo("2026-03-05");
    JsonNode structured = JSON.readTree(decisionOn("E-2").value());
    assertThat(structured.path("data").path("disputeId").textValue()).isEqualTo("D-2");
    assertThat(structured.path("subject").textValue()).isEqualTo("D-2");
    assertThat(DECISIONS).extracting(ConsumerRecord::key).contains("D-3");
    String stored = get(first, "/v1/decisions/" + header(binary, "ce_id")).body();
    assertThat(stored).contains("\"caller\":\"kafka\"");

    disputes.send(examples.get(0));
    await().until(() -> decisions() == 4);
    assertThat(DECISIONS.get(3).value()).isEqualTo(binary.value());
    assertThat(header(DECISIONS.get(3), "ce_id")).isEqualTo(header(binary, "ce_id"));
  }

  @Test
  @Order(3)
  void eventsThatCannotBeDecidedAreKeptWithTheirProblems() throws Exception {
    send("P-1", "K", "nonsense");
    send("P-2", "K", "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOSST\"}");
    send("P-3", "K", "{\"more\": \"" + "x".repeat(300_000) + "\"}");
    send("E-1", "K", FACTS.formatted("other facts".replace(' ', '-')));
    disputes.send(new ProducerRecord<>("disputes", "K", null));
    send("after", "K", FACTS.formatted("after"));

    await().until(() -> decided("after") && REFUSED.size() == 5);

    Map<String, Integer> statuses = new HashMap<>();
    for (ConsumerRecord<String, String> refused : REFUSED) {
      JsonNode problem = JSON.readTree(header(refused, "redress_problem"));
      statuses.put(
          refused.headers().lastHeader("ce_id") == null ? "none" : header(refused, "ce_id"),
          problem.path("status").intValue());
      assertThat(header(refused, "redress_record")).startsWith("disputes:");
      assertThat(problem.path("detail").textValue()).isNotBlank();
    }
    assertThat(statuses)
        .isEqualTo(Map.of("P-1", 400, "P-2", 422, "P-3", 413, "E-1", 422, "none", 400));
    assertThat(REFUSED).extracting(ConsumerRecord::key).containsOnly("K");
    assertThat(REFUSED).extracting(ConsumerRecord::value).contains("nonsense");
    assertThat(metrics(first) + metrics(second)).contains("redress_stream_events_total");
  }

  @Test
  @Order(4)
  void nothingIsLostOrDecidedTwiceWithoutDatabaseOrKafka() throws Exception {
    int refused = REFUSED.size();
    postgres.kill();
    IntStream.range(0, 50).forEach(n -> send("database-" + n, "D" + n));
    await().until(() -> health(first).contains("Decisions cannot be recorded"));
    postgres.startAgain();
    await().until(() -> IntStream.range(0, 50).allMatch(n -> decided("database-" + n)));

    kafka.stop();
    await().until(() -> health(first).contains("Kafka does not answer."));
    assertThat(get(first, "/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(decide(first, "without-kafka").statusCode()).isEqualTo(200);
    assertThat(metrics(first)).contains("redress_stream_up 0.0");
    kafka.startAgain();
    IntStream.range(0, 50).forEach(n -> send("kafka-" + n, "D" + n));
    await().until(() -> IntStream.range(0, 50).allMatch(n -> decided("kafka-" + n)));
    await().until(() -> metrics(first).contains("redress_stream_up 1.0"));

    assertThat(REFUSED).hasSize(refused);
  }

  @Test
  @Order(5)
  void nothingIsLostOrDecidedTwiceWhenAReplicaIsKilled() throws Exception {
    IntStream.range(0, EVENTS).forEach(n -> send("kill-" + n, "D" + n % 100));
    disputes.flush();
    await().until(() -> decidedOf("kill-") > EVENTS / 5);
    assertThat(decidedOf("kill-")).as("decided before the kill").isLessThan(EVENTS);

    first.kill();

    await().until(() -> decidedOf("kill-") == EVENTS);
    assertThat(DECIDED)
        .as("events with two decisions")
        .allSatisfy((event, decisions) -> assertThat(decisions).as(event).hasSize(1));
    Map<String, Integer> entries = new HashMap<>();
    try (Database database = Database.open(settings)) {
      Chains chains = new Chains(database);
      for (String replica : chains.replicas()) {
        chains.each(
            replica, 0, one -> entries.merge(one.entry().decided().disputeId(), 1, Integer::sum));
      }
    }
    IntStream.range(0, EVENTS).forEach(n -> assertThat(entries).containsEntry("kill-" + n, 1));
    System.out.printf(
        "%d events, one replica killed: %d decisions written, %d of them again%n",
        EVENTS, DECISIONS.size(), DECISIONS.size() - new HashSet<>(DECIDED.values()).size());
  }

  /** The records that the commands of the page send. */
  private static List<ProducerRecord<String, String>> examples() throws IOException {
    List<ProducerRecord<String, String>> records = new ArrayList<>();
    Matcher command =
        Pattern.compile("echo '(.*)' \\|\nkcat -P -b \\S+ -t (\\S+) -k (\\S+)(.*)")
            .matcher(Files.readString(Path.of("docs", "streams.md")));
    while (command.find()) {
      ProducerRecord<String, String> record =
          new ProducerRecord<>(command.group(2), command.group(3), command.group(1));
      Arrays.stream(command.group(4).split(" -H "))
          .filter(header -> !header.isBlank())
          .map(header -> header.split("=", 2))
          .forEach(header -> record.headers().add(header[0], utf8(header[1])));
      records.add(record);
    }
    return records;
  }

  private static void send(String id, String key) {
    send(id, key, FACTS.formatted(id));
  }

  private static void send(String id, String key, String facts) {
    ProducerRecord<String, String> record = new ProducerRecord<>("disputes", key, facts);
    Map.of("ce_specversion", "1.0", "ce_id", id, "ce_source", "/shop", "ce_type", "opened")
        .forEach((name, value) -> record.headers().add(name, utf8(value)));
    disputes.send(record);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean decided(String event) {
    read();
    return DECIDED.containsKey(event);
  }

  private static int decisions() {
    read();
    return DECISIONS.size();
  }

  private static long decidedOf(String prefix) {
    read();
    return DECIDED.keySet().stream().filter(event -> event.startsWith(prefix)).count();
  }

  /** Reads what was written meanwhile. */
  private static void read() {
    for (ConsumerRecord<String, String> record : outcomes.poll(Duration.ofMillis(100))) {
      if (record.topic().equals("decisions")) {
        DECISIONS.add(record);
        DECIDED
            .computeIfAbsent(attribute(record, "causationid"), event -> new HashSet<>())
            .add(attribute(record, "id"));
      } else {
        REFUSED.add(record);
      }
    }
  }

  private static ConsumerRecord<String, String> decisionOn(String event) {
    return DECISIONS.stream()
        .filter(record -> attribute(record, "causationid").equals(event))
        .findFirst()
        .orElseThrow();
  }

  private static String attribute(ConsumerRecord<String, String> record, String name) {
    try {
      return record.headers().lastHeader("ce_" + name) == null
          ? JSON.readTree(record.value()).path(name).asText()
          : header(record, "ce_" + name);
    } catch (IOException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    Headers headers = record.headers();
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static String health(PackagedJar.Service service) throws Exception {
    return get(service, "/q/health").body();
  }

  private static String metrics(PackagedJar.Service service) throws Exception {
    return get(service, "/q/metrics").body();
  }

  private static HttpResponse<String> get(PackagedJar.Service service, String path)
      throws Exception {
    return send(HttpRequest.newBuilder(service.address(path)));
  }

  private static HttpResponse<String> decide(PackagedJar.Service service, String disputeId)
      throws Exception {
    return send(
        HttpRequest.newBuilder(service.address("/v1/decide"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(FACTS.formatted(disputeId))));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
