package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.check.admission.Admission;
import io.redress.check.compare.RuleSetChanges;
import io.redress.check.invariant.InvariantReport;
import io.redress.check.invariant.Invariants;
import io.redress.check.scenario.FactTree;
import io.redress.check.verify.Finding;
import io.redress.check.verify.Verification;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.domain.dispute.ReadResult;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.OwnTerms;
import io.redress.rules.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped rules with facts and outcomes of the seller's own. */
class OwnTermsTest {
  private static final String DRESS =
      "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"IN_TRANSIT\", \"disputeId\": \"d\","
          + " \"asOf\": \"2026-06-02\", \"custom\": {%s}}";

  private static final RuleSetFiles FILES = OwnFactsRules.FILES;
  private static final RuleSet RULES = RuleSet.read(FILES, new ArrayList<>()).orElseThrow();

  @Test
  void tablesReadOwnFactsAndAnswerOwnOutcomes() {
    Decision gold = decided("\"tier\": \"GOLD\", \"orders\": 12");
    assertThat(gold.custom()).containsEntry("queue", "VIP").hasToString("{hours=4, queue=VIP}");
    assertThat(DecisionJson.write(gold)).contains("\"custom\":{\"hours\":4,\"queue\":\"VIP\"}");
    assertThat(decided("\"tier\": \"GOLD\", \"orders\": 2").custom())
        .containsEntry("queue", "MAIN");
    assertThat(decided("").custom()).containsEntry("queue", "MAIN");
  }

  @Test
  void ownOutcomesAreTraced() {
    assertThat(decided("").trace())
        .filteredOn(entry -> entry.source().rule().startsWith("queues"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.effect()).containsKey("custom.queue"));
  }

  @Test
  void lettersHaveOwnFacts() {
    assertThat(decided("\"store\": \"Blue Silk\", \"since\": \"2024-05-02\"").letter().body())
        .contains("We sold it at Blue Silk, where you are a customer since May 2, 2024.");
    assertThat(decided("").letter().body()).doesNotContain("We sold it");
  }

