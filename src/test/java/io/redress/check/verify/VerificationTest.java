package io.redress.check.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Patience;
import io.redress.check.verify.Finding.Code;
import io.redress.check.verify.Finding.Severity;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.Tables;
import io.redress.rules.table.Term;
import io.redress.rules.table.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VerificationTest {

  @Test
  void errorsComeFirstAndNotesLast() {
    var workbook =
        WorkbookFixture.table("first", "FIRST", "reason", "-> why")
            .row("LOST", "A")
            .row("LOST", "B")
            .addTable("unique", "UNIQUE", "reason", "-> why")
            .row("LOST", "A")
            .row("LOST, DAMAGED", "B");

    assertThat(VerificationFixture.findings(workbook))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.NOTE);
  }

  @Test
  void orderOfFirstTablesIsNoFinding() {
    var table =
        WorkbookFixture.table("remedy", "FIRST", "reason", "daysLate", "-> why")
            .row("LOST", "-", "A")
            .row("-", "> 7", "B")
            .row("-", "-", "C");

    assertThat(VerificationFixture.overlaps(table)).hasSize(1);
    assertThat(VerificationFixture.findings(table)).isEmpty();
  }

  @Test
  void shippedTablesHaveNoErrorsAndNoUnreachableRows() throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> found = Files.list(Path.of("rules"))) {
      for (Path path : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    List<RuleProblem> problems = new ArrayList<>();

    assertThat(Verification.of(Tables.read(files, problems).all()))
        .isNotEmpty()
        .allMatch(found -> found.severity() == Severity.NOTE);
    assertThat(problems).isEmpty();
  }

  @Test
  void expiredBudgetIsReported() {
    var workbook =
        WorkbookFixture.table("remedy", "FIRST", "reason", "-> why")
            .row("LOST", "A")
            .row("DAMAGED", "B");

    assertThat(Verification.of(VerificationFixture.tables(workbook), Duration.ZERO))
        .isNotEmpty()
        .allMatch(found -> found.code() == Code.NOT_FINISHED)
        .extracting(Finding::message)
        .contains(
            "the analysis ran out of time and did not show whether rows 4 and 5 can be reached."
                + " Split the table.");
  }

  @Test
  @Timeout(Patience.SECONDS)
  void longTablesAreAnalysedInFull() {
    Random random = new Random(1);
    List<String> names = List.of("reason", "situation", "order.buyerCountry", "daysLate");
    var workbook =
        WorkbookFixture.table(
            "long", "FIRST", Stream.concat(names.stream(), Stream.of("-> why")).toArray());
    for (int row = 0; row < 2_000; row++) {
      workbook.row(
          "LOST, " + (random.nextBoolean() ? "DAMAGED" : "IN_TRANSIT"),
          "S" + random.nextInt(20),
          random.nextBoolean() ? "DE, FR" : "not(US, FR)",
          "> " + random.nextInt(500),
          "W" + random.nextInt(5));
    }

    assertThat(Verification.of(VerificationFixture.tables(workbook), Duration.ofMinutes(1)))
        .extracting(Finding::code)
        .contains(Code.UNREACHABLE, Code.GAP)
        .doesNotContain(Code.NOT_FINISHED);
  }

  /** Finding gaps between rows of three conditions is as hard as 3-SAT. */
  @Test
  @Timeout(Patience.SECONDS)
  void hardTableEndsWithinItsBudget() {
    List<Term> terms = Vocabulary.terms();
    Random random = new Random(7);
    List<String> names = new ArrayList<>(terms.stream().map(Term::name).toList());
    names.add("-> why");
    var workbook = WorkbookFixture.table("puzzle", "FIRST", names.toArray());
    for (int row = 0; row < 43 * terms.size() / 10; row++) {
      Object[] cells = new Object[names.size()];
      for (int i = 0; i < 3; i++) {
        cells[random.nextInt(terms.size())] = random.nextBoolean() ? "known" : "not known";
      }
      cells[terms.size()] = "W";
      workbook.row(cells);
    }

    assertThat(Verification.of(VerificationFixture.tables(workbook), Duration.ofSeconds(2)))
        .extracting(Finding::code)
        .containsAnyOf(Code.GAP, Code.NOT_FINISHED);
  }
}
