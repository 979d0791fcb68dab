package io.redress.journal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.ReadResult;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decisions of the shipped rules on the facts of their test cases, with names and numbers of parcels
 * as shops send them, each with other ones.
 */
public final class RealDecisions {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final List<String> NAMES =
      List.of("Anna Muster", "Jean Dupont", "Zoë Smith", "王小明", "María García", "Ivan Petrov");
  private static final List<String> ITEMS =
      List.of("red dress", "atomizer", "phone case, blue", "LED lamp 12 W", "kids' shoes, 27");

  private final RuleSet rules = shipped();
  private final List<ObjectNode> facts = new ArrayList<>();
  private final Random random;
  private Instant now = Instant.parse("2026-05-11T08:00:00.123Z");
  private int made;

  /** On the facts of all test cases. */
  public RealDecisions(long seed) {
    this(seed, 0, 1);
  }

  /** On the facts of one test case in so many, from a first one. */
  RealDecisions(long seed, int first, int step) {
    this.random = new Random(seed);
    try (Stream<Path> files = Files.list(Path.of("test-cases"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".yaml")).sorted().toList()) {
        for (JsonNode test : YAML.readTree(file.toFile())) {
          if (test.path("facts") instanceof ObjectNode one) {
            facts.add(one);
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    List<ObjectNode> all = List.copyOf(facts);
    facts.clear();
    for (int i = first; i < all.size(); i += step) {
      facts.add(all.get(i));
    }
  }

  /** The entries of that many decisions, each on a dispute of its own. */
  public List<NewEntry> entries(int many) {
    List<NewEntry> entries = new ArrayList<>();
    while (entries.size() < many) {
      next(entries);
    }
    return entries;
  }

  private void next(List<NewEntry> entries) {
    made++;
    now = now.plusMillis(random.nextInt(20));
    ObjectNode json = sent(facts.get(random.nextInt(facts.size())).deepCopy());
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    if (DisputeReader.read(body, rules.customFacts(), country -> LocalDate.of(2026, 5, 11))
        instanceof ReadResult.Read read) {
      UUID id = new UUID(now.toEpochMilli() << 16 | 0x7000 | made & 0xfff, random.nextLong());
      entries.add(
          EntryWriter.entry(
              DisputeReader.sent(body),
              new Answer(id, now, rules.decide(read.dispute())),
              "shop",
              UUID.randomUUID().toString(),
              null));
    }
  }

  private ObjectNode sent(ObjectNode json) {
    json.put("disputeId", "D-2026-" + Long.toString(random.nextLong() >>> 24, 36));
    json.put("asOf", json.path("asOf").asText("2026-05-11"));
    json.withObject("/buyer").put("name", NAMES.get(random.nextInt(NAMES.size())));
    json.withObject("/seller").put("name", "Silk Road Dresses");
    ObjectNode order = json.withObject("/order");
    order.put("item", ITEMS.get(random.nextInt(ITEMS.size())));
    json.withObject("/shipment").put("trackingNumber", "LX" + random.nextInt(1_000_000_000) + "CN");
    return json;
  }

  private static RuleSet shipped() {
    List<RuleProblem> problems = new ArrayList<>();
    return RuleSet.read(
            RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems), problems)
        .orElseThrow(() -> new IllegalStateException(problems.toString()));
  }
}