  @ParameterizedTest(name = "{0} is refused at {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "tire": "GOLD";       /custom/tire;   MALFORMED
          "queue": "VIP";       /custom/queue;  MALFORMED
          "tier": "PLATINUM";   /custom/tier;   IMPOSSIBLE
          "tier": 5;            /custom/tier;   MALFORMED
          "orders": 1.5;        /custom/orders; MALFORMED
          "orders": "1";        /custom/orders; MALFORMED
          "since": "yesterday"; /custom/since;  IMPOSSIBLE
          "rate": 101;          /custom/rate;   IMPOSSIBLE
          "rate": true;         /custom/rate;   MALFORMED
          "vip": "yes";         /custom/vip;    MALFORMED
          "store": " ";         /custom/store;  IMPOSSIBLE
          "a/b~c": 1;           /custom/a~1b~0c; MALFORMED
          "tier": {"a": [1]};   /custom/tier;   MALFORMED
          "orders": 9999999999999; /custom/orders; IMPOSSIBLE
          "orders": 1e3;        /custom/orders; MALFORMED
          "fee": 1e999999999;   /custom/fee;    IMPOSSIBLE
          "fee": 1e-999999999;  /custom/fee;    IMPOSSIBLE
          "fee": "1e5";         /custom/fee;    IMPOSSIBLE
          "fee": "";            /custom/fee;    IMPOSSIBLE
          "fee": [1];           /custom/fee;    MALFORMED
          "since": "2026-02-30"; /custom/since; IMPOSSIBLE
          "since": "+12026-01-01"; /custom/since; IMPOSSIBLE
          """)
  void impossibleOwnFactsAreRefused(String fact, String pointer, FactProblem.Kind kind) {
    assertThat(problems(RULES, fact))
        .extracting(FactProblem::pointer, FactProblem::kind)
        .containsExactly(tuple(pointer, kind));
  }

  @Test
  void allProblemsOfOwnFactsAreReportedAtOnce() {
    assertThat(problems(RULES, "\"tire\": 1, \"tier\": \"GOLDY\", \"rate\": -1, \"vip\": 0"))
        .extracting(FactProblem::pointer, problem -> problem.message().toString())
        .containsExactly(
            tuple("/custom/tire", "This field is unknown. Did you mean tier?"),
            tuple(
                "/custom/tier",
                "\"GOLDY\" is not allowed. Did you mean GOLD? Use one of GOLD, SILVER."),
            tuple("/custom/rate", "\"-1\" is out of range. Send 0 to 100."),
            tuple("/custom/vip", "This has the wrong type. Send true or false."));
  }

  @Test
  void unknownOwnFactsAreNull() {
    assertThat(decided("\"tier\": null, \"orders\": null").custom()).containsEntry("queue", "MAIN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"tier\"", "5"})
  void ownFactsAreAnObject(String custom) {
    String facts = DRESS.replace("{%s}", custom);
    List<FactProblem> problems =
        DisputeReader.read(
                facts.getBytes(StandardCharsets.UTF_8),
                RULES.customFacts(),
                country -> LocalDate.of(2026, 6, 2))
            .fold(dispute -> List.of(), found -> found);
    assertThat(problems).extracting(FactProblem::pointer).containsExactly("/custom");
  }

  @Test
  @Timeout(10)
  void thousandsOfUnknownFactsAreRefusedInTime() {
    String many =
        IntStream.range(0, 12_000)
            .mapToObj(i -> "\"tires" + i + "\": 1")
            .collect(Collectors.joining(","));
    assertThat(problems(RULES, many)).hasSize(12_000);
  }

  @Test
  void ownFactsAreRefusedWithoutDeclarations() {
    assertThat(problems(RuleSet.load(Path.of("rules")), "\"tier\": \"GOLD\""))
        .extracting(FactProblem::pointer, problem -> problem.message().toString())
        .containsExactly(
            tuple(
                "/custom/tier",
                "The rules declare no facts of their own. Declare this one in the workbook facts.xlsx"
                    + " of the rules, or leave it out."));
  }

  @Test
  void amountsAreTextsOrNumbers() {
    assertThat(problems(RULES, "\"rate\": 7.5, \"fee\": \"12.50\", \"vip\": true")).isEmpty();
    assertThat(problems(RULES, "\"rate\": \"7.5\", \"fee\": 12.5")).isEmpty();
  }

  @Test
  void testCasesHaveOwnFactsAndOutcomes() {
    String cases =
        """
        - id: own
          title: A customer of the first tier
          source: practice
          facts: {asOf: 2026-06-02, disputeType: NOT_RECEIVED, reason: IN_TRANSIT, custom: {tier: GOLD, orders: 12}}
          expect: {custom.queue: VIP, custom: {hours: 4}}
        - id: undeclared
          title: A fact that is not declared
          source: practice
          facts: {disputeType: NOT_RECEIVED, reason: IN_TRANSIT, custom: {tire: GOLD}}
          expect: {refused: [/custom/tire]}
        - id: own-wrong
          title: Not what is decided
          source: practice
          facts: {asOf: 2026-06-02, disputeType: NOT_RECEIVED, reason: IN_TRANSIT}
          expect: {custom.queue: VIP}
        """;
    byte[] workbook =
        new WorkbookFixture()
            .sheet("Cases")
            .row("Test cases")
            .row("labels")
            .row(
                "id",
                "title",
                "asOf",
                "disputeType",
                "reason",
                "custom.tier",
                "custom.orders",
                "custom.rate",
                "custom.vip",
                "custom.since",
                "-> custom.queue",
                "-> custom.hours")
            .row(
                "typed",
                "Each cell has the type of its column",
                LocalDate.of(2026, 6, 2),
                "NOT_RECEIVED",
                "IN_TRANSIT",
                "GOLD",
                12,
                new WorkbookFixture.Percent(0.075),
                true,
                LocalDate.of(2024, 5, 2),
                "VIP",
                4)
            .bytes();
    Admission admission =
        Admission.of(
            FILES.with(
                Map.of(
                    "test-cases/own.yaml",
                    cases.getBytes(StandardCharsets.UTF_8),
                    "test-cases/own.xlsx",
                    workbook)),
            List.of());
    assertThat(admission.problems()).isEmpty();
    assertThat(admission.tests().failures())
        .extracting(failure -> failure.id())
        .containsExactly("own-wrong");
    assertThat(admission.tests().passed()).isEqualTo(3);
  }

  @Test
  void namesThatAreNotDeclaredAreProblemsInTestCasesAndLaws() {
    String cases =
        """
        - id: own
          title: Misspelt
          facts: {asOf: 2026-06-02, disputeType: NOT_RECEIVED, reason: IN_TRANSIT}
          expect: {custom.quue: VIP, custom: {hour: 4, tier: GOLD}}
        """;
    String laws =
        """
        - id: misspelt
          law: Misspelt
          when: {facts: {custom.tire: GOLD}}
          then: {custom.que: VIP}
        - id: changed
          law: Changed
          change: {custom.order: more}
          neverFalls: compensation
        - id: impossible
          law: Impossible
          change: {custom.tier: [GOLD, BRONZE]}
          mayDiffer: custom
        """;
    Admission admission =
        Admission.of(
            FILES.with(
                Map.of(
                    "test-cases/own.yaml", cases.getBytes(StandardCharsets.UTF_8),
                    "invariants.yaml", laws.getBytes(StandardCharsets.UTF_8))),
            List.of());
    assertThat(admission.problems())
        .extracting(RuleProblem::file, RuleProblem::line, RuleProblem::code)
        .containsExactlyInAnyOrder(
            tuple("test-cases/own.yaml", 4, ProblemCode.UNKNOWN_NAME),
            tuple("test-cases/own.yaml", 4, ProblemCode.UNKNOWN_NAME),
            tuple("test-cases/own.yaml", 4, ProblemCode.UNKNOWN_NAME),
            tuple("invariants.yaml", 3, ProblemCode.UNKNOWN_NAME),
            tuple("invariants.yaml", 4, ProblemCode.UNKNOWN_NAME),
            tuple("invariants.yaml", 7, ProblemCode.UNKNOWN_NAME),
            tuple("invariants.yaml", 11, ProblemCode.VALUE_NOT_ALLOWED));
  }

  @Test
  void problemsOfDeclarationsAreReportedAlone() {
    String cases =
        """
        - id: own
          title: Own
          facts: {disputeType: NOT_RECEIVED, reason: IN_TRANSIT, custom: {tier: GOLD}}
          expect: {custom.queue: VIP}
        """;
    String laws =
        """
        - id: own
          law: Own
          change: {custom.orders: more}
          mayDiffer: custom
        """;
    byte[] facts =
        OwnFactsRules.declaring("name", "use", "type").row("tier", "FACTS", "CODE").bytes();
    Admission admission =
        Admission.of(
            FILES.with(
                Map.of(
                    "facts.xlsx", facts,
                    "test-cases/own.yaml", cases.getBytes(StandardCharsets.UTF_8),
                    "invariants.yaml", laws.getBytes(StandardCharsets.UTF_8))),
            List.of());
    assertThat(admission.problems())
        .extracting(RuleProblem::file, RuleProblem::cell)
        .containsExactly(tuple("facts.xlsx", "B4"));
  }

  @Test
  void lawsHoldForOwnFacts() {
    String laws =
        """
        - id: gold
          law: Gold customers with ten orders have their own queue
          when: {facts: {custom.tier: GOLD, custom.orders: ">= 10"}}
          then: {custom.queue: VIP}
        - id: more-orders
          law: The queue does not depend on the orders
          change: {custom.orders: more}
          mayDiffer: [trace]
        - id: other-tier
          law: Another tier changes nothing else
          change: {custom.tier: [absent, SILVER, GOLD]}
          mayDiffer: [custom, trace]
        """;
    Admission admission =
        Admission.of(
            FILES.with(Map.of("invariants.yaml", laws.getBytes(StandardCharsets.UTF_8))),
            List.of(),
            new Invariants.Effort(3_000, Duration.ofSeconds(30)));
    assertThat(admission.problems()).isEmpty();
    assertThat(admission.laws().notes()).isEmpty();
    assertThat(admission.laws().violations())
        .extracting(InvariantReport.Violation::law)
        .containsExactly("more-orders");
  }

  @Test
  void columnsOfOwnTermsAreAnalysed() {
    Map<String, byte[]> files = new HashMap<>();
    files.put("facts.xlsx", FILES.all().get("facts.xlsx"));
    files.put(
        "queues.xlsx",
        WorkbookFixture.table("queues", "UNIQUE", "custom.tier", "custom.orders", "-> custom.queue")
            .row("GOLD", ">= 10", "VIP")
            .row("GOLD", ">= 12", "MAIN")
            .row("SILVER", "-", "MAIN")
            .bytes());
    Tables tables = Tables.read(files, new ArrayList<>());
    List<Finding> findings = Verification.of(tables.all(), Duration.ofSeconds(10));
    assertThat(findings).extracting(Finding::code).contains(Finding.Code.OVERLAP, Finding.Code.GAP);
    Finding overlap =
        findings.stream()
            .filter(one -> one.code() == Finding.Code.OVERLAP)
            .findFirst()
            .orElseThrow();
    assertThat(FactTree.of(overlap.example(), tables.terms()))
        .hasToString("{\"custom\":{\"tier\":\"GOLD\",\"orders\":12}}");
  }

  @Test
  void declaringMoreChangesNoTable() {
    Map<String, byte[]> before = new HashMap<>(Map.of("facts.xlsx", declared("GOLD, SILVER")));
    Map<String, byte[]> after =
        new HashMap<>(
            Map.of(
                "facts.xlsx",
                OwnFactsRules.declaring("name", "use", "type", "values")
                    .row("region", "FACT", "CODE", null)
                    .row("tier", "FACT", "ENUM", "BRONZE, GOLD, SILVER")
                    .row("queue", "OUTCOME", "ENUM", "VIP, MAIN")
                    .bytes()));
    before.put("queues.xlsx", queues(12));
    after.put("queues.xlsx", queues(12));
    assertThat(changes(before, after).tables()).isEmpty();

    after.put("queues.xlsx", queues(15));
    assertThat(changes(before, after).tables())
        .flatExtracting(change -> change.outcomes().regions())
        .extracting(region -> region.sentence().toString())
        .containsExactly(
            "queues: where custom.tier is GOLD, nextOrderDiscountPercent goes from 12 to 15");
  }

  private static byte[] declared(String tiers) {
    return OwnFactsRules.declaring("name", "use", "type", "values")
        .row("tier", "FACT", "ENUM", tiers)
        .row("queue", "OUTCOME", "ENUM", "VIP, MAIN")
        .bytes();
  }

  private static byte[] queues(int discount) {
    return WorkbookFixture.table(
            "queues", "FIRST", "custom.tier", "-> custom.queue", "-> nextOrderDiscountPercent")
        .row("GOLD", "VIP", discount)
        .row("-", "MAIN", 0)
        .bytes();
  }

  private static RuleSetChanges changes(Map<String, byte[]> before, Map<String, byte[]> after) {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetChanges changes =
        RuleSetChanges.between(
            before, Tables.read(before, problems), after, Tables.read(after, problems));
    assertThat(problems).isEmpty();
    return changes;
  }

  @ParameterizedTest(name = "{0} | {1} | {2} | {3}: {4} at {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Tier  | FACT    | CODE   | -       | VALUE_NOT_ALLOWED | A4
          tier  | FACTS   | CODE   | -       | VALUE_NOT_ALLOWED | B4
          tier  | FACT    | WORD   | -       | VALUE_NOT_ALLOWED | C4
          tier  | FACT    | ENUM   | -       | MISSING           | D4
          tier  | FACT    | ENUM   | gold    | VALUE_NOT_ALLOWED | D4
          tier  | FACT    | ENUM   | A, B, A | VALUE_NOT_ALLOWED | D4
          tier  | FACT    | ENUM   | A,      | VALUE_NOT_ALLOWED | D4
          tier  | FACT    | CODE   | A, B    | VALUE_NOT_ALLOWED | D4
          order.quantity | FACT | CODE | -   | DUPLICATE_ID      | A4
          custom.a.b | FACT | CODE   | -     | VALUE_NOT_ALLOWED | A4
          tier  | -       | CODE   | -       | MISSING           | B4
          tier  | FACT    | -      | -       | MISSING           | C4
          tier  | OUTCOME | TEXT   | -       | VALUE_NOT_ALLOWED | C4
          -     | FACT    | CODE   | -       | MISSING           | A4
          other | FACT    | CODE   | -       | DUPLICATE_ID      | A5
          """)
  void wrongDeclarationsAreReportedByCell(
      String name, String use, String type, String values, ProblemCode code, String cell) {
    WorkbookFixture facts =
        OwnFactsRules.declaring("name", "use", "type", "values").row(name, use, type, values);
    if ("other".equals(name)) {
      facts.row(name, use, type, values);
    }
    assertThat(problems(facts))
        .extracting(RuleProblem::code, RuleProblem::cell)
        .containsExactly(tuple(code, cell));
  }

