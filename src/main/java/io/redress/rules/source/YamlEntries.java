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
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML file as a list of entries, or as one.
 *
 * <p>Unquoted {@code true}, {@code false}, {@code null} and decimal numbers have their types;
 * everything else is text, so that Norway stays {@code NO} and dates stay as typed. Aliases are
 * rejected; lines, values and files have limits, which are checked before anything is made of them.
 */
public final class YamlEntries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,30})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,30})\\.\\d{1,30}");

  /** Longer than any letter. */
  private static final int MAX_SCALAR = 100_000;

  private static final int MAX_FILE = 10_000_000;

  private static final int MAX_KEY = 1_000;

  private static final int SHOWN = 20;

  private final String file;
  private final List<RuleProblem> problems;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlEntries(String file, List<RuleProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Returns no entries when the file cannot be parsed. */
  public static List<LocatedJson> read(String file, byte[] bytes, List<RuleProblem> problems) {
    Optional<Node> root = root(file, bytes, problems);
    if (root.isPresent() && !(root.get() instanceof SequenceNode)) {
      problems.add(
          RuleProblem.ofFile(
              file,
              ProblemCode.NOT_A_LIST,
              "the file is not a list.",
              "Begin each entry with \"- id:\"."));
    }
    return root.filter(SequenceNode.class::isInstance)
        .map(list -> new YamlEntries(file, problems).entries((SequenceNode) list))
        .orElse(List.of());
  }

  /** Reads a file that is one value, whatever it is; empty when it cannot be parsed. */
  public static Optional<LocatedJson> readWhole(
      String file, byte[] bytes, List<RuleProblem> problems) {
    return root(file, bytes, problems).map(new YamlEntries(file, problems)::entry);
  }

  private static Optional<Node> root(String file, byte[] bytes, List<RuleProblem> problems) {
    if (!isBounded(file, bytes, problems)) {
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(Objects.requireNonNullElseGet(compose(text), YamlEntries::nothing));
    } catch (CharacterCodingException foreign) {
      problems.add(
          RuleProblem.ofFile(
              file, ProblemCode.NOT_UTF8, "the file is not UTF-8.", "Save it as UTF-8."));
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      problems.add(notYaml(file, line, String.valueOf(broken.getProblem())));
    } catch (YAMLException broken) {
      problems.add(
          notYaml(file, 1, String.valueOf(broken.getMessage()).lines().findFirst().orElse("")));
    }
    return Optional.empty();
  }

  /** Of a file without content. */
  private static Node nothing() {
    Mark start = new Mark("", 0, 0, 0, new int[0], 0);
    return new ScalarNode(Tag.NULL, "", start, start, ScalarStyle.PLAIN);
  }

  /** The parser needs a time that grows with the square of the length of a line. */
  private static boolean isBounded(String file, byte[] bytes, List<RuleProblem> problems) {
    if (bytes.length > MAX_FILE) {
      problems.add(
          RuleProblem.ofFile(
              file,
              ProblemCode.TOO_LARGE,
              "the file has more than " + MAX_FILE + " bytes.",
              "Split it."));
      return false;
    }
    int line = 1;
    int length = 0;
    for (byte one : bytes) {
      line += one == '\n' ? 1 : 0;
      length = one == '\n' || one == '\r' ? 0 : length + 1;
      if (length > MAX_SCALAR) {
        problems.add(
            Place.ofLine(file, line)
                .problem(
                    ProblemCode.TOO_LARGE,
                    null,
                    "the line is longer than " + MAX_SCALAR + " bytes.",
                    "Break or shorten it."));
        return false;
      }
    }
    return true;
  }

  /** Without the types of YAML, whose patterns would be tried on every value of any length. */
  static Node compose(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setNestingDepthLimit(20);
    limits.setCodePointLimit(MAX_FILE);
    Resolver untyped =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            // Everything is text.
          }
        };
    return new Yaml(
            new SafeConstructor(limits),
            new Representer(new DumperOptions()),
            new DumperOptions(),
            limits,
            untyped)
        .compose(new StringReader(text));
  }

  private static RuleProblem notYaml(String file, int line, String why) {
    return RuleProblem.ofLine(
        file, line, ProblemCode.NOT_YAML, why, "this is not YAML: " + why + ".", "Correct it.");
  }

  private List<LocatedJson> entries(SequenceNode list) {
    return list.getValue().stream().map(this::entry).toList();
  }

  private LocatedJson entry(Node node) {
    Map<String, Place> places = new HashMap<>();
    places.put("", place(node));
    return new LocatedJson(json(node, "", places), places);
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
    ScalarNode scalar = (ScalarNode) node;
    if (scalar.getValue().length() > MAX_SCALAR) {
      problem(
          node,
          ProblemCode.TOO_LARGE,
          scalar.getValue().substring(0, SHOWN) + "...",
          "a value is longer than " + MAX_SCALAR + " characters.",
          "Shorten it.");
      return JSON.nullNode();
    }
    return scalar(scalar);
  }

  private ObjectNode object(MappingNode mapping, String pointer, Map<String, Place> places) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problem(
            entry.getKeyNode(), ProblemCode.BAD_KEY, null, "a key must be a text.", "Use a name.");
        continue;
      }
      if (key.getValue().length() > MAX_KEY) {
        problem(
            key,
            ProblemCode.BAD_KEY,
            key.getValue().substring(0, SHOWN) + "...",
            "a key is longer than " + MAX_KEY + " characters.",
            "Use a name.");
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
