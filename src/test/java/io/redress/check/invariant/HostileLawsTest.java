package io.redress.check.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in {@code invariants.yaml}, it is read or its problems are reported. */
class HostileLawsTest {
  private static final Invariants.Effort SMALL_EFFORT =
      new Invariants.Effort(20, Duration.ofSeconds(30));
  private static final List<String> VALUES =
      List.of(
          "null",
          "[]",
          "{}",
          "[[]]",
          "-1",
          "9".repeat(30),
          "0.1",
          "absent",
          "''",
          "~",
          "2026-02-30",
          "!!javax.script.ScriptEngineManager []",
          "&a [*a]",
          "*b",
          "{? [x] : y}",
          "\"\\u0000\"",
          "{anyOf: 1}",
          "{contains: {}}",
          "{from: x}",
          "\"[5..\"",
          "asOf",
          "{a.b: {~0: 1}}");

  private final List<RuleProblem> problems = new ArrayList<>();

  private void read(byte[] bytes) {
    Invariants.read(Map.of(RuleSetFiles.INVARIANTS, bytes), problems)
        .check(
            SampleDeciders::steady,
            Tables.read(Map.of(), new ArrayList<>()),
            List.of(),
            SMALL_EFFORT);
  }

  static Stream<byte[]> noLaws() {
    String bomb =
        "- &a [x, x]\n- &b [*a, *a, *a, *a]\n- &c [*b, *b, *b, *b]\n- &d [*c, *c, *c, *c]\n";
    return Stream.of(
            "",
            "law",
            "{}",
            "- []",
            "- null",
            "- - -",
            "- id: [",
            "- &a [*a]",
            "- !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost\"]]",
            "- {? {a: b} : c}",
            "- id: one\n- *unknown",
            "- \u0000",
            "%YAML 9.9\n---\n- x",
            "--- []\n--- []",
            "- " + "[".repeat(100_000),
            "- " + "x".repeat(1_000_000),
            "- x\n".repeat(50_000),
            bomb)
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("noLaws")
  void invalidFileIsAProblem(byte[] bytes) {
    read(bytes);

    assertThat(problems).isNotEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shippedLawsWithReplacedValuesAreReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines =
        new ArrayList<>(Files.readAllLines(Path.of("rules", RuleSetFiles.INVARIANTS)));
    for (int i = 0; i < 5; i++) {
      int line = random.nextInt(lines.size());
      String value = VALUES.get(random.nextInt(VALUES.size()));
      String old = random.nextBoolean() ? ": [^:{}]*" : ": .*";
      lines.set(line, lines.get(line).replaceFirst(old, ": " + value.replace("\\", "\\\\")));
    }

    assertThatCode(() -> read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
  }
}