  @Test
  void columnsOfDeclarationsAreChecked() {
    assertThat(problems(OwnFactsRules.declaring("name", "used", "type").row("a", "FACT", "CODE")))
        .extracting(RuleProblem::code, RuleProblem::cell)
        .containsExactly(
            tuple(ProblemCode.BAD_HEADER, "B3"), tuple(ProblemCode.COLUMN_MISSING, "A3"));
    assertThat(
            problems(
                OwnFactsRules.declaring("name", "use", "type", "label.english", "name", null)
                    .row("a", "FACT", "CODE", "A", "b", "?")))
        .extracting(RuleProblem::code, RuleProblem::cell)
        .containsExactly(
            tuple(ProblemCode.BAD_HEADER, "D3"),
            tuple(ProblemCode.DUPLICATE_COLUMN, "E3"),
            tuple(ProblemCode.BAD_HEADER, "F3"));
  }

  @Test
  void allProblemsOfDeclarationsAreReportedAtOnce() {
    assertThat(
            problems(
                OwnFactsRules.declaring("name", "use", "type", "values")
                    .row("A", "FAKT", "ENUM", "a")
                    .row("b", "FACT", "DATE", null)
                    .row("b", "OUTCOME", "TEXT", "X")))
        .extracting(RuleProblem::cell)
        .containsExactlyInAnyOrder("A4", "B4", "D4", "A6", "C6", "D6");
  }

