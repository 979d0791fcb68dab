package io.redress.journal.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.DecisionJson;
import java.util.HashSet;
import java.util.Set;

/**
 * Answers of releases whose traces had all rules, without their effects.
 *
 * <p>Later releases added members. So that an older answer can be compared, a new one is reduced to
 * the members that the older one has, and its trace to the same form. The assessment is not
 * compared: some of its values are computed better now, and what follows from them is compared.
 * Letters and the messages of warnings may be worded otherwise.
 */
public final class OlderAnswer {
  private static final String TRACE = "trace";
  private static final String ASSESSMENT = "assessment";
  private static final String WARNINGS = "warnings";
  private static final String MESSAGE = "message";
  private static final String EFFECT = "effect";

  private OlderAnswer() {}

  /** Whether the decision was kept by such a release. */
  public static boolean is(String decision) {
    JsonNode trace = DecisionJson.read(decision).path(TRACE);
    for (JsonNode entry : trace) {
      if (entry.has(EFFECT)) {
        return false;
      }
    }
    return !trace.isEmpty();
  }

  /**
   * Returns a new answer as the older release would have written it.
   *
   * @param now with a full trace
   */
  static String like(String kept, String now) {
    JsonNode answer = DecisionJson.read(now);
    answer.path(TRACE).forEach(entry -> ((ObjectNode) entry).remove(EFFECT));
    JsonNode older = DecisionJson.read(kept);
    if (older.has(ASSESSMENT)) {
      ((ObjectNode) answer).set(ASSESSMENT, older.path(ASSESSMENT));
    }
    reduce(answer, older);
    for (int i = 0; i < answer.path(WARNINGS).size(); i++) {
      String message = older.path(WARNINGS).path(i).path(MESSAGE).asText();
      ((ObjectNode) answer.path(WARNINGS).get(i)).put(MESSAGE, message);
    }
    return DecisionJson.write(answer);
  }

  private static void reduce(JsonNode now, JsonNode kept) {
    if (now instanceof ObjectNode object && kept.isObject()) {
      Set<String> names = new HashSet<>();
      kept.fieldNames().forEachRemaining(names::add);
      object.retain(names);
      object.properties().forEach(member -> reduce(member.getValue(), kept.path(member.getKey())));
    } else if (now.isArray() && kept.isArray()) {
      for (int i = 0; i < Math.min(now.size(), kept.size()); i++) {
        reduce(now.path(i), kept.path(i));
      }
    }
  }
}
