package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.check.testcase.TestCases;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.calendar.ShippedCalendar;
import io.redress.rules.calendar.WorkingDays;
import io.redress.rules.source.RuleProblem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Days that the shipped rules promise: working days of the seller in years whose days off are
 * complete, for the facts of all test cases, moved to other days and other sellers.
 */
class PromisedDaysTest {
  private static final ObjectMapper JSON = DecisionJson.mapper();
  private static final int VARIANTS = 4;
  private static final List<String> SELLERS =
      List.of(
          "CN", "HK", "TW", "SG", "VN", "IN", "JP", "KR", "TR", "IL", "US", "GB", "DE", "BR", "AU",
          "AE", "SA", "IS");

  private final Random random = new Random(17);
  private final RuleSet rules = ShippedRules.whole();

  @Test
  void promisedDaysAreWorkingDaysOfPublishedYears() {
    int promised = 0;
    int unpublished = 0;
    for (Dispute dispute : variants()) {
      JsonNode decision = JSON.valueToTree(rules.decideWithoutLetter(dispute));
      String about = FactTree.of(dispute).json() + " " + decision;
      WorkingDays selling =
          ShippedCalendar.CALENDARS.workingDays(
              new Country(FactTree.of(dispute).json().at("/order/sellerCountry").asText()));
      List<LocalDate> days = promises(decision).toList();
      assertThat(days).as(about).allMatch(selling::works).allMatch(selling::published);
      assertThat(days).as(about).allMatch(day -> !day.isBefore(dispute.asOf()));
      if (!selling.published(dispute.asOf())) {
        unpublished++;
        assertThat(days).as(about).isEmpty();
        assertThat(decision.findValuesAsText("code")).as(about).contains("CALENDAR_NOT_PUBLISHED");
      }
      promised += days.size();
      assertInOrder(decision, about);
    }
    assertThat(promised).isGreaterThan(500);
    assertThat(unpublished).isGreaterThan(250);
  }

  private static void assertInOrder(JsonNode decision, String about) {
    LocalDate review = day(decision.at("/dates/nextReviewBy"));
    if (review != null) {
      Stream.of("/dates/respondBy", "/dates/shipBefore")
          .map(pointer -> Optional.ofNullable(day(decision.at(pointer))))
          .flatMap(Optional::stream)
          .forEach(limit -> assertThat(review).as(about).isBeforeOrEqualTo(limit));
    }
  }

  /** Returns the days on which the seller has to do something. */
  private static Stream<LocalDate> promises(JsonNode decision) {
    Stream<JsonNode> handedOver =
        StreamSupport.stream(decision.at("/actions").spliterator(), false)
            .map(action -> action.path("by"));
    return Stream.concat(
            Stream.of("/dates/shipBefore", "/dates/nextReviewBy").map(decision::at), handedOver)
        .map(node -> Optional.ofNullable(day(node)))
        .flatMap(Optional::stream);
  }

  private static @Nullable LocalDate day(JsonNode node) {
    return node.isTextual() ? LocalDate.parse(node.asText()) : null;
  }

  private List<Dispute> variants() {
    List<RuleProblem> problems = new ArrayList<>();
    RuleSetFiles files = RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems);
    List<Dispute> variants = new ArrayList<>();
    for (Dispute dispute : TestCases.read(files.testCases(), problems).disputes()) {
      for (int variant = 0; variant < VARIANTS; variant++) {
        ObjectNode facts = FactTree.of(dispute).json().deepCopy();
        move(facts, random.nextInt(1_200) - 500);
        facts
            .withObject("/order")
            .put("sellerCountry", SELLERS.get(random.nextInt(SELLERS.size())));
        variants.add(
            DisputeReader.read(facts, country -> LocalDate.MAX)
                .fold(
                    Function.identity(),
                    refused -> {
                      throw new AssertionError(facts + " " + refused);
                    }));
      }
    }
    assertThat(problems).isEmpty();
    return variants;
  }

  /** Moves all days of the facts. */
  private static void move(JsonNode facts, int days) {
    if (facts instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : new TreeSet<>(names)) {
        JsonNode value = object.get(name);
        if (value.isTextual() && value.asText().matches("\\d{4}-\\d\\d-\\d\\d")) {
          object.put(name, LocalDate.parse(value.asText()).plusDays(days).toString());
        } else {
          move(value, days);
        }
      }
    } else {
      facts.forEach(element -> move(element, days));
    }
  }
}
