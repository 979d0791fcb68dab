package io.redress.domain.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalFactsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void namesAndFreeTextAreRemovedEverywhere() throws Exception {
    ObjectNode facts =
        tree(
            """
            {"reason": "DAMAGED", "buyer": {"name": "Anna", "locale": "en"}, "seller": {"name": "Li"},
             "order": {"item": "vase", "quantity": 2},
             "shipment": {"carrier": "Post", "trackingNumber": "LX1", "trackingUrl": "https://t.example"},
             "problem": {"defects": [{"type": "DAMAGED"}, {"type": "DAMAGED", "part": "rim"}]}}
            """);

    ObjectNode personal = PersonalFacts.takeFrom(facts, Map.of());

    assertThat(personal)
        .isEqualTo(
            tree(
                """
                {"/buyer/name": "Anna", "/seller/name": "Li", "/order/item": "vase",
                 "/shipment/carrier": "Post", "/shipment/trackingNumber": "LX1",
                 "/shipment/trackingUrl": "https://t.example", "/problem/defects/1/part": "rim"}
                """));
    assertThat(facts)
        .isEqualTo(
            tree(
                """
                {"reason": "DAMAGED", "buyer": {"locale": "en"}, "seller": {},
                 "order": {"quantity": 2}, "shipment": {},
                 "problem": {"defects": [{"type": "DAMAGED"}, {"type": "DAMAGED"}]}}
                """));
  }

  @Test
  void factsWithoutPersonalDataStayUnchanged() throws Exception {
    ObjectNode facts =
        tree("{\"reason\": \"LOST\", \"buyer\": null, \"problem\": {\"defects\": null}}");
    assertThat(PersonalFacts.takeFrom(facts.deepCopy(), Map.of())).isEmpty();
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void removedFactsAreRestored(int seed) {
    RandomDisputes random = new RandomDisputes(seed);
    ObjectNode facts = random.json(random.next(Dispute.class));
    ObjectNode parted = facts.deepCopy();
    ObjectNode personal = PersonalFacts.takeFrom(parted, Map.of());
    PersonalFacts.putBack(parted, personal);
    assertThat(parted).isEqualTo(facts);
  }

  /** Text that is not a word, a code or a number may be personal data. */
  @Test
  void everyFreeTextIsPersonal() {
    assertThat(texts(Dispute.class).filter(text -> "Anna, 1 Main Street".matches(pattern(text))))
        .isNotEmpty()
        .allSatisfy(
            text -> assertThat(text.isAnnotationPresent(Personal.class)).as("%s", text).isTrue());
  }

  private static String pattern(RecordComponent text) {
    return text.getAnnotation(Text.class).pattern();
  }

  private static Stream<RecordComponent> texts(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .flatMap(
            component -> {
              Class<?> type =
                  component.getGenericType() instanceof ParameterizedType list
                      ? (Class<?>) list.getActualTypeArguments()[0]
                      : component.getType();
              return component.isAnnotationPresent(Text.class)
                  ? Stream.of(component)
                  : type.isRecord() ? texts(type) : Stream.empty();
            });
  }

  private static ObjectNode tree(String json) throws Exception {
    return (ObjectNode) JSON.readTree(json);
  }
}
