package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-mm-dd",
        "[$-FC19]dd\\ mmmm\\ yyyy\\ \\\u0433\\.;@",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "[$-40C]dddd d mmmm yyyy",
        "[$-C0A]d\\ \"de\"\\ mmmm\\ \"de\"\\ yyyy;@",
        "yyyy\"\u5E74\"m\"\u6708\"d\"\u65E5\";@",
        "[$-411]ggge\"\u5E74\"m\"\u6708\"d\"\u65E5\"",
        "[$-D07041E]d mmmm bbbb",
        "[ENG][$-409]d\\-mmm\\-yyyy;@",
        "m/d/yyyy h:mm AM/PM",
        "DD.MM.YYYY"
      })
  void datesAreRecognisedAndWhole(String code) {
    NumberFormat format = NumberFormat.of(code);

    assertThat(format.isDate(new BigDecimal(46_000))).isTrue();
    assertThat(format.hiddenOfDate(new BigDecimal(46_000))).isEmpty();
    assertThat(format.isPercent(BigDecimal.ONE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"d-mmm, year", "mmm-yy, day", "dddd yyyy, month", "h:mm, year", "[h]:mm:ss, year"})
  void partsOfDatesThatAreHidden(String code, String part) {
    assertThat(NumberFormat.of(code).hiddenOfDate(new BigDecimal(46_000))).contains(part);
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 22, 27, 30, 31, 32, 36, 45, 47, 50, 54, 58, 71, 81})
  void builtInDates(int id) {
    assertThat(NumberFormat.builtIn(id).isDate(BigDecimal.TEN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 9, 11, 12, 13, 26, 37, 41, 44, 48, 49, 59, 62, 67, 70, 163})
  void builtInNumbers(int id) {
    assertThat(NumberFormat.builtIn(id).isDate(BigDecimal.TEN)).isFalse();
    assertThat(NumberFormat.builtIn(id).isPercent(BigDecimal.TEN)).isEqualTo(id == 9 || id == 67);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0%", "0.0%;[Red]-0.0%", "0\\ %", "[$-407]0%", "[>=0]0%;0", "_ 0%_ ", "\"~\"0%"})
  void percentages(String code) {
    assertThat(NumberFormat.of(code).isPercent(new BigDecimal("0.05"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0\"%\"",
        "0\\%",
        "0.0_%;(0.0)_%",
        "0*%",
        "0;0%",
        "[<0]0%;0",
        "General",
        "G/\u901A\u7528\u683C\u5F0F",
        "[DBNum1][$-804]G/\u901A\u7528\u683C\u5F0F",
        "@",
        "0%%"
      })
  void noPercentages(String code) {
    assertThat(NumberFormat.of(code).isPercent(new BigDecimal("0.05"))).isFalse();
    assertThat(NumberFormat.of(code).isDate(new BigDecimal("0.05"))).isFalse();
  }

  /** A number, its format, and what it shows instead of the number. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5     | ;;;                | nothing
          5     | "> "0              | "> 5"
          5000  | 0,                 | "5"
          5     | "not" 0            | "not 5"
          5     | [White]0           | it in white
          5     | "n/a"              | "n/a"
          5     | "1"0               | "15"
          5     | 0"0"               | "50"
          5     | 0*0                | "5"
          7.5   | 0                  | "8"
          0.07  | 0\\%               | "0%"
          0.05  | 0%%                | "500%%"
          5     | 0"k"               | "5k"
          5     | 0"\u4E07"          | "5\u4E07"
          5     | (0)                | "(5)"
          5     | "-"0               | "-5"
          5     | 0"+"               | "5+"
          -5    | 0;0                | "5"
          0     | 0;-0;"-"           | "-"
          0     | #                  | nothing
          5     | [>10]0             | signs that it is too wide
          0.5   | # ?/?              | "0.5"
          5     | [$> -409]0         | "> 5"
          75    | 0\\.0             | other signs between its digits
          7     | 0\\:00            | other signs between its digits
          1234  | 0.0E+0             | "1200"
          1234  | ##0.0E+0           | "1200"
          -7    | +0                 | "+-7"
          """)
  void formatsThatHideOrAdd(BigDecimal number, String code, String shown) {
    assertThat(NumberFormat.of(code).misleading(number)).contains(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          5     | General
          7.123 | General
          5     | 0
          5     | 0.00
          5     | 0"%"
          7.5   | 0.0_%;(0.0)_%
          0.05  | 0%
          0.125 | 0.0%
          1500  | #,##0
          5     | "$"#,##0.00
          5     | [$\u20AC-407]#,##0.00
          5     | 0.00\\ [$\u20AC-407]
          5     | [$USD] 0
          5     | 0" days"
          5     | 0\u5929
          -5    | 0;(0)
          -5    | 0;[Red]-0
          -5    | 0
          5     | _(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)
          5     | 0;-0;;@
          5     | @
          5     | [DBNum1][$-804]General
          5     | G/\u901A\u7528\u683C\u5F0F
          5000  | 0.0E+0
          46000 | ##0.0E+0
          0.007 | 0E+0
          1500  | #\\ ##0
          1500  | #'##0
          5     | +0;-0
          """)
  void formatsThatShowTheNumber(BigDecimal number, String code) {
    assertThat(NumberFormat.of(code).misleading(number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ;;;                | nothing
          0;-0;0;            | nothing
          0;-0;0;"none"      | "none"
          "not "@            | "not LOST"
          0;@"!"             | "LOST!"
          [White]@           | it in white
          """)
  void formatsThatHideOrAddToTexts(String code, String shown) {
    assertThat(NumberFormat.of(code).insteadOf("LOST")).contains(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"General", "@", "0", "0;-0;;@", "_(@_)", "* @", "\"x\"0;0;0", "@\\ "})
  void formatsThatShowTheText(String code) {
    assertThat(NumberFormat.of(code).insteadOf("LOST")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "> "yyyy-mm-dd         | "> 2026-03-05"
          "until "d mmm yyyy     | "until 2026-03-05"
          yyyy-mm-dd\\+        | "2026-03-05+"
          [White]yyyy-mm-dd      | it in white
          """)
  void formatsThatAddToDates(String code, String shown) {
    assertThat(NumberFormat.of(code).addedToDate(BigDecimal.TEN, "2026-03-05")).contains(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yyyy-mm-dd", "\"den \"d. mmmm yyyy", "yyyy\"\u5E74\"m\"\u6708\"d\"\u65E5\""})
  void formatsThatShowTheDate(String code) {
    assertThat(NumberFormat.of(code).addedToDate(BigDecimal.TEN, "2026-03-05")).isEmpty();
  }

  @Test
  void anyTextIsAFormat() {
    for (String code :
        new String[] {"", ";", "\"", "\\", "_", "*", "[", "[$", "[$-", "0\"x", "E", "\uD83D"}) {
      NumberFormat format = NumberFormat.of(code);
      assertThat(format.isDate(BigDecimal.ONE)).as(code).isEqualTo(code.equals("E"));
      assertThat(format.misleading(BigDecimal.ZERO)).isNotNull();
    }
  }
}
