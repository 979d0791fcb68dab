package io.redress.rules.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.Assessment;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Dispute;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
  private static final Set<String> NO_TERMS =
      Set.of("dispute", "custom", "granted", "problem.defects", "warnings");

  @Test
  void everyFactAndDerivedValueHasATerm() {
    List<String> names =
        Stream.concat(names("", Dispute.class), names("", Assessment.class))
            .filter(name -> !NO_TERMS.contains(name))
            .toList();

    assertThat(names).hasSizeGreaterThan(60).allSatisfy(name -> Vocabulary.known(name));
    assertThat(Vocabulary.terms())
        .extracting(Term::name)
        .doesNotHaveDuplicates()
        .containsAll(names);
  }

  @Test
  void slotsAreDense() {
    List<Term> terms = Vocabulary.terms();

    for (int slot = 0; slot < terms.size(); slot++) {
      assertThat(terms.get(slot).slot()).as(terms.get(slot).name()).isEqualTo(slot);
    }
  }

  @Test
  void eachTermReadsItsOwnFact() {
    Facts facts = Facts.of(SampleFacts.assessment());

    assertThat(facts.value(Vocabulary.known("reason"))).isEqualTo("DEFECTIVE");
    assertThat(facts.value(Vocabulary.known("order.quantity"))).isEqualTo(BigDecimal.valueOf(20));
    assertThat(facts.value(Vocabulary.known("order.unitPrice"))).isEqualTo(new BigDecimal("9.90"));
    assertThat(facts.value(Vocabulary.known("order.currency"))).isEqualTo("USD");
    assertThat(facts.value(Vocabulary.known("order.buyerCountry"))).isEqualTo("DE");
    assertThat(facts.value(Vocabulary.known("shipment.shippedOn")))
        .isEqualTo(LocalDate.of(2015, 2, 9));
    assertThat(facts.value(Vocabulary.known("evidence.types"))).isEqualTo(Set.of("VIDEO"));
    assertThat(facts.value(Vocabulary.known("buyer.locale"))).isEqualTo("en-GB");
    assertThat(facts.value(Vocabulary.known("daysLate"))).isEqualTo(BigDecimal.valueOf(-3));
    assertThat(facts.value(Vocabulary.known("defectRatePercent")))
        .isEqualTo(new BigDecimal("35.00"));
  }

  @Test
  void seasonsAndHolidaysAreTheDerivedOnes() {
    Facts facts = Facts.of(SampleFacts.assessment());

    assertThat(facts.value(Vocabulary.known("peakSeason"))).isEqualTo("CHRISTMAS");
    assertThat(facts.value(Vocabulary.known("holiday"))).isEqualTo("SPRING_FESTIVAL");
    assertThat(facts.value(Vocabulary.known("buyerHoliday"))).isEqualTo("CARNIVAL");
    assertThat(facts.value(Vocabulary.known("shippingResumesOn")))
        .isEqualTo(LocalDate.of(2015, 2, 25));
  }

  @Test
  void absentFactsAreUnknown() {
    Facts facts = Facts.of(SampleFacts.assessment());

    assertThat(facts.value(Vocabulary.known("delayCause"))).isNull();
    assertThat(facts.value(Vocabulary.known("daysSinceDelivered"))).isNull();
    assertThat(facts.value(Vocabulary.known("resolution"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "reason, ENUM",
    "order.item, TEXT",
    "order.quantity, INTEGER",
    "order.unitPrice, DECIMAL",
    "order.buyerCountry, TEXT",
    "shipment.shippedOn, DATE",
    "problem.safetyHazard, BOOLEAN",
    "evidence.types, ENUM",
    "defectRatePercent, PERCENT",
    "holiday, CODE",
    "reasonCode, CODE",
    "nextOrderDiscountPercent, PERCENT",
    "shipWithinWorkingDays, INTEGER"
  })
  void typesFollowTheFacts(String name, ValueType type) {
    assertThat(Vocabulary.known(name).type()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "order.quantity, 1, 1000000",
    "problem.defectiveQuantity, 0, 1000000",
    "defectRatePercent, 0, 100",
    "refund.percentOfAffected, 0, 100",
    "respondWithinDays, 0, 365"
  })
  void rangesMatchTheContract(String name, BigDecimal minimum, BigDecimal maximum) {
    assertThat(Vocabulary.known(name).minimum()).isEqualTo(minimum);
    assertThat(Vocabulary.known(name).maximum()).isEqualTo(maximum);
  }

  private static Stream<String> names(String path, Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).flatMap(component -> names(path, component));
  }

  private static Stream<String> names(String path, RecordComponent component) {
    String name = path + component.getName();
    Class<?> type = component.getType();
    boolean group = type.isRecord() && type != Country.class && type != Dispute.class;
    return group ? names(name + ".", type) : Stream.of(name);
  }
}
