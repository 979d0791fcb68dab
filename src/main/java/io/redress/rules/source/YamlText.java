package io.redress.rules.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Writes entries as readable YAML that {@link YamlEntries} reads back unchanged. */
public final class YamlText {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Depth down to which members are on lines of their own; deeper ones use flow style. */
  private static final int LINES_TO_DEPTH = 2;

  private YamlText() {}

  /** Returns a list with one entry. */
  public static String of(JsonNode entry) {
    DumperOptions options = new DumperOptions();
    options.setIndent(2);
    options.setWidth(110);
    options.setSplitLines(false);
    Node list = new SequenceNode(Tag.SEQ, List.of(node(entry, 1)), FlowStyle.BLOCK);
    StringWriter text = new StringWriter();
    new Yaml(options).serialize(list, text);
    return text.toString();
  }

  /** Returns a value on one line, which is valid in any place of a YAML file. */
  public static String inline(JsonNode value) {
    DumperOptions options = new DumperOptions();
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    Node list = new SequenceNode(Tag.SEQ, List.of(node(value, LINES_TO_DEPTH + 1)), FlowStyle.FLOW);
    StringWriter text = new StringWriter();
    new Yaml(options).serialize(list, text);
    String bracketed = text.toString().strip();
    return bracketed.substring(1, bracketed.length() - 1).strip();
  }

  private static Node node(JsonNode json, int depth) {
    FlowStyle style = depth <= LINES_TO_DEPTH ? FlowStyle.BLOCK : FlowStyle.FLOW;
    if (json.isObject()) {
      List<NodeTuple> members = new ArrayList<>();
      for (Map.Entry<String, JsonNode> member : json.properties()) {
        members.add(new NodeTuple(text(member.getKey()), node(member.getValue(), depth + 1)));
      }
      return new MappingNode(Tag.MAP, members, style);
    }
    if (json.isArray()) {
      List<Node> elements = new ArrayList<>();
      json.forEach(element -> elements.add(node(element, depth + 1)));
      return new SequenceNode(Tag.SEQ, elements, FlowStyle.FLOW);
    }
    if (json.isNumber()) {
      String plain = json.decimalValue().toPlainString();
      return plain(plain.contains(".") ? Tag.FLOAT : Tag.INT, plain);
    }
    return json.isTextual()
        ? text(json.textValue())
        : plain(json.isBoolean() ? Tag.BOOL : Tag.NULL, json.asText());
  }

  /** Quotes texts that would be read as another type, except dates. */
  private static ScalarNode text(String text) {
    return DAY.matcher(text).matches() ? plain(Tag.TIMESTAMP, text) : plain(Tag.STR, text);
  }

  private static ScalarNode plain(Tag tag, String text) {
    return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
  }
}
