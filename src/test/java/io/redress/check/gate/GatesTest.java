package io.redress.check.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.check.gate.GateReview.State;
import io.redress.check.gate.GateReview.Unfit;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final String ACTIVE = "0123456789ab";
  private static final String RUN = "impactRun: {days: 30, maxAgeDays: 7}\n";

  /** Without problems, so that each test adds its own. */
  private static final String GATE =
      "gates:\n- id: costly\n  gate: Costly changes need two.\n  then: SECOND_ADMIN\n";

  private final List<RuleProblem> problems = new ArrayList<>();

  private Optional<Gates> read(String yaml) {
    return Gates.read(Map.of(RuleSetFiles.GATES, yaml.getBytes(StandardCharsets.UTF_8)), problems);
  }

  private Gates valid(String yaml) {
    Optional<Gates> gates = read(yaml);
    assertThat(problems).isEmpty();
    return gates.orElseThrow();
  }

  private Gates above(String limits) {
    return valid(RUN + GATE + "  above: " + limits + "\n");
  }

  private static Measurements.Run run(
      Duration period, long decided, long changed, Map<String, BigDecimal> difference) {
    return new Measurements.Run(
        "run-1",
        true,
        ACTIVE,
        true,
        BigDecimal.ONE,
        NOW.minus(period),
        NOW,
        decided,
        changed,
        0,
        difference);
  }

  private static Measurements known(Measurements.Run... newestFirst) {
    return new Measurements(List.of(newestFirst), NOW.minus(Duration.ofDays(1_000)));
  }

  private static GateReview review(Gates gates, Measurements known) {
    return gates.review(known, ACTIVE, false, NOW);
  }

  @Test
  void ruleSetWithoutTheFileHasNoGates() {
    assertThat(Gates.read(Map.of(), problems)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void exampleOfTheDocumentationIsRead() throws IOException {
    String docs = Files.readString(Path.of("docs/insight.md"));
    int begin = docs.indexOf("```yaml\nimpactRun:") + "```yaml\n".length();
    Gates gates = valid(docs.substring(begin, docs.indexOf("```", begin)));

    assertThat(gates.requirement()).isEqualTo(new RunRequirement(30, 7, new BigDecimal("0.3")));
    assertThat(gates.all())
        .extracting(Gate::id, gate -> gate.above().changedPercent(), Gate::then)
        .containsExactly(
            Tuple.tuple("expensive", null, Gate.Then.SECOND_ADMIN),
            Tuple.tuple("far-reaching", BigDecimal.valueOf(5), Gate.Then.SECOND_ADMIN),
            Tuple.tuple("too-far", BigDecimal.valueOf(50), Gate.Then.REFUSE));
    assertThat(gates.all().get(0).above().monthlyCost().keySet()).containsExactly("EUR", "USD");
  }

  @Test
  void anImpactRunAloneIsEnough() {
    Gates gates = valid(RUN);

    assertThat(gates.all()).isEmpty();
    assertThat(review(gates, Measurements.NONE).unfit()).isEqualTo(Unfit.NONE);
    assertThat(review(gates, known(run(Duration.ofDays(30), 1, 1, Map.of()))).reasons(false))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | 1 | NOT_A_GATE | Begin it with \"impactRun:\".",
        "~ | 1 | NOT_A_GATE | the file has no gates.",
        "gates: [] | 1 | MISSING | there is no impactRun.",
        "impactRun: 30 | 1 | MISSING | there is no impactRun.",
        "impactRum: {} | 1 | UNKNOWN_KEY | impactRum is unknown in gates.yaml. Did you mean"
            + " impactRun?",
        "impactRun: {days: 30} | 1 | MISSING | there is no maxAgeDays.",
        "impactRun: {days: 0, maxAgeDays: 7} | 1 | VALUE_OUT_OF_RANGE | days 0 is below 1. Use 1"
            + " to 366.",
        "impactRun: {days: 367, maxAgeDays: 7} | 1 | VALUE_OUT_OF_RANGE | days 367 is above 366.",
        "impactRun: {days: 1.5, maxAgeDays: 7} | 1 | WRONG_TYPE | days is not a whole number.",
        "impactRun: {days: 30, maxAgeDays: week} | 1 | WRONG_TYPE | maxAgeDays is not a whole"
            + " number. Write one, such as 7.",
        "impactRun:\\n  days: 30\\n  maxAgeDay: 7 | 3 | UNKNOWN_KEY | Did you mean maxAgeDays?",
        "impactRun: {days: 3, maxAgeDays: 7, redemptionRate: 30} | 1 | VALUE_OUT_OF_RANGE |"
            + " redemptionRate 30 is above 1.",
        "impactRun: {days: 3, days: 4, maxAgeDays: 7} | 1 | DUPLICATE_KEY | the key days",
        "R\\ngates: no | 2 | NOT_A_GATE | gates is not a list.",
        "R\\ngates:\\n- none | 3 | NOT_A_GATE | this entry is not a gate. Begin it with \"- id:\".",
        "R\\ngates:\\n- {id: A b, gate: x, then: REFUSE, above: {changedPercent: 5}} | 3 | BAD_ID |"
            + " A b is not a valid id.",
        "R\\ngates:\\n- &a {id: a, gate: x, then: REFUSE, above: {changedPercent: 5}}\\n- *a | 3 |"
            + " ALIAS | aliases",
        "G\\n  above: {} | 6 | MISSING | the gate has no limit.",
        "G\\n  abov: {} | 6 | UNKNOWN_KEY | abov is unknown in a gate. Did you mean above?",
        "G\\n  above: {changedPercent: 5%} | 6 | WRONG_TYPE | changedPercent is not a number.",
        "G\\n  above: {changedPercent: 101} | 6 | VALUE_OUT_OF_RANGE | is above 100.",
        "G\\n  above: {changePercent: 1} | 6 | UNKNOWN_KEY | Did you mean changedPercent?",
        "G\\n  above: {monthlyCost: 1000} | 6 | WRONG_TYPE | Write it as {amount: 1000, currency:"
            + " USD}.",
        "G\\n  above: {monthlyCost: []} | 6 | WRONG_TYPE | this is not an amount of money.",
        "G\\n  above: {monthlyCost: {amount: 5}} | 6 | MISSING | has no currency.",
        "G\\n  above: {monthlyCost: {amount: 5, currency: UDS}} | 6 | VALUE_NOT_ALLOWED | UDS is"
            + " not a currency.",
        "G\\n  above: {monthlyCost: {amount: 5, currency: XXX}} | 6 | VALUE_NOT_ALLOWED | XXX is"
            + " not a currency.",
        "G\\n  above: {monthlyCost: {amount: -5, currency: USD}} | 6 | VALUE_OUT_OF_RANGE | is"
            + " below 0.",
        "G\\n  above: {monthlyCost: {amount: 0.5, currency: JPY}} | 6 | VALUE_OUT_OF_RANGE | 0.5"
            + " has more decimals than JPY has. Use at most 0.",
        "G\\n  above: {monthlyCost: {amount: 5, curency: USD}} | 6 | UNKNOWN_KEY | Did you mean"
            + " currency?",
        "G\\n  above:\\n    monthlyCost:\\n    - {amount: 5, currency: USD}\\n    - {amount: 6,"
            + " currency: USD} | 9 | DUPLICATE_KEY | there are two limits in USD.",
        "R\\ngates:\\n- {id: a, gate: x, then: ADMIN, above: {changedPercent: 5}} | 3 |"
            + " VALUE_NOT_ALLOWED | ADMIN is not a value of then.",
        "R\\ngates:\\n- {id: a, gate: '', then: REFUSE, above: {changedPercent: 5}} | 3 | MISSING |"
            + " the gate has no gate.",
        "R\\ngates:\\n- {id: a, gate: x, then: REFUSE, above: {changedPercent: 5}}\\n- {id: a, gate:"
            + " x, then: REFUSE, above: {changedPercent: 5}} | 4 | DUPLICATE_ID | another gate is"
            + " called a.",
        "a: [ | 1 | NOT_YAML | this is not YAML",
      })
  void problemsAreReportedByLine(String yaml, int line, ProblemCode code, String message) {
    String written =
        yaml.replace("\\n", "\n")
            .replaceFirst("^R", RUN.strip())
            .replaceFirst("^G", (RUN + GATE).strip());

    assertThat(read(written)).isEmpty();
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.file()).isEqualTo("gates.yaml");
              assertThat(problem.toString()).contains(message);
            });
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    read(
        """
        impactRun: {days: none}
        gates:
        - id: One
          above: {changedPercent: 500, monthlyCost: {amount: x, currency: GOLD}}
          then: NEVER
        - second
        """);

    assertThat(problems)
        .extracting(RuleProblem::line, RuleProblem::code)
        .containsExactlyInAnyOrder(
            Tuple.tuple(1, ProblemCode.WRONG_TYPE),
            Tuple.tuple(1, ProblemCode.MISSING),
            Tuple.tuple(3, ProblemCode.BAD_ID),
            Tuple.tuple(3, ProblemCode.MISSING),
            Tuple.tuple(4, ProblemCode.VALUE_OUT_OF_RANGE),
            Tuple.tuple(4, ProblemCode.WRONG_TYPE),
            Tuple.tuple(4, ProblemCode.VALUE_NOT_ALLOWED),
            Tuple.tuple(5, ProblemCode.VALUE_NOT_ALLOWED),
            Tuple.tuple(6, ProblemCode.NOT_A_GATE));
  }

  @Test
  void largeFileIsRefused() {
    assertThat(read(RUN + "# " + "x".repeat(70_000))).isEmpty();
    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 5, WITHIN",
    "100, 6, ABOVE",
    "0, 0, WITHIN",
    "1999, 99, WITHIN",
    "1999, 100, ABOVE",
  })
  void shareOfChangedDecisions(long decided, long changed, State state) {
    GateReview review =
        review(
            above("{changedPercent: 5}"),
            known(run(Duration.ofDays(30), decided, changed, Map.of())));

    assertThat(review.results()).extracting(GateReview.Result::state).containsExactly(state);
    assertThat(review.needsSecondAdmin()).isEqualTo(state == State.ABOVE);
    assertThat(review.reasons(true)).isEmpty();
    assertThat(review.reasons(false)).hasSize(state == State.ABOVE ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "30, USD, 1000.00, WITHIN, ",
    "30, USD, 1000.01, ABOVE, 1000.01",
    "31, USD, 1033.33, WITHIN, ",
    "31, USD, 1033.34, ABOVE, 1000.01",
    "30, USD, -5000.00, WITHIN, ",
    "30, EUR, 0.00, WITHIN, ",
    "30, EUR, 0.01, ABOVE, 0.01",
    "30, KWD, 0.001, ABOVE, 0.001",
  })
  void moneyIsScaledToThirtyDays(
      int days, String currency, BigDecimal difference, State state, BigDecimal monthly) {
    GateReview review =
        review(
            above("{monthlyCost: {amount: 1000, currency: USD}}"),
            known(run(Duration.ofDays(days), 10, 1, Map.of(currency, difference))));

    GateReview.Result result = review.results().get(0);
    assertThat(result.state()).isEqualTo(state);
    assertThat(result.excesses())
        .extracting(GateReview.Excess::currency, GateReview.Excess::measured)
        .isEqualTo(monthly == null ? List.of() : List.of(Tuple.tuple(currency, monthly)));
  }

  /** A journal of ten days: the month costs three times as much. */
  @Test
  void monthlyCostIsThatOfTheTimeWithDecisions() {
    Gates gates = above("{monthlyCost: {amount: 1000, currency: USD}}");
    Measurements.Run run = run(Duration.ofDays(30), 10, 1, Map.of("USD", new BigDecimal("333.34")));

    assertThat(review(gates, known(run)).exceeded()).isEmpty();
    assertThat(
            review(gates, new Measurements(List.of(run), NOW.minus(Duration.ofDays(10))))
                .exceeded())
        .containsExactly("costly");
  }

  @Test
  void lessThanADayCountsAsADay() {
    Gates gates = above("{monthlyCost: {amount: 30, currency: USD}}");
    Instant justNow = NOW.minus(Duration.ofMinutes(1));

    for (String cost : List.of("1.00", "1.01")) {
      Measurements.Run run = run(Duration.ofDays(30), 1, 1, Map.of("USD", new BigDecimal(cost)));
      assertThat(review(gates, new Measurements(List.of(run), justNow)).exceeded())
          .hasSize(cost.equals("1.00") ? 0 : 1);
    }
  }

  private static Measurements.Run changed(Measurements.Run run, Unfit how) {
    boolean rate = how == Unfit.OTHER_REDEMPTION_RATE;
    Duration later = how == Unfit.TOO_OLD ? Duration.ofDays(7).plusMillis(1) : Duration.ZERO;
    Instant from = run.from();
    return new Measurements.Run(
        run.id(),
        how != Unfit.AT_WORK,
        how == Unfit.OTHER_RULE_SET ? "ffffffffffff" : run.against(),
        how != Unfit.INCOMPLETE,
        rate ? BigDecimal.ZERO : run.redemptionRate(),
        from == null
            ? null
            : from.minus(later)
                .plusMillis(how == Unfit.TOO_SHORT ? 1 : 0)
                .minusMillis(
                    how == Unfit.TOO_LONG ? Duration.ofDays(1).plusMillis(1).toMillis() : 0),
        run.before().minus(later),
        run.decided(),
        run.changed(),
        how == Unfit.LOST ? 1 : 0,
        run.difference());
  }

  @ParameterizedTest
  @EnumSource(Unfit.class)
  void unfitRunIsNamed(Unfit unfit) {
    Gates gates = above("{changedPercent: 5}");
    Measurements.Run fit = run(Duration.ofDays(30), 10, 1, Map.of());
    Measurements known = unfit == Unfit.NONE ? Measurements.NONE : known(changed(fit, unfit));

    GateReview review = review(gates, known);

    assertThat(review.run()).isNull();
    assertThat(review.unfit()).isEqualTo(unfit);
    assertThat(review.results()).extracting(GateReview.Result::state).containsOnly(State.UNKNOWN);
    assertThat(review.reasons(true)).hasSize(1);
    assertThat(review.reasons(true).get(0).in(Locale.SIMPLIFIED_CHINESE)).contains("影响对比");
    if (unfit != Unfit.NONE) {
      assertThat(review(gates, known(changed(fit, unfit), fit)).run()).isEqualTo(fit);
    }
  }

  @Test
  void limitsOfAgeAndDaysAreAllowed() {
    Gates gates = valid(RUN);
    Measurements.Run run = run(Duration.ofDays(30), 10, 1, Map.of());
    Instant last = NOW.plus(Duration.ofDays(7));

    assertThat(gates.review(known(run), ACTIVE, false, last).run()).isEqualTo(run);
    assertThat(gates.review(known(run), ACTIVE, false, last.plusMillis(1)).unfit())
        .isEqualTo(Unfit.TOO_OLD);
  }

  @Test
  void youngJournalIsCoveredAsAWhole() {
    Gates gates = valid(RUN);
    Measurements.Run run = run(Duration.ofDays(3), 10, 1, Map.of());
    Instant from = NOW.minus(Duration.ofDays(3));

    assertThat(review(gates, new Measurements(List.of(run), from)).run()).isEqualTo(run);
    assertThat(review(gates, new Measurements(List.of(run), from.minusMillis(1))).unfit())
        .isEqualTo(Unfit.TOO_SHORT);
    assertThat(review(gates, new Measurements(List.of(run), null)).unfit())
        .isEqualTo(Unfit.TOO_SHORT);
  }

  /** One in a hundred may be lost, and counts as changed. */
  @Test
  void lostDecisionsCountAsChanged() {
    Gates gates = above("{changedPercent: 5}");
    for (long changed : List.of(4, 5)) {
      Measurements.Run run = run(Duration.ofDays(30), 99, changed, Map.of());
      Measurements.Run lossy =
          new Measurements.Run(
              run.id(),
              true,
              ACTIVE,
              true,
              BigDecimal.ONE,
              run.from(),
              NOW,
              99,
              changed,
              1,
              Map.of());
      assertThat(review(gates, known(lossy)).exceeded()).hasSize(changed == 4 ? 0 : 1);
    }
  }

  @Test
  void refusedIsRefusedForEveryone() {
    Gates gates =
        valid(RUN + GATE.replace("SECOND_ADMIN", "REFUSE") + "  above: {changedPercent: 0}\n");
    GateReview review = review(gates, known(run(Duration.ofDays(30), 10, 1, Map.of())));

    assertThat(review.refused()).isTrue();
    assertThat(review.needsSecondAdmin()).isFalse();
    assertThat(review.reasons(true))
        .extracting(Phrase::toString)
        .containsExactly(
            "Gate costly: Costly changes need two. Impact run run-1 is above its limit. Change"
                + " less.");
  }

  @Test
  void changedGatesNeedASecondAdminWhateverTheyCost() {
    GateReview review =
        valid(RUN).review(known(run(Duration.ofDays(30), 10, 0, Map.of())), ACTIVE, true, NOW);

    assertThat(review.needsSecondAdmin()).isTrue();
    assertThat(review.reasons(true)).isEmpty();
    assertThat(review.reasons(false))
        .extracting(Phrase::toString)
        .singleElement()
        .asString()
        .startsWith("It changes gates.yaml.");
  }

  /** What a lower limit allows, a higher one allows, too; each gate decides by itself. */
  @Test
  void higherLimitNeverBlocksWhatALowerOneAllows() {
    Random random = new Random(20_261_130);
    Set<State> seen = EnumSet.noneOf(State.class);
    for (int i = 0; i < 5_000; i++) {
      Measurements known = random(random);
      List<BigDecimal> limits =
          Stream.generate(() -> BigDecimal.valueOf(random.nextInt(2_000), 1))
              .limit(4)
              .sorted(Comparator.naturalOrder())
              .toList();
      boolean money = random.nextBoolean();
      List<Gate> gates =
          IntStream.range(0, limits.size())
              .mapToObj(n -> gate("g" + n, limits.get(n), money))
              .toList();
      RunRequirement needed = new RunRequirement(10, 10, BigDecimal.ONE);
      List<State> states =
          new Gates(needed, gates)
              .review(known, ACTIVE, false, NOW).results().stream()
                  .map(GateReview.Result::state)
                  .toList();

      assertThat(states)
          .isSortedAccordingTo(Comparator.comparing((State one) -> one != State.ABOVE));
      for (int n = 0; n < gates.size(); n++) {
        assertThat(
                new Gates(needed, List.of(gates.get(n)))
                    .review(known, ACTIVE, false, NOW)
                    .results()
                    .get(0)
                    .state())
            .isEqualTo(states.get(n));
      }
      seen.addAll(states);
    }
    assertThat(seen).containsExactlyInAnyOrder(State.values());
  }

  private static Gate gate(String id, BigDecimal limit, boolean money) {
    return new Gate(
        id,
        "A law.",
        money
            ? new Gate.Limits(null, Map.of("EUR", limit, "USD", limit))
            : new Gate.Limits(limit, Map.of()),
        Gate.Then.SECOND_ADMIN);
  }

  private static Measurements random(Random random) {
    int decided = random.nextInt(50);
    Map<String, BigDecimal> difference = new TreeMap<>();
    for (String currency : List.of("EUR", "USD")) {
      if (random.nextBoolean()) {
        difference.put(currency, BigDecimal.valueOf(random.nextInt(40_000) - 20_000, 2));
      }
    }
    Measurements.Run run =
        run(
            Duration.ofHours(200 + random.nextInt(1_000)),
            decided,
            random.nextInt(decided + 1),
            difference);
    return random.nextInt(20) == 0
        ? Measurements.NONE
        : new Measurements(List.of(run), NOW.minus(Duration.ofHours(random.nextInt(2_000))));
  }
}
