package io.redress.domain.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
  private static final int DISPUTES = 200;

  private final List<FactProblem> problems = new ArrayList<>();
  private final RecordReader reader = new RecordReader(problems, CustomFacts.NONE);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void validFactsAreReadAsSent(long seed) {
    RandomDisputes random = new RandomDisputes(seed);
    for (int i = 0; i < DISPUTES; i++) {
      Dispute dispute = random.next(Dispute.class);
      ObjectNode json = random.json(dispute);
      assertThat(reader.read(json, "", Dispute.class)).as(json.toString()).isEqualTo(dispute);
      assertThat(problems).as(json.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 21, 34})
  void everyInvalidFieldIsReported(long seed) {
    RandomDisputes random = new RandomDisputes(seed);
    for (int i = 0; i < DISPUTES; i++) {
      ObjectNode json = random.json(random.next(Dispute.class));
      List<String> spoiled = new ArrayList<>();
      spoil(json, "", spoiled);
      reader.read(json, "", Dispute.class);
      assertThat(problems)
          .as(json.toString())
          .extracting(FactProblem::pointer)
          .containsExactlyInAnyOrderElementsOf(spoiled);
      problems.clear();
    }
  }

  /** Sets every third fact to an invalid value. */
  private static void spoil(ObjectNode object, String path, List<String> spoiled) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (object.get(name) instanceof ObjectNode group) {
        spoil(group, path + "/" + name, spoiled);
      } else if (name.hashCode() % 3 == 0) {
        object.put(name, 0.5);
        spoiled.add(path + "/" + name);
      }
    }
  }
}
