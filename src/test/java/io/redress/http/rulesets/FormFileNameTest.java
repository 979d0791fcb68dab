package io.redress.http.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormFileNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          filename="promises.xlsx"                                    | promises.xlsx
          filename*=UTF-8''promises.xlsx                              | promises.xlsx
          filename*=utf-8'en'promises.xlsx                            | promises.xlsx
          filename*=UTF-8'en-GB'letters/zh.txt                        | letters/zh.txt
          FileName* = "UTF-8''promises.xlsx"                          | promises.xlsx
          filename="x.xlsx"; filename*=UTF-8''%E6%89%BF%E8%AF%BA.xlsx | \u627F\u8BFA.xlsx
          filename*=UTF-8''a%20b+c.xlsx; filename="x.xlsx"            | a b+c.xlsx
          filename*=ISO-8859-1''%A3.xlsx                              | \u00A3.xlsx
          filename="a; filename*=UTF-8''b"                            | promises.xlsx
          """)
  void theExtendedNameIsPreferred(String parameters, String name) {
    assertThat(FormFileName.of("form-data; name=\"file\"; " + parameters, "promises.xlsx"))
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "promises.xlsx",
        "UTF-8'promises.xlsx",
        "UTF-8''%ZZ.xlsx",
        "UTF-8''%E6%89.xlsx",
        "UTF-16''promises.xlsx",
        "UTF-8''a b",
        "''a",
      })
  void malformedNamesAreRefused(String value) {
    assertThatThrownBy(() -> FormFileName.of("form-data; name=\"file\"; filename*=" + value, "x"))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("filename* of a file is malformed");
  }

  @Test
  void withoutAHeaderTheNameIsThatOfTheFramework() {
    assertThat(FormFileName.of(null, "promises.xlsx")).isEqualTo("promises.xlsx");
    assertThat(FormFileName.of("form-data; name=\"file\"", null)).isNull();
  }
}
