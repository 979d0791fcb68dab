package io.redress.http.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadPlaceTest {
  private static final RuleSetFiles BASE =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ProblemList());

  @ParameterizedTest
  @CsvSource({
    "promises.xlsx, x, promises.xlsx",
    "zh.txt, x, letters/zh.txt",
    "it.txt, x, letters/it.txt",
    "pt-BR.txt, x, letters/pt-BR.txt",
    "remarks-of-mine.txt, x, remarks-of-mine.txt",
    "law.yaml, x, test-cases/law.yaml",
    "mine.yaml, '- {id: a, facts: {}, expect: {}}', test-cases/mine.yaml",
    "laws (2).yaml, '- {id: a, law: A., then: {}}', invariants.yaml",
    "else.yaml, 'a: [', else.yaml",
    "other/zh.txt, x, other/zh.txt",
    "flow.drl, x, flow.drl",
    "broken.xlsx, x, broken.xlsx",
  })
  void filesGoWhereTheirNameAndContentBelong(String name, String content, String place) {
    assertThat(UploadPlace.of(name, content.getBytes(StandardCharsets.UTF_8), BASE))
        .isEqualTo(place);
  }

  @Test
  void workbookOfTestCasesIsRecognized() throws IOException {
    byte[] cases = Files.readAllBytes(Path.of("test-cases/money-bands.xlsx"));
    assertThat(UploadPlace.of("mine.xlsx", cases, BASE)).isEqualTo("test-cases/mine.xlsx");
    byte[] tables = Files.readAllBytes(Path.of("rules/promises.xlsx"));
    assertThat(UploadPlace.of("mine.xlsx", tables, BASE)).isEqualTo("mine.xlsx");
  }
}
