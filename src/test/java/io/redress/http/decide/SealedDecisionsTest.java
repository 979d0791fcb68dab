package io.redress.http.decide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.KeptDecision;
import io.redress.platform.database.Database;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Personal data are never in clear text, in the journal or in its files. */
@QuarkusTest
@Tag("service")
class SealedDecisionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Facts that may hold personal data, with their formats. */
  private static final Map<String, String> PERSONAL =
      Map.of(
          "buyer/name", "%s",
          "seller/name", "%s",
          "order/item", "%s",
          "shipment/carrier", "%s",
          "shipment/trackingNumber", "%s",
          "shipment/trackingUrl", "https://t.example/%s");

  @Inject Database database;

  @ConfigProperty(name = "redress.data.dir")
  Path data;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void personalDataAreSealedAndTheDisputeIdIsNot(int seed) throws Exception {
    Random random = new Random(seed);
    List<String> marks = new ArrayList<>();
    String disputeId = "sealed-" + mark(random);
    String answer = decide(facts(disputeId, random, marks));

    assertThat(answer).contains("\"letter\"").contains(marks.get(0));
    String row = row(disputeId);
    assertThat(row).contains(disputeId);
    assertThat(marks).allSatisfy(mark -> assertThat(row).doesNotContain(mark));
    String files = files();
    assertThat(files).contains(disputeId);
    assertThat(marks).allSatisfy(mark -> assertThat(files.contains(mark)).as(mark).isFalse());
  }

  private static ObjectNode facts(String disputeId, Random random, List<String> marks) {
    ObjectNode facts = JSON.createObjectNode();
    facts.put("disputeId", disputeId);
    facts.put("disputeType", "NOT_AS_DESCRIBED").put("reason", "DAMAGED");
    facts.withObject("/buyer").put("name", marked(random, marks));
    PERSONAL.forEach(
        (path, form) -> {
          if (random.nextBoolean() && !path.equals("buyer/name")) {
            String[] names = path.split("/");
            facts.withObject("/" + names[0]).put(names[1], form.formatted(marked(random, marks)));
          }
        });
    facts
        .withObject("/problem")
        .withArray("defects")
        .addObject()
        .put("type", "DAMAGED")
        .put("part", marked(random, marks));
    return facts;
  }

  private static String marked(Random random, List<String> marks) {
    String mark = "Mark" + mark(random);
    marks.add(mark);
    return mark;
  }

  private static String mark(Random random) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String decide(ObjectNode facts) {
    var answer = given().contentType("application/json").body(facts.toString()).post("/v1/decide");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.asString();
  }

  private String row(String disputeId) {
    List<KeptDecision> kept = new JournalSearch(database).onDispute(disputeId, 2);
    assertThat(kept).hasSize(1);
    return kept.get(0).entry().toString();
  }

  /** All bytes of the embedded database, one character each. */
  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
