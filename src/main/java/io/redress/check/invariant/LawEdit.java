package io.redress.check.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.check.scenario.FactTree;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.YamlEdit;
import io.redress.rules.source.YamlEntries;
import io.redress.rules.source.YamlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Changes one law in {@code invariants.yaml}; all else in the file stays as it is written. */
public final class LawEdit {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}([.]\\d{1,30})?");
  private static final String SENTENCE = "law";
  private static final String UNLESS = "unless";
  private static final String FACTS = "facts";

  private final YamlEdit edit;
  private final int entry;
  private final JsonNode law;

  private LawEdit(YamlEdit edit, int entry, JsonNode law) {
    this.edit = edit;
    this.entry = entry;
    this.law = law;
  }

  /**
   * A value that the law demands of decisions.
   *
   * @param pointer its place in the law
   * @param name dotted, such as {@code refund.amount}
   */
  public record Value(String pointer, String name, String text) {}

  /** The laws of a file, in order; none if it cannot be read. */
  public static List<JsonNode> all(byte[] file) {
    return YamlEntries.read(RuleSetFiles.INVARIANTS, file, new ProblemList()).stream()
        .map(LocatedJson::tree)
        .toList();
  }

  /** The law with this id; empty if the file has none or cannot be read. */
  public static Optional<LawEdit> of(byte[] file, String id) {
    List<JsonNode> all = all(file);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    YamlEdit edit = YamlEdit.of(file);
    OptionalInt entry = edit.entry(id);
    return entry.isPresent()
        ? Optional.of(new LawEdit(edit, entry.getAsInt(), all.get(entry.getAsInt())))
        : Optional.empty();
  }

  /** The law as it is written. */
  public String text() {
    return edit.text(entry);
  }

  /** The law in words. */
  public String sentence() {
    return law.path(SENTENCE).asText();
  }

  public String source() {
    return law.path("source").asText();
  }

  /** The single values that the law demands or forbids. */
  public List<Value> values() {
    List<Value> values = new ArrayList<>();
    for (String assertion : List.of("then", "never")) {
      collect("/" + assertion, "", law.path(assertion), values);
    }
    return values;
  }

  private static void collect(String pointer, String name, JsonNode node, List<Value> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  collect(
                      LocatedJson.pointer(pointer, member.getKey()),
                      name.isEmpty() ? member.getKey() : name + "." + member.getKey(),
                      member.getValue(),
                      values));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(pointer + "/" + i, name, node.get(i), values);
      }
    } else if (node.isNumber()) {
      values.add(new Value(pointer, name, node.decimalValue().toPlainString()));
    } else if (node.isValueNode() && !node.isNull()) {
      values.add(new Value(pointer, name, node.asText()));
    }
  }

  /** Replaces the law by other lines. */
  public void setText(String lines) {
    edit.setText(entry, lines);
  }

  public void setSentence(String sentence) {
    edit.set(entry, "/" + SENTENCE, JSON.textNode(sentence));
  }

  /** Replaces a value of the law; what is written like a number is one. */
  public void set(Value value, String text) {
    JsonNode before = law.at(value.pointer());
    boolean number = !before.isTextual() && NUMBER.matcher(text).matches();
    boolean truth = before.isBoolean() && (text.equals("true") || text.equals("false"));
    edit.set(
        entry,
        value.pointer(),
        number
            ? JSON.numberNode(new BigDecimal(text))
            : truth ? JSON.booleanNode(Boolean.parseBoolean(text)) : JSON.textNode(text));
  }

  /** Adds an exception: decisions on facts with all of these values. */
  public void except(FactTree facts, Collection<String> names) {
    ObjectNode values = JSON.objectNode();
    facts.names().stream()
        .filter(names::contains)
        .forEach(name -> values.set(name, facts.value(name)));
    JsonNode exception = JSON.objectNode().set(FACTS, values);
    JsonNode before = law.path(UNLESS);
    String pointer = "/" + UNLESS;
    if (before.isMissingNode()) {
      String assertion =
          AssertionReader.ASSERTIONS.stream().filter(law::has).findFirst().orElseThrow();
      String first = law.has("change") ? "change" : assertion;
      edit.addBefore(entry, first, UNLESS, exception);
    } else if (!edit.isInline(entry, pointer)) {
      ArrayNode all = before.isArray() ? before.deepCopy() : JSON.arrayNode().add(before);
      edit.set(entry, pointer, all.add(exception));
    } else {
      String written = edit.written(entry, pointer);
      String inside = before.isArray() ? written.substring(1, written.length() - 1) : written;
      edit.set(entry, pointer, "[" + inside.strip() + ", " + YamlText.inline(exception) + "]");
    }
  }

  /** The file with the changed law. */
  public byte[] bytes() {
    return edit.bytes();
  }
}
