package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A workbook of the first release, kept by a seller who changed it, is readable among the shipped
 * others: tables that came later are in workbooks of their own.
 */
class OlderWorkbooksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "calendar.xlsx",
        "evidence.xlsx",
        "not-received.xlsx",
        "overrides.xlsx",
        "promises.xlsx",
        "situation.xlsx"
      })
  void anOldWorkbookIsReadAmongTheOthers(String name) throws IOException {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles shipped = RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems);

    assertThat(RuleSet.read(shipped.with(Map.of(name, ofFirstRelease(name))), problems))
        .isPresent();
    assertThat(problems).isEmpty();
  }

  private static byte[] ofFirstRelease(String name) throws IOException {
    try (InputStream stream =
            OlderWorkbooksTest.class.getResourceAsStream("/first-release/rules.zip");
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(stream))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return zip.readAllBytes();
        }
      }
    }
    throw new IllegalArgumentException(name);
  }
}
