package io.redress.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.Cell;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {
  private final List<String> problems = new ArrayList<>();
  private final CellReader cells =
      new CellReader(
          (cell, code, value, message, suggestion) ->
              problems.add(code + ": " + message + " " + suggestion));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # cell          | accepted       | refused
          -               | LOST EXPIRED ? |
          LOST            | LOST           | EXPIRED ?
          LOST, EXPIRED   | LOST EXPIRED   | DELIVERED ?
          LOST,EXPIRED    | LOST EXPIRED   | DELIVERED ?
          not(LOST)       | EXPIRED        | LOST ?
          not (LOST, OK)  | EXPIRED        | LOST OK ?
          known           | LOST           | ?
          not known       | ?              | LOST
          """)
  void wordTestsAccept(String cell, @Nullable String accepted, @Nullable String refused) {
    UnaryTest test = cells.test(cell(cell), Vocabulary.known("situation"));

    assertThat(words(accepted)).allMatch(test::accepts);
    assertThat(words(refused)).noneMatch(test::accepts);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >= 5          | 5 6 5.0     | 4 ?
          >=5           | 5 6         | 4 ?
          > 5           | 6           | 5 ?
          < 5           | 4 -4        | 5 ?
          <= 5          | 5 4         | 6 ?
          [5..10]       | 5 7 10      | 4 11 ?
          [5..10)       | 5 9         | 10 4 ?
          (5..10]       | 6 10        | 5 11 ?
          (5..10)       | 6 9         | 5 10 ?
          [ 5 .. 10 ]   | 5 10        | 4 11 ?
          [-3..-1]      | -3 -1       | -4 0 ?
          5, 7          | 5 7         | 6 ?
          < 0, [5..7]   | -1 5 7      | 0 8 ?
          not(5)        | 4 6         | 5 ?
          not(< 0, > 9) | 0 9         | -1 10 ?
          known         | 0           | ?
          not known     | ?           | 0
          """)
  void numberTestsAccept(String cell, String accepted, String refused) {
    UnaryTest test = cells.test(cell(cell), Vocabulary.known("daysLate"));

    assertThat(numbers(accepted)).allMatch(test::accepts);
    assertThat(numbers(refused)).noneMatch(test::accepts);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2015-02-15, true, false",
    ">= 2015-02-15, true, true",
    "< 2015-02-15, false, false",
    "[2015-01-01..2015-02-15], true, false",
    "not(2015-02-15), false, true"
  })
  void dateTestsAccept(String cell, boolean thatDay, boolean nextDay) {
    UnaryTest test = cells.test(cell(cell), Vocabulary.known("shipment.shippedOn"));
    LocalDate day = LocalDate.of(2015, 2, 15);

    assertThat(test.accepts(day)).isEqualTo(thatDay);
    assertThat(test.accepts(day.plusDays(1))).isEqualTo(nextDay);
    assertThat(test.accepts(null)).isFalse();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          situation          | -
          situation          | LOST, EXPIRED
          situation          | not(LOST)
          situation          | not known
          daysLate           | known
          daysLate           | 5, > 7
          daysLate           | not(< 0, [5..10), (12..14])
          shipment.shippedOn | >= 2015-02-15
          shipment.shippedOn | <= 2015-02-15
          order.unitPrice    | < 1.5
          """)
  void testTextIsReadBackTheSame(String name, String text) {
    assertThat(cells.test(cell(text), Vocabulary.known(name)).text()).isEqualTo(text);
  }

  @Test
  void numbersDatesAndBooleansAreReadByValue() {
    LocalDate day = LocalDate.of(2015, 2, 15);

    assertThat(test(BigDecimal.TEN, "daysLate").accepts(BigDecimal.TEN)).isTrue();
    assertThat(test(BigDecimal.TEN, "daysLate").accepts(BigDecimal.ONE)).isFalse();
    assertThat(test(day, "shipment.shippedOn").accepts(day)).isTrue();
    assertThat(test(true, "replacementAvailable").accepts(true)).isTrue();
    assertThat(test(true, "replacementAvailable").accepts(false)).isFalse();
    assertThat(test("false", "replacementAvailable").accepts(false)).isTrue();
    assertThat(problems).isEmpty();
  }

  @Test
  void listTestsAcceptElements() {
    UnaryTest video = test("VIDEO", "evidence.types");
    UnaryTest noVideo = test("not(VIDEO)", "evidence.types");

    assertThat(video.accepts(Set.of("PHOTO", "VIDEO"))).isTrue();
    assertThat(video.accepts(Set.of())).isFalse();
    assertThat(noVideo.accepts(Set.of("PHOTO"))).isTrue();
    assertThat(noVideo.accepts(Set.of("PHOTO", "VIDEO"))).isFalse();
    assertThat(noVideo.accepts(Set.of())).isTrue();
    assertThat(problems).isEmpty();
  }

  @Test
  void percentagesHaveTheDisplayedValue() {
    Object five = BigDecimal.valueOf(5);

    assertThat(discount(new Cell("D4", 4, 3, new BigDecimal("0.05"), true))).contains(five);
    assertThat(discount(new Cell("D4", 4, 3, BigDecimal.valueOf(5), false))).contains(five);
    assertThat(discount(cell("5%"))).contains(five);
    assertThat(discount(cell("5 %"))).contains(five);
    assertThat(problems).isEmpty();
  }

  @Test
  void roundNumbersAreNotWrittenWithAnExponent() {
    assertThat(discount(new Cell("D4", 4, 3, new BigDecimal("0.10"), true)))
        .map(Object::toString)
        .contains("10");
  }

  /** The journal has a column with four decimals, and the hash of an entry covers them all. */
  @Test
  void percentagesThatTheJournalWouldRoundAreRefused() {
    Random random = new Random(4);
    for (int i = 0; i < 1_000; i++) {
      int decimals = random.nextInt(9);
      BigDecimal percent =
          new BigDecimal(BigInteger.valueOf(random.nextInt(1_000_000_000)), decimals)
              .remainder(BigDecimal.valueOf(99))
              .add(BigDecimal.ONE);
      problems.clear();
      boolean kept = percent.stripTrailingZeros().scale() <= 4;

      assertThat(discount(new Cell("D4", 4, 3, percent, false)).isPresent())
          .as("%s", percent)
          .isEqualTo(kept);
      assertThat(problems).hasSize(kept ? 0 : 1);
    }
    assertThat(discount(cell("5.1234567%"))).isEmpty();
    assertThat(problems.get(problems.size() - 1))
        .endsWith(
            "has more than 4 decimals, which the journal does not keep. Write 5.1235 or fewer decimals.");
  }

  @Test
  void listsKeepTheOrderOfTheCell() {
    assertThat(cells.outcome(cell("VIDEO, PHOTO"), Vocabulary.known("evidence.required")))
        .hasValueSatisfying(value -> assertThat((Set<?>) value).hasToString("[VIDEO, PHOTO]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          reason               | LOSST         | VALUE_NOT_ALLOWED      | Did you mean LOST?
          reason               | lost          | VALUE_NOT_ALLOWED      | Did you mean LOST?
          reason               | LOST,         | VALUE_NOT_ALLOWED      | Use one of
          reason               | not()         | VALUE_NOT_ALLOWED      | Use one of
          reason               | L\u041EST     | LOOKALIKE_CHARACTERS   | Did you mean LOST?
          situation            | L\u041EST     | LOOKALIKE_CHARACTERS   | U+041E
          situation            | late          | VALUE_NOT_ALLOWED      | capital letters
          order.buyerCountry   | UK            | VALUE_NOT_ALLOWED      | ISO code
          order.currency       | EURO          | VALUE_NOT_ALLOWED      | Did you mean EUR?
          order.quantity       | 0, 3          | VALUE_OUT_OF_RANGE     | Use 1 to 1000000.
          order.quantity       | 5             | TEXT_LOOKS_LIKE_NUMBER | type 5 again
          order.quantity       | > 2.5         | WRONG_TYPE             | whole number
          order.quantity       | many          | WRONG_TYPE             | whole number
          order.quantity       | 5..10         | WRONG_TYPE             | [5..10)
          order.quantity       | =5            | WRONG_TYPE             | Did you mean 5?
          order.quantity       | 5-10          | WRONG_TYPE             | Did you mean [5..10]?
          order.quantity       | 5\u201310     | WRONG_TYPE             | Did you mean [5..10]?
          order.quantity       | \uFF15\uFF5E10 | WRONG_TYPE             | Did you mean [5..10]?
          order.quantity       | => 5          | WRONG_TYPE             | Did you mean >= 5?
          order.quantity       | \u2260 5      | WRONG_TYPE             | Did you mean not(5)?
          reason               | <> LOST       | VALUE_NOT_ALLOWED      | Did you mean not(LOST)?
          reason               | LOST; DAMAGED | VALUE_NOT_ALLOWED      | Did you mean LOST, DAMAGED?
          reason               | LOST\uFF1BDAMAGED | VALUE_NOT_ALLOWED  | Did you mean LOST, DAMAGED?
          reason               | LOST & DAMAGED | VALUE_NOT_ALLOWED     | Did you mean LOST, DAMAGED?
          reason               | \u2260LOST   | VALUE_NOT_ALLOWED      | Did you mean not(LOST)?
          reason               | !LOST         | VALUE_NOT_ALLOWED      | Did you mean not(LOST)?
          reason               | NOT(LOST)     | VALUE_NOT_ALLOWED      | Did you mean not(LOST)?
          reason               | not LOST      | VALUE_NOT_ALLOWED      | Did you mean not(LOST)?
          reason               | \u4EFB\u4F55 | VALUE_NOT_ALLOWED    | Use one of
          reason               | LO\u2013ST   | VALUE_NOT_ALLOWED      | Did you mean LOST?
          order.quantity       | > 5 and < 10  | WRONG_TYPE             | Did you mean (5..10)?
          order.quantity       | >=5 <=10      | WRONG_TYPE             | Did you mean [5..10]?
          order.quantity       | [5\uFF1B10]  | WRONG_TYPE             | Did you mean [5..10]?
          order.quantity       | 5;6; 7        | WRONG_TYPE             | Did you mean 5, 6, 7?
          order.quantity       | 5+            | WRONG_TYPE             | Did you mean >= 5?
          order.quantity       | Known         | WRONG_TYPE             | Did you mean known?
          shipment.shippedOn   | 2026-03-05 \u2013 2026-04-01 | WRONG_TYPE | Did you mean [2026-03-05..2026-04-01]?
          shipment.carrier     | \u201CDHL\u201D | VALUE_NOT_ALLOWED    | without quotes
          shipment.carrier     | DHL\uFF0CUPS  | VALUE_NOT_ALLOWED      | Write ,
          defectRatePercent    | < 0.3         | PERCENT_UNCLEAR        | Type 30, or 30%
          defectRatePercent    | 0.07          | PERCENT_UNCLEAR        | Type 7, or 7%
          order.unitPrice      | 1,5           | WRONG_TYPE             | 1.5
          order.unitPrice      | > 1,50        | WRONG_TYPE             | 1.5
          daysLate             | [10..5]       | RANGE_REVERSED         | smaller end first
          daysLate             | [5..5)        | RANGE_REVERSED         | square brackets
          defectRatePercent    | > 101         | VALUE_OUT_OF_RANGE     | 101 is above 100
          defectRatePercent    | -1%           | VALUE_OUT_OF_RANGE     | -1 is below 0
          shipment.shippedOn   | 15.02.2015    | WRONG_TYPE             | 2026-03-05
          shipment.shippedOn   | 2015-02-30    | WRONG_TYPE             | 2026-03-05
          replacementAvailable | maybe         | WRONG_TYPE             | true or false
          """)
  void invalidCellIsReportedWithWhatIsAllowed(
      String name, String text, String code, String advice) {
    Term term = Vocabulary.known(name);
    cells.test(KeyboardSigns.ascii(cell(text), term), term);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith(code + ": ").contains(advice);
  }

  @Test
  void numberTypedAsTextIsNotAnOutcome() {
    assertThat(cells.outcome(cell("5"), Vocabulary.known("respondWithinDays"))).isEmpty();
    assertThat(problems).singleElement().asString().startsWith("TEXT_LOOKS_LIKE_NUMBER");
  }

  @Test
  void dateIsNotANumber() {
    test(LocalDate.of(2015, 2, 15), "daysLate");

    assertThat(problems).singleElement().asString().startsWith("WRONG_TYPE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          situation            | LOST\uFF0CEXPIRED           | LOST, EXPIRED
          situation            | LOST\u3001EXPIRED           | LOST, EXPIRED
          situation            | not\uFF08LOST\uFF09        | not(LOST)
          situation            | \u201CLOST\u201D, 'OK'     | LOST, OK
          situation            | \u2013                      | -
          daysLate             | \u2014                      | -
          daysLate             | \u2265 5                    | >= 5
          daysLate             | \uFF1E\uFF1D\uFF15        | >= 5
          daysLate             | \uFF1C5\uFF0C\uFF1E7     | < 5, > 7
          daysLate             | 5\uFF0C10                   | 5, 10
          daysLate             | not\uFF085\u30016\uFF09   | not(5, 6)
          daysLate             | [5\u20267)                  | [5..7)
          daysLate             | \uFF3B5..7\uFF3D           | [5..7]
          daysLate             | \u22125, \u20137           | -5, -7
          daysLate             | > \u2212\uFF11\uFF12      | > -12
          defectRatePercent    | \u2264 5\uFF05             | <= 5
          defectRatePercent    | < 0.3%                        | < 0.3
          shipment.shippedOn   | \u2265 2015\u201002\u201015 | >= 2015-02-15
          order.buyerCountry   | CN\uFF0CDE                  | CN, DE
          replacementAvailable | TRUE                          | true
          replacementAvailable | yes                           | true
          replacementAvailable | WAHR                          | true
          replacementAvailable | \u662F                       | true
          replacementAvailable | \u5426                       | false
          replacementAvailable | \u041D\u0435\u0442         | false
          replacementAvailable | n\u00E3o                     | false
          """)
  void signsOfOtherKeyboardsAreReadWhereTheirMeaningIsCertain(
      String name, String typed, String meant) {
    Term term = Vocabulary.known(name);

    assertThat(cells.test(KeyboardSigns.ascii(cell(typed), term), term).text()).isEqualTo(meant);
    assertThat(problems).isEmpty();
  }

  private UnaryTest test(Object value, String name) {
    return cells.test(cell(value), Vocabulary.known(name));
  }

  private Optional<Object> discount(Cell cell) {
    return cells.outcome(cell, Vocabulary.known("nextOrderDiscountPercent"));
  }

  private static Cell cell(Object value) {
    return new Cell("D4", 4, 3, value, false);
  }

  private static List<@Nullable Object> numbers(String text) {
    return words(text).stream()
        .map(word -> word == null ? null : (Object) new BigDecimal((String) word))
        .toList();
  }

  /** Splits values at blanks; a question mark is an unknown value. */
  private static List<@Nullable Object> words(@Nullable String text) {
    List<@Nullable Object> words = new ArrayList<>();
    if (text != null) {
      for (String word : text.split(" ")) {
        words.add(word.equals("?") ? null : word);
      }
    }
    return words;
  }
}
