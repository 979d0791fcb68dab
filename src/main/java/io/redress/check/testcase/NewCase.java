package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.PersonalFacts;
import io.redress.rules.source.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A test case to be added to a file.
 *
 * @param source where the expectation comes from
 * @param facts facts without personal data
 */
public record NewCase(String id, String title, String source, ObjectNode facts, ObjectNode expect) {
  private static final Pattern PART = Pattern.compile("/problem/defects/\\d+/part");

  /**
   * Makes a case from a decision, which expects the same decision again.
   *
   * @param facts as JSON; personal data and the dispute's id are removed
   * @param decision as JSON
   */
  public static NewCase of(
      String id,
      String title,
      String source,
      ObjectNode facts,
      JsonNode decision,
      Set<ExpectedPart> parts) {
    ObjectNode expect = JsonNodeFactory.instance.objectNode();
    parts.stream().sorted().forEach(part -> part.put(decision, expect));
    return new NewCase(id, title, source, impersonal(facts), expect);
  }

  /** A copy of facts without personal data and the dispute's id. */
  public static ObjectNode impersonal(ObjectNode facts) {
    ObjectNode impersonal = facts.deepCopy();
    PersonalFacts.putBack(impersonal, unnamedParts(PersonalFacts.takeFrom(impersonal)));
    impersonal.remove("disputeId");
    dropEmpty(impersonal);
    return impersonal;
  }

  /** Stands for the names of parts, which are personal: different parts stay different. */
  private static ObjectNode unnamedParts(ObjectNode personal) {
    Map<JsonNode, String> names = new LinkedHashMap<>();
    ObjectNode unnamed = personal.objectNode();
    personal
        .properties()
        .forEach(
            fact -> {
              if (PART.matcher(fact.getKey()).matches()) {
                String name =
                    names.computeIfAbsent(fact.getValue(), part -> "part " + (names.size() + 1));
                unnamed.put(fact.getKey(), name);
              }
            });
    return names.size() > 1 ? unnamed : personal.objectNode();
  }

  private static void dropEmpty(ObjectNode object) {
    for (Iterator<JsonNode> members = object.elements(); members.hasNext(); ) {
      JsonNode member = members.next();
      if (member instanceof ObjectNode group) {
        dropEmpty(group);
      }
      if (member.isContainerNode() && member.isEmpty()) {
        members.remove();
      }
    }
  }

  /**
   * Makes an id that no case has yet, such as {@code in-transit-keep-tracking-2}.
   *
   * @param words codes such as {@code IN_TRANSIT}
   */
  public static String freeId(Collection<String> taken, String... words) {
    String id = String.join("-", words).toLowerCase(Locale.ROOT).replace('_', '-');
    return taken.contains(id)
        ? IntStream.iterate(2, number -> number + 1)
            .mapToObj(number -> id + "-" + number)
            .filter(free -> !taken.contains(free))
            .findFirst()
            .orElseThrow()
        : id;
  }

  /** This case as YAML. */
  public String yaml() {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("id", id);
    entry.put("title", title);
    if (!source.isBlank()) {
      entry.put("source", source);
    }
    entry.set("facts", facts);
    entry.set("expect", expect);
    return YamlText.of(entry);
  }

  /** Appends this case to a YAML file of cases. */
  public byte[] addedTo(byte[] file) {
    String before = new String(file, StandardCharsets.UTF_8);
    String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    return (before + gap + yaml()).getBytes(StandardCharsets.UTF_8);
  }
}
