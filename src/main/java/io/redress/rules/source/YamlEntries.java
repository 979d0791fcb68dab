package io.redress.rules.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a YAML file as a list of entries.
 *
 * <p>Unquoted {@code true}, {@code false}, {@code null} and decimal numbers have their types;
 * everything else is text, so that Norway stays {@code NO} and dates stay as typed. Tags and
 * anchors are rejected.
 */
public final class YamlEntries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,30})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,30})\\.\\d{1,30}");

  private final String file;
  private final List<RuleProblem> problems;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlEntries(String file, List<RuleProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Returns no entries when the file cannot be parsed. */
  public static List<LocatedJson> read(String file, byte[] bytes, List<RuleProblem> problems) {
    Node root;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      root = new Yaml(limits()).compose(new StringReader(text));
    } catch (CharacterCodingException foreign) {
      problems.add(
          RuleProblem.ofFile(
              file, ProblemCode.NOT_UTF8, "the file is not UTF-8.", "Save it as UTF-8."));
      return List.of();
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      problems.add(notYaml(file, line, String.valueOf(broken.getProblem())));
      return List.of();
    } catch (YAMLException broken) {
      problems.add(
          notYaml(file, 1, String.valueOf(broken.getMessage()).lines().findFirst().orElse("")));
      return List.of();
    }
    if (!(root instanceof SequenceNode list)) {
      problems.add(
          RuleProblem.ofFile(
              file,
              ProblemCode.NOT_A_LIST,
              "the file is not a list.",
              "Begin each entry with \"- id:\"."));
      return List.of();
    }
    return new YamlEntries(file, problems).entries(list);
  }

  private static LoaderOptions limits() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(10_000_000);
    return options;
  }

  private static RuleProblem notYaml(String file, int line, String why) {
    return RuleProblem.ofLine(
        file, line, ProblemCode.NOT_YAML, why, "this is not YAML: " + why + ".", "Correct it.");
  }

  private List<LocatedJson> entries(SequenceNode list) {
    List<LocatedJson> entries = new ArrayList<>();
    for (Node node : list.getValue()) {
      Map<String, Place> places = new HashMap<>();
      places.put("", place(node));
      entries.add(new LocatedJson(json(node, "", places), places));
    }
    return entries;
  }

  private JsonNode json(Node node, String pointer, Map<String, Place> places) {
    if (!seen.add(node)) {
      problem(node, ProblemCode.ALIAS, null, "aliases are not allowed.", "Write the value out.");
      return JSON.nullNode();
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, pointer, places);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      for (Node element : sequence.getValue()) {
        String memberPointer = pointer + "/" + array.size();
        places.put(memberPointer, place(element));
        array.add(json(element, memberPointer, places));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private ObjectNode object(MappingNode mapping, String pointer, Map<String, Place> places) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problem(
            entry.getKeyNode(), ProblemCode.BAD_KEY, null, "a key must be a text.", "Use a name.");
        continue;
      }
      String name = key.getValue();
      String memberPointer = LocatedJson.pointer(pointer, name);
      places.put(memberPointer, place(key));
      if (object.has(name)) {
        problem(
            key,
            ProblemCode.DUPLICATE_KEY,
            name,
            "the key " + name + " is used twice.",
            "Keep one of them.");
      }
      object.set(name, json(entry.getValueNode(), memberPointer, places));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return JSON.textNode(text);
    }
    return switch (text) {
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      case "null", "~", "" -> JSON.nullNode();
      default ->
          INTEGER.matcher(text).matches()
              ? JSON.numberNode(new BigDecimal(text).toBigInteger())
              : DECIMAL.matcher(text).matches()
                  ? JSON.numberNode(new BigDecimal(text))
                  : JSON.textNode(text);
    };
  }

  private Place place(Node node) {
    return Place.ofLine(file, node.getStartMark().getLine() + 1);
  }

  private void problem(
      Node node, ProblemCode code, @Nullable String value, String message, String suggestion) {
    problems.add(place(node).problem(code, value, message, suggestion));
  }
}
