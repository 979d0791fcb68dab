package io.redress.check.admission;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.redress.EditedRules;
import io.redress.check.invariant.Invariants.Effort;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that cannot be read is one problem, and not hundreds in the files that refer to it. */
class CausesFirstTest {
  private static final String EN = "letters/en.txt";
  private static final String PROMISES = "promises.xlsx";
  private static final String CALENDAR = "calendar.xlsx";
  private static final String CASES = "test-cases/customs.yaml";
  private static final RuleSetFiles SHIPPED =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());

  /** Drools reports a syntax error where a rule begins, and once more where it goes on. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("unreadable")
  void anUnreadableFileIsOneProblem(String file, ProblemCode code, byte[] content) {
    List<RuleProblem> problems = problems(SHIPPED.with(Map.of(file, content)));

    assertThat(problems).hasSizeLessThanOrEqualTo(code == ProblemCode.DRL_SYNTAX ? 2 : 1);
    assertThat(problems).extracting(RuleProblem::file).containsOnly(file);
    assertThat(problems).extracting(RuleProblem::code).containsOnly(code);
  }

  static Stream<Arguments> unreadable() {
    byte[] promises = shipped(PROMISES);
    byte[] calendar = shipped(CALENDAR);
    return Stream.of(
        arguments(EN, ProblemCode.NOT_UTF8, text(EN).getBytes(UTF_16)),
        arguments(EN, ProblemCode.NOT_UTF8, text(EN).getBytes(UTF_16LE)),
        arguments("letters/de.txt", ProblemCode.NOT_UTF8, text("letters/de.txt").getBytes(UTF_16)),
        arguments(PROMISES, ProblemCode.NOT_A_WORKBOOK, new byte[0]),
        arguments(PROMISES, ProblemCode.NOT_A_WORKBOOK, "reason,daysLate".getBytes(UTF_8)),
        arguments(PROMISES, ProblemCode.NOT_A_WORKBOOK, half(promises)),
        arguments(PROMISES, ProblemCode.ENCRYPTED, compoundFile("EncryptedPackage")),
        arguments(PROMISES, ProblemCode.NOT_A_WORKBOOK, compoundFile("Workbook")),
        arguments("parts.xlsx", ProblemCode.NOT_A_WORKBOOK, half(shipped("parts.xlsx"))),
        arguments(CALENDAR, ProblemCode.NOT_A_WORKBOOK, half(calendar)),
        arguments(
            CALENDAR,
            ProblemCode.SHEET_MISSING,
            edited(CALENDAR, book -> book.removeSheetAt(book.getSheetIndex("Countries")))),
        arguments(
            CALENDAR,
            ProblemCode.COLUMN_MISSING,
            edited(CALENDAR, book -> blank(book.getSheet("Countries").getRow(2), 2))),
        arguments(
            CALENDAR,
            ProblemCode.COLUMN_MISSING,
            edited(CALENDAR, book -> blank(book.getSheet("Closures").getRow(2), 1))),
        arguments(
            "flow.drl",
            ProblemCode.DRL_SYNTAX,
            text("flow.drl").replaceFirst("\nrule ", "\nrul ").getBytes(UTF_8)),
        arguments("flow.drl", ProblemCode.NOT_UTF8, text("flow.drl").getBytes(UTF_16)),
        arguments("flow.drl", ProblemCode.NOT_UTF8, text("flow.drl").getBytes(UTF_16LE)),
        arguments("invariants.yaml", ProblemCode.NOT_YAML, broken("invariants.yaml")),
        arguments(CASES, ProblemCode.NOT_YAML, broken(CASES)),
        arguments(CASES, ProblemCode.NOT_UTF8, text(CASES).getBytes(UTF_16)),
        arguments(
            PROMISES,
            ProblemCode.BAD_HEADER,
            edited(PROMISES, book -> blank(book.getSheet("Goodwill").getRow(0), 1))),
        arguments(
            PROMISES,
            ProblemCode.BAD_HEADER,
            edited(PROMISES, book -> blank(book.getSheet("Goodwill").getRow(2), 3))));
  }

  /** The flow asks for all of its tables: that they are missing is one problem. */
  @Test
  void aMissingWorkbookIsOneProblem() {
    Map<String, byte[]> files = new TreeMap<>(SHIPPED.all());
    files.remove("not-received.xlsx");

    assertThat(problems(RuleSetFiles.of(files)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TABLE_MISSING);
              assertThat(problem.message()).contains("at-customs", "do not exist");
            });
  }

  @Test
  void aMissingSheetIsOneProblem() {
    byte[] promises = edited(PROMISES, book -> book.removeSheetAt(book.getSheetIndex("Goodwill")));

    assertThat(problems(SHIPPED.with(Map.of(PROMISES, promises))))
        .extracting(RuleProblem::code, RuleProblem::value)
        .containsExactly(tuple(ProblemCode.TABLE_MISSING, "goodwill"));
  }

  /** What other languages have says that the English file is cut, and not they too long. */
  @Test
  void textsMissingInEnglishAreNotUnknownInOtherLanguages() {
    String[] sections = text(EN).split("(?m)^(?=\\[)");
    String cut = String.join("", Arrays.copyOf(sections, sections.length / 2));

    List<RuleProblem> problems = problems(SHIPPED.with(Map.of(EN, cut.getBytes(UTF_8))));

    assertThat(problems).hasSizeGreaterThan(5).extracting(RuleProblem::file).containsOnly(EN);
    assertThat(problems).extracting(RuleProblem::code).containsOnly(ProblemCode.TEXT_MISSING);
  }

  /** Problems that do not follow from it are reported behind the cause. */
  @Test
  void otherProblemsFollowTheCause() {
    byte[] parts =
        edited(
            "parts.xlsx",
            book ->
                book.getSheet("Missing - value").getRow(2).getCell(0).setCellValue("no such fact"));

    List<RuleProblem> problems =
        problems(SHIPPED.with(Map.of("parts.xlsx", parts, PROMISES, half(shipped(PROMISES)))));

    assertThat(problems.get(0).file()).isEqualTo(PROMISES);
    assertThat(problems.subList(1, problems.size()))
        .isNotEmpty()
        .extracting(RuleProblem::file)
        .containsOnly("parts.xlsx");
  }

  private static List<RuleProblem> problems(RuleSetFiles files) {
    Admission admission = Admission.of(files, List.of(), new Effort(1, Duration.ofSeconds(1)));
    assertThat(admission.readable()).isFalse();
    assertThat(admission.findings())
        .containsExactlyElementsOf(
            admission.problems().stream().map(RuleProblem::toString).toList());
    return admission.problems();
  }

  private static byte[] shipped(String file) {
    return SHIPPED.all().get(file);
  }

  private static String text(String file) {
    return new String(shipped(file), UTF_8);
  }

  private static byte[] half(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  private static byte[] broken(String file) {
    return text(file).replaceFirst("(?m)^- id: (.*)$", "- id: [$1").getBytes(UTF_8);
  }

  /** The beginning of what older and protected workbooks are written as. */
  private static byte[] compoundFile(String stream) {
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    byte[] file = Arrays.copyOf(magic, 2_048);
    byte[] name = stream.getBytes(UTF_16LE);
    System.arraycopy(name, 0, file, 1_024, name.length);
    return file;
  }

  private static byte[] edited(String file, Consumer<XSSFWorkbook> change) {
    try {
      return EditedRules.edited(Path.of("rules", file), change);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void blank(XSSFRow row, int column) {
    row.getCell(column).setBlank();
  }
}
