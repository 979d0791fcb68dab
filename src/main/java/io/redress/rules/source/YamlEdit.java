package io.redress.rules.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes entries of a YAML file in place. All characters outside of what is changed stay as they
 * are: comments, order, quotes, blank lines and line ends.
 *
 * <p>The file must be one that {@link YamlEntries} reads without problems.
 */
public final class YamlEdit {
  private static final String ID = "id";

  private final String text;
  private final List<Node> entries;

  /** Whether each entry begins with a hyphen. */
  private final boolean hyphens;

  private final List<Change> changes = new ArrayList<>();

  /** Characters to be replaced. */
  private record Change(int start, int end, String with) {}

  private YamlEdit(String text, SequenceNode list) {
    this.text = text;
    this.entries = list.getValue();
    this.hyphens = isBlock(list);
  }

  /**
   * @throws IllegalArgumentException when the file is no list in YAML
   */
  public static YamlEdit of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    if (YamlEntries.compose(text) instanceof SequenceNode list) {
      return new YamlEdit(text, list);
    }
    throw new IllegalArgumentException("not a list");
  }

  /** The number of the entry with this id; empty if there is none. */
  public OptionalInt entry(String id) {
    for (int i = 0; i < entries.size(); i++) {
      if (tuple(entries.get(i), ID)
          .map(NodeTuple::getValueNode)
          .filter(ScalarNode.class::isInstance)
          .filter(value -> ((ScalarNode) value).getValue().equals(id))
          .isPresent()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The lines of an entry, from its hyphen on, with the comments among them. */
  public String text(int entry) {
    return text.substring(start(entry), endOfEntry(entry))
        .replace("\r\n", "\n")
        .replace('\r', '\n');
  }

  /** Replaces the lines of an entry. */
  public void setText(int entry, String lines) {
    String tidied = lines.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    replace(start(entry), endOfEntry(entry), tidied.replace("\n", lineEnd()));
  }

  /** A value as it is written. */
  public String written(int entry, String pointer) {
    Node node = node(entry, pointer);
    return text.substring(index(node.getStartMark()), end(node));
  }

  /** Whether a value is written on one line, in brackets or as a word. */
  public boolean isInline(int entry, String pointer) {
    return !isBlock(node(entry, pointer)) && !written(entry, pointer).contains("\n");
  }

  /**
   * Replaces a value; a quoted text stays quoted.
   *
   * @param pointer JSON pointer to a value of the entry
   */
  public void set(int entry, String pointer, JsonNode value) {
    set(entry, pointer, quoted(node(entry, pointer), value));
  }

  private static String quoted(Node before, JsonNode value) {
    if (before instanceof ScalarNode scalar && value.isTextual()) {
      String text = value.textValue();
      boolean plain =
          text.chars().noneMatch(one -> one < ' ' || one == '"' || one == '\\' || one == '\'');
      if (plain && scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
        return '"' + text + '"';
      }
      if (plain && scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED) {
        return "'" + text + "'";
      }
    }
    return YamlText.inline(value);
  }

  /** Replaces a value by one that is written already. */
  public void set(int entry, String pointer, String written) {
    Node node = node(entry, pointer);
    int start = index(node.getStartMark());
    int end = end(node);
    int colon = lastSign(start);
    boolean below = isBlock(node) && colon >= 0 && text.charAt(colon) == ':';
    String space = start > 0 && ":-".indexOf(text.charAt(start - 1)) >= 0 ? " " : "";
    if (below) {
      replace(colon + 1, end, " " + written);
    } else {
      replace(start, end, space + written);
    }
  }

  /**
   * Adds a member before another one of the entry, on a line of its own if the entry has lines.
   *
   * @param before name of a member of the entry
   */
  public void addBefore(int entry, String before, String name, JsonNode value) {
    NodeTuple tuple = tuple(entries.get(entry), before).orElseThrow();
    int start = index(tuple.getKeyNode().getStartMark());
    boolean block = isBlock(entries.get(entry));
    String gap =
        block ? lineEnd() + " ".repeat(tuple.getKeyNode().getStartMark().getColumn()) : ", ";
    replace(start, start, YamlText.inline(text(name)) + ": " + YamlText.inline(value) + gap);
  }

  /** The file with all changes. */
  public byte[] bytes() {
    StringBuilder changed = new StringBuilder(text);
    changes.sort(Comparator.comparingInt(Change::start).reversed());
    changes.forEach(change -> changed.replace(change.start(), change.end(), change.with()));
    return changed.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode text(String name) {
    return JsonNodeFactory.instance.textNode(name);
  }

  private void replace(int start, int end, String with) {
    changes.add(new Change(start, end, with));
  }

  private Node node(int entry, String pointer) {
    Node node = entries.get(entry);
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      node =
          node instanceof SequenceNode list
              ? list.getValue().get(Integer.parseInt(name))
              : tuple(node, name).orElseThrow().getValueNode();
    }
    return node;
  }

  private static Optional<NodeTuple> tuple(Node node, String name) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(
                one -> one.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
            .findFirst()
        : Optional.empty();
  }

  private static boolean isBlock(Node node) {
    return node instanceof CollectionNode<?> some && some.getFlowStyle() == FlowStyle.BLOCK;
  }

  /** The hyphen of an entry, or its bracket if the file has brackets. */
  private int start(int entry) {
    int start = index(entries.get(entry).getStartMark());
    return hyphens ? lastSign(start) : start;
  }

  private int endOfEntry(int entry) {
    int end = end(entries.get(entry));
    return hyphens ? endOfLine(end) : end;
  }

  /** The last character before an index that is not blank; -1 if there is none. */
  private int lastSign(int index) {
    int sign = index - 1;
    while (sign >= 0 && Character.isWhitespace(text.charAt(sign))) {
      sign--;
    }
    return sign;
  }

  /** Blocks end in YAML where the next token begins, which may be many comments later. */
  private int end(Node node) {
    if (isBlock(node)) {
      Node last = last(node);
      if (last != null) {
        return end(last);
      }
    }
    int end = index(node.getEndMark());
    if (node instanceof ScalarNode scalar
        && (scalar.getScalarStyle() == ScalarStyle.LITERAL
            || scalar.getScalarStyle() == ScalarStyle.FOLDED)) {
      return Math.max(index(node.getStartMark()), lastSign(end) + 1);
    }
    return end;
  }

  private static @Nullable Node last(Node block) {
    if (block instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
      return mapping.getValue().get(mapping.getValue().size() - 1).getValueNode();
    }
    if (block instanceof SequenceNode list && !list.getValue().isEmpty()) {
      return list.getValue().get(list.getValue().size() - 1);
    }
    return null;
  }

  private int endOfLine(int index) {
    int end = index;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private String lineEnd() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** Marks count code points. */
  private int index(Mark mark) {
    return text.offsetByCodePoints(0, Objects.requireNonNull(mark).getIndex());
  }
}
