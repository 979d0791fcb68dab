package io.redress.insight.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.ReadResult;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found on small random tables, against trying everything. */
class WhatIfLawsTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 4);
  private static final int WAIT = 17;
  private static final int ROWS = 9;
  private static final ActionType GOAL = ActionType.REPLACEMENT;

  private static final String FLOW =
      """
      package io.redress.rules
      global io.redress.rules.engine.Draft draft;
      rule "Answers" when io.redress.domain.dispute.Dispute() then
        draft.ask( "answer" );
      end
      """;

  /** The rest of the rule set: calendar and letters. */
  private static final Map<String, byte[]> FILES = files();

  private static Map<String, byte[]> files() {
    List<RuleProblem> problems = new ArrayList<>();
    Map<String, byte[]> files = new HashMap<>(RuleSetFiles.folder(Path.of("rules"), problems));
    assertThat(problems).isEmpty();
    files.keySet().removeIf(file -> file.endsWith(".xlsx") && !file.equals("calendar.xlsx"));
    files.remove("invariants.yaml");
    files.put("flow.drl", FLOW.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static RuleSet rules(Random random) {
    WorkbookFixture table =
        WorkbookFixture.table(
            "answer",
            "FIRST",
            "evidence.types",
            "desiredOutcome",
            "replacementAvailable",
            "shipment.carrierInvestigation",
            "daysSinceShipped",
            "order.quantity",
            "-> resolution",
            "-> reasonCode");
    for (int row = 0; row < ROWS; row++) {
      table.row(
          cell(random, "VIDEO", "PHOTO, DOCUMENT", "not(VIDEO)", "not(PHOTO)"),
          cell(random, "REFUND", "not(REFUND)", "REPLACEMENT, STILL_WANT_ITEM", "not known"),
          cell(random, "true", "known", "false", "not known"),
          cell(random, "LOST", "OPEN, NO_PROOF", "not(LOST)", "NOT_STARTED", "not known"),
          cell(random, ">= 12", "< 14", "(11..15]", "[13..13]", "not known"),
          cell(random, "> 5", "<= 9", "[3..7)", "known"),
          List.of("NO_ACTION", "KEEP_TRACKING", "FULL_REFUND", "REPLACEMENT")
              .get(random.nextInt(4)),
          "ROW_" + row);
    }
    table.row("-", "-", "-", "-", "-", "-", "ESCALATE_TO_HUMAN", "LAST_ROW");
    Map<String, byte[]> files = new HashMap<>(FILES);
    files.put("answer.xlsx", table.bytes());
    List<RuleProblem> problems = new ArrayList<>();
    return RuleSet.read(RuleSetFiles.of(files), problems)
        .orElseThrow(() -> new AssertionError(problems));
  }

  private static String cell(Random random, String... choices) {
    return random.nextInt(5) < 3 ? "-" : choices[random.nextInt(choices.length)];
  }

  private static FactTree facts(Random random) {
    ObjectNode json = JSON.objectNode();
    json.put("disputeId", "law").put("asOf", DAY.toString());
    json.put("disputeType", "NOT_RECEIVED").put("reason", "LOST");
    json.withObject("/order").put("quantity", 1 + random.nextInt(12));
    json.withObject("/shipment").put("shippedOn", DAY.minusDays(random.nextInt(16)).toString());
    FactTree facts = new FactTree(json);
    if (random.nextBoolean()) {
      facts = facts.with("evidence.types", JSON.arrayNode().add("PHOTO"));
    }
    if (random.nextBoolean()) {
      facts = facts.with("replacementAvailable", JSON.booleanNode(false));
    }
    if (random.nextBoolean()) {
      facts = facts.with("shipment.carrierInvestigation", JSON.textNode("NOT_STARTED"));
    }
    return random.nextBoolean() ? facts.with("desiredOutcome", JSON.textNode("REFUND")) : facts;
  }

  /** Changes of single facts by key; a kind of evidence is a fact of its own. */
  private static Map<String, List<JsonNode>> changes(FactTree facts) {
    Map<String, List<JsonNode>> changes = new LinkedHashMap<>();
    Set<String> sent = words(facts.value("evidence.types"));
    for (String type : List.of("PHOTO", "VIDEO", "DOCUMENT")) {
      if (!sent.contains(type)) {
        changes.put("evidence.types " + type, List.of(JSON.textNode(type)));
      }
    }
    changes.put(
        "desiredOutcome",
        others(
            facts.value("desiredOutcome"),
            "REFUND",
            "REPLACEMENT",
            "STILL_WANT_ITEM",
            "KEEP_WITH_COMPENSATION"));
    changes.put("replacementAvailable", List.of(JSON.booleanNode(true)));
    changes.put(
        "shipment.carrierInvestigation",
        others(JSON.textNode("NOT_STARTED"), "OPEN", "LOST", "NO_PROOF", "DELIVERED"));
    changes.put(
        "asOf",
        IntStream.rangeClosed(1, WAIT)
            .<JsonNode>mapToObj(days -> JSON.textNode(DAY.plusDays(days).toString()))
            .toList());
    return changes;
  }

  private static List<JsonNode> others(JsonNode now, String... words) {
    return List.of(words).stream()
        .<JsonNode>map(JSON::textNode)
        .filter(word -> !word.equals(now))
        .toList();
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new HashSet<>();
    list.forEach(word -> words.add(word.textValue()));
    return words;
  }

  private static FactTree changed(FactTree facts, String key, JsonNode value) {
    if (!key.startsWith("evidence.types ")) {
      return facts.with(key, value);
    }
    ArrayNode list = JSON.arrayNode();
    facts.value("evidence.types").forEach(list::add);
    return facts.with("evidence.types", list.add(value));
  }

  private static @Nullable Decision decide(RuleSet rules, FactTree facts) {
    return DisputeReader.read(facts.json(), country -> DAY) instanceof ReadResult.Read read
        ? rules.decideWithoutLetter(read.dispute())
        : null;
  }

  private static boolean reaches(RuleSet rules, FactTree facts) {
    Decision decision = decide(rules, facts);
    return decision != null && decision.resolution() == GOAL;
  }

  /** The sets of keys that reach the goal by some values, of which no part does. */
  private static Set<Set<String>> minimal(RuleSet rules, FactTree facts) {
    Map<String, List<JsonNode>> changes = changes(facts);
    List<String> keys = List.copyOf(changes.keySet());
    List<Map<String, JsonNode>> working = new ArrayList<>();
    for (int size = 1; size <= Search.MAX_MOVES; size++) {
      for (int bits = 1; bits < 1 << keys.size(); bits++) {
        if (Integer.bitCount(bits) == size) {
          int chosen = bits;
          List<String> some =
              IntStream.range(0, keys.size())
                  .filter(i -> (chosen >> i & 1) == 1)
                  .mapToObj(keys::get)
                  .toList();
          tryValues(rules, facts, changes, some, Map.of(), working);
        }
      }
    }
    return working.stream().map(Map::keySet).map(Set::copyOf).collect(Collectors.toSet());
  }

  private static void tryValues(
      RuleSet rules,
      FactTree facts,
      Map<String, List<JsonNode>> changes,
      List<String> keys,
      Map<String, JsonNode> chosen,
      List<Map<String, JsonNode>> working) {
    if (chosen.size() < keys.size()) {
      String next = keys.get(chosen.size());
      for (JsonNode value : changes.getOrDefault(next, List.of())) {
        Map<String, JsonNode> more = new LinkedHashMap<>(chosen);
        more.put(next, value);
        tryValues(rules, facts, changes, keys, more, working);
      }
      return;
    }
    if (working.stream().noneMatch(part -> chosen.entrySet().containsAll(part.entrySet()))) {
      FactTree changed = facts;
      for (Map.Entry<String, JsonNode> one : chosen.entrySet()) {
        changed = changed(changed, one.getKey(), one.getValue());
      }
      if (reaches(rules, changed)) {
        working.add(chosen);
      }
    }
  }

  private static Set<String> keys(FactTree facts, Option option) {
    Set<String> keys = new TreeSet<>();
    for (FactChange change : option.changes()) {
      String name = change.pointer().substring(1).replace('/', '.');
      if (name.equals("evidence.types")) {
        Set<String> added = words(change.to());
        added.removeAll(words(facts.value(name)));
        added.forEach(type -> keys.add(name + " " + type));
      } else {
        keys.add(name);
      }
    }
    return keys;
  }

  private static WhatIfAnswer ask(RuleSet rules, FactTree facts) {
    Dispute dispute = ((ReadResult.Read) DisputeReader.read(facts.json(), c -> DAY)).dispute();
    Goal goal =
        Goal.read(
            JSON.objectNode().put("resolution", GOAL.name()),
            rules.tables().terms().own(),
            new ArrayList<>());
    return WhatIf.ask(rules, dispute, goal, Locale.UK, Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void optionsReachTheGoalAreMinimalAndNoneIsMissed(long seed) {
    Random random = new Random(seed);
    RuleSet rules = rules(random);
    FactTree facts = facts(random);
    WhatIfAnswer answer = ask(rules, facts);

    assertThat(answer.complete()).isTrue();
    if (reaches(rules, facts)) {
      assertThat(answer.reached()).isTrue();
      assertThat(answer.options()).isEmpty();
      return;
    }
    Set<Set<String>> expected = minimal(rules, facts);
    List<Set<String>> found = answer.options().stream().map(option -> keys(facts, option)).toList();
    assertThat(found).doesNotHaveDuplicates();
    assertThat(found).hasSize(Math.min(expected.size(), Search.MAX_OPTIONS));
    assertThat(expected).containsAll(found);
    for (Option option : answer.options()) {
      FactTree changed = facts;
      for (FactChange change : option.changes()) {
        changed = changed.with(change.pointer().substring(1).replace('/', '.'), change.to());
      }
      assertThat(reaches(rules, changed)).as(option.toString()).isTrue();
      assertThat(option.decision().resolution()).isEqualTo(GOAL);
    }
    assertNearestFirst(answer.options());
  }

  private static void assertNearestFirst(List<Option> options) {
    List<Boolean> ofBuyer =
        options.stream()
            .map(one -> one.changes().stream().allMatch(change -> change.by() == Actor.BUYER))
            .toList();
    assertThat(ofBuyer.lastIndexOf(true))
        .isEqualTo(ofBuyer.stream().filter(one -> one).count() - 1L);
  }

  /** Each fact of the table is tried with all of its values, and all others with none. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void decisionHangsOnTheFactsThatChangeIt(long seed) {
    Random random = new Random(seed);
    RuleSet rules = rules(random);
    FactTree facts = facts(random);
    Decision before = decide(rules, facts);
    Map<String, List<JsonNode>> all = new LinkedHashMap<>();
    all.put("evidence.types", subsets("PHOTO", "VIDEO", "DOCUMENT"));
    all.put(
        "desiredOutcome",
        others(
            JSON.nullNode(), "REFUND", "REPLACEMENT", "STILL_WANT_ITEM", "KEEP_WITH_COMPENSATION"));
    all.put("replacementAvailable", List.of(JSON.booleanNode(true), JSON.booleanNode(false)));
    all.put(
        "shipment.carrierInvestigation",
        others(JSON.nullNode(), "NOT_STARTED", "OPEN", "LOST", "NO_PROOF", "DELIVERED"));
    all.put(
        "shipment.shippedOn",
        IntStream.rangeClosed(0, 40)
            .<JsonNode>mapToObj(days -> JSON.textNode(DAY.minusDays(days).toString()))
            .toList());
    all.put(
        "order.quantity",
        IntStream.rangeClosed(1, 40).<JsonNode>mapToObj(JSON::numberNode).toList());
    Set<String> expected = new TreeSet<>();
    all.forEach(
        (name, values) -> {
          List<FactTree> others = new ArrayList<>();
          values.forEach(value -> others.add(facts.with(name, value)));
          if (!facts.value(name).isMissingNode()) {
            others.add(facts.without(name));
          }
          if (others.stream()
              .map(other -> decide(rules, other))
              .anyMatch(after -> after != null && !after.essence().equals(before.essence()))) {
            expected.add(FactChange.pointer(name));
          }
        });
    WhatIfAnswer answer = ask(rules, facts);

    Set<String> tried = all.keySet().stream().map(FactChange::pointer).collect(Collectors.toSet());
    assertThat(
            answer.hangsOn().stream()
                .map(Dependence::pointer)
                .filter(tried::contains)
                .collect(Collectors.toSet()))
        .isEqualTo(expected);
    tried.removeAll(expected);
    assertThat(answer.stable())
        .containsAll(tried)
        .doesNotContainAnyElementsOf(expected)
        .contains("/order/category", "/buyer/locale");
    for (Dependence one : answer.hangsOn()) {
      String name = one.pointer().substring(1).replace('/', '.');
      FactTree other = one.to() == null ? facts.without(name) : facts.with(name, one.to());
      Decision after = decide(rules, other);
      assertThat(after.essence()).isNotEqualTo(before.essence());
      assertThat(after.resolution()).isEqualTo(one.resolution());
    }
  }

  private static List<JsonNode> subsets(String... words) {
    List<JsonNode> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << words.length; bits++) {
      ArrayNode list = JSON.arrayNode();
      for (int i = 0; i < words.length; i++) {
        if ((bits >> i & 1) == 1) {
          list.add(words[i]);
        }
      }
      subsets.add(list);
    }
    return subsets;
  }
}
