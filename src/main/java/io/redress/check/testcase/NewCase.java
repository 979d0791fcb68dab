package io.redress.check.testcase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.dispute.PersonalFacts;
import io.redress.rules.source.YamlText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A case that is to be written down.
 *
 * @param source who says what it expects
 * @param facts without any that may tell who somebody is
 */
public record NewCase(String id, String title, String source, ObjectNode facts, ObjectNode expect) {

  /**
   * The case that something is decided again as it was.
   *
   * @param facts as JSON; of these nothing personal gets into the case, nor the dispute's id
   * @param decision as JSON
   */
  public static NewCase of(
      String id,
      String title,
      String source,
      ObjectNode facts,
      JsonNode decision,
      Set<ExpectedPart> parts) {
    ObjectNode impersonal = facts.deepCopy();
    PersonalFacts.takeFrom(impersonal);
    impersonal.remove("disputeId");
    dropEmpty(impersonal);
    ObjectNode expect = JsonNodeFactory.instance.objectNode();
    parts.stream().sorted().forEach(part -> part.put(decision, expect));
    return new NewCase(id, title, source, impersonal, expect);
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
   * An id that no case has yet, such as {@code in-transit-keep-tracking-2}.
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

  /** As it is written in a file of cases. */
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

  /** A file of cases in YAML with this one at its end. */
  public byte[] addedTo(byte[] file) {
    String before = new String(file, StandardCharsets.UTF_8);
    String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    return (before + gap + yaml()).getBytes(StandardCharsets.UTF_8);
  }
}
