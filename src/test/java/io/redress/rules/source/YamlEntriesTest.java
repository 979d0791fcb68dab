package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlEntriesTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final int MILLION = 1_000_000;

  private final List<RuleProblem> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "true, BOOLEAN",
    "null, NULL",
    "~, NULL",
    "-7, NUMBER",
    "0.50, NUMBER",
    "1234567890123456789012345678901, NUMBER",
    "12345678901234567890123456789012, STRING",
    "1e9, STRING",
    "1e999999999, STRING",
    "0x7fffffff, STRING",
    "0b1111, STRING",
    "0777, STRING",
    "1_000, STRING",
    "190:20:30, STRING",
    "190:20:30.15, STRING",
    ".inf, STRING",
    ".nan, STRING",
    "2026-03-01, STRING",
    "2026-03-01T10:00:00Z, STRING",
    "NO, STRING",
    "<<, STRING",
    "=, STRING",
  })
  void onlyPlainNumbersTruthsAndNullHaveTypes(String written, String type) {
    List<LocatedJson> entries = read("- id: " + written + "\n");
    assertThat(problems).isEmpty();
    assertThat(entries.get(0).tree().get("id").getNodeType()).hasToString(type);
  }

  /** Each of these takes some parser of YAML minutes, or all of its stack. */
  @ParameterizedTest
  @ValueSource(strings = {"9", "1:", "1_", "0", ".1", "1e", "-", "0x", "2001-1", " 1", "=", "~"})
  void longValueIsAProblemAtOnce(String repeated) {
    String value = "1" + repeated.repeat(MILLION) + "1";
    assertTimeoutPreemptively(AT_ONCE, () -> read("- id: a\n  x: " + value + "\n  y: 1\n"));
    String longest = value.substring(0, 90_000);
    assertThat(problems).hasSize(1);
    assertTimeoutPreemptively(
        AT_ONCE, () -> read(("- id: a\n  x: '" + longest + "'\n").repeat(100)));
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE);
              assertThat(problem.toString())
                  .startsWith("laws.yaml:2: ")
                  .contains("the line is longer than 100000 bytes")
                  .hasSizeLessThan(200);
            });
  }

  @Test
  void longValueOfManyLinesAndLongKeyAreProblems() {
    read("- id: |\n" + "    much\n".repeat(30_000) + "- ? " + "a".repeat(2_000) + "\n  : 1\n");
    assertThat(problems).hasSize(2);
    assertThat(problems.get(0).toString())
        .startsWith("laws.yaml:1: ")
        .contains("a value is longer than 100000 characters");
    assertThat(problems.get(1).code()).isEqualTo(ProblemCode.BAD_KEY);
    assertThat(problems.get(1).toString()).startsWith("laws.yaml:30002: ").hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void deepNestingIsAProblemAtOnce(String opened) {
    assertTimeoutPreemptively(AT_ONCE, () -> read("- id: " + opened.repeat(10_000)));
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_YAML));
  }

  @Test
  void aliasesDoNotMultiply() {
    StringBuilder laughs = new StringBuilder("- a: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 15; level++) {
      laughs.append("  b%d: &l%d [".formatted(level, level));
      laughs.append(("*l" + (level - 1) + ", ").repeat(10)).append("x]\n");
    }
    assertTimeoutPreemptively(AT_ONCE, () -> read(laughs.toString()));
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("aliases"));
  }

  @Test
  void longFileIsAProblemAtOnce() {
    String file = "- id: a\n" + "# no comment\n".repeat(MILLION);
    assertTimeoutPreemptively(AT_ONCE, () -> read(file));
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE));
  }

  private List<LocatedJson> read(String text) {
    return YamlEntries.read("laws.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
  }
}