  @Test
  void rowsOfRemarksDeclareNothing() {
    assertThat(
            problems(
                OwnFactsRules.declaring("name", "use", "type", "#").row(null, null, null, "Later")))
        .isEmpty();
  }

  @Test
  void commasOfOtherKeyboardsSeparateWords() {
    OwnTerms terms =
        OwnTerms.read(
            Map.of(
                "facts.xlsx",
                OwnFactsRules.declaring("name", "use", "type", "values")
                    .row("tier", "FACT", "ENUM", "GOLD，SILVER、BRONZE")
                    .bytes()),
            new ArrayList<>());
    assertThat(terms.declarations().get(0).allowed()).containsExactly("GOLD", "SILVER", "BRONZE");
  }

  @Test
  void declarationsAreLimited() {
    WorkbookFixture facts = OwnFactsRules.declaring("name", "use", "type");
    for (int i = 1; i <= 101; i++) {
      facts.row("fact" + i, "FACT", "CODE");
    }
    assertThat(problems(facts))
        .extracting(RuleProblem::code, RuleProblem::cell)
        .containsExactly(tuple(ProblemCode.TOO_MANY_ROWS, "A104"));
  }

  @Test
  void workbookWithoutDeclarationsIsAProblem() {
    assertThat(problems(new WorkbookFixture().sheet("Notes").row("To do")))
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.SHEET_MISSING);
    assertThat(problems(WorkbookFixture.table("a", "FIRST", "reason", "-> why").row("-", "A")))
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.SHEET_MISPLACED);
  }

  @Test
  void labelsAreThoseOfTheReadersLanguageElseEnglishElseTheName() {
    OwnTerms own = RULES.tables().terms().own();
    OwnTerms.Declaration tier = own.named("tier").orElseThrow();
    assertThat(tier.label(Locale.SIMPLIFIED_CHINESE)).isEqualTo("会员等级");
    assertThat(tier.label(Locale.FRANCE)).isEqualTo("Loyalty tier");
    assertThat(own.named("orders").orElseThrow().label(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("Orders so far");
    assertThat(own.named("fee").orElseThrow().label(Locale.ENGLISH)).isEqualTo("fee");
  }

  /** The page shows the workbook row by row; cells are separated by bars. */
  @Test
  void workbookOfTheDocsDeclaresWhatThePageShows() throws IOException {
    List<RuleProblem> problems = new ArrayList<>();
    OwnTerms read =
        OwnTerms.read(
            Map.of("facts.xlsx", Files.readAllBytes(Path.of("docs/own-facts.xlsx"))), problems);
    assertThat(problems).isEmpty();
    List<List<String>> shown =
        Files.readAllLines(Path.of("docs/own-facts.md")).stream()
            .filter(line -> line.matches("\\| ([4-9]|1\\d) \\|.*"))
            .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
            .map(cells -> cells.subList(2, 8))
            .toList();
    assertThat(
            read.declarations().stream()
                .map(
                    one ->
                        List.of(
                            one.name(),
                            one.use().name(),
                            one.type().name(),
                            String.join(", ", one.allowed()),
                            one.label(Locale.ENGLISH),
                            one.label(Locale.CHINESE))))
        .isEqualTo(shown);
    assertThat(read.declarations())
        .extracting(OwnTerms.Declaration::type)
        .contains(CustomFacts.Type.values());
  }

  @Test
  void undeclaredColumnsAndPlaceholdersAreProblems() {
    Map<String, byte[]> changed = new HashMap<>();
    changed.put(
        "queues.xlsx",
        WorkbookFixture.table("queues", "FIRST", "custom.tire", "-> custom.queue")
            .row("GOLD", "VIP")
            .bytes());
    changed.put(
        "letters/en.txt",
        OwnFactsRules.letters(
            FILES, "We sold it at {custom_store}", "We sold it at {custom_shop}"));
    List<RuleProblem> problems = new ArrayList<>();
    assertThat(RuleSet.read(FILES.with(changed), problems)).isEmpty();
    assertThat(problems)
        .extracting(RuleProblem::code)
        .contains(ProblemCode.UNKNOWN_NAME, ProblemCode.PLACEHOLDER_UNKNOWN);
  }

  private static List<RuleProblem> problems(WorkbookFixture facts) {
    List<RuleProblem> problems = new ArrayList<>();
    OwnTerms.read(Map.of("facts.xlsx", facts.bytes()), problems);
    return problems;
  }

  private static List<FactProblem> problems(RuleSet rules, String custom) {
    return read(rules, custom).fold(dispute -> List.of(), problems -> problems);
  }

  private static Decision decided(String custom) {
    return read(RULES, custom)
        .fold(
            RULES::decide,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private static ReadResult read(RuleSet rules, String custom) {
    return DisputeReader.read(
        DRESS.formatted(custom).getBytes(StandardCharsets.UTF_8),
        rules.customFacts(),
        country -> LocalDate.of(2026, 6, 2));
  }
}
