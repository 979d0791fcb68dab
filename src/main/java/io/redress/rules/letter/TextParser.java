package io.redress.rules.letter;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.source.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parses one wording, an ICU message without phrases. */
final class TextParser {
  private final MessagePattern pattern =
      new MessagePattern(MessagePattern.ApostropheMode.DOUBLE_OPTIONAL);
  private final String wording;
  private final @Nullable Set<Placeholder> known;
  private final TextProblems problems;

  /**
   * @param known placeholders that always have a value; null in a phrase, which is left out when a
   *     placeholder is unknown
   */
  TextParser(String wording, @Nullable Set<Placeholder> known, TextProblems problems) {
    this.wording = wording;
    this.known = known;
    this.problems = problems;
  }

  List<TextPart> parts() {
    int hidden = wording.indexOf("'{");
    if (hidden >= 0) {
      String advice = "Use a curly apostrophe (\u2019).";
      problems.add(
          hidden,
          ProblemCode.PLACEHOLDER_QUOTED,
          "'{",
          "the ' quotes the placeholder, so it would not be replaced.",
          advice);
      return List.of();
    }
    try {
      pattern.parse(wording);
    } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
      malformed(0);
      return List.of();
    }
    return message(0, null);
  }

  private List<TextPart> message(int start, @Nullable Placeholder number) {
    List<TextPart> parts = new ArrayList<>();
    int from = pattern.getPart(start).getLimit();
    int limit = pattern.getLimitPartIndex(start);
    for (int i = start + 1; i <= limit; i++) {
      Part part = pattern.getPart(i);
      words(from, part.getIndex(), parts);
      from = part.getLimit();
      if (part.getType() == Part.Type.REPLACE_NUMBER && number != null) {
        parts.add(new TextPart.Slot(number));
      } else if (part.getType() == Part.Type.ARG_START) {
        argument(i, parts);
        i = pattern.getLimitPartIndex(i);
        from = pattern.getPart(i).getLimit();
      }
    }
    return List.copyOf(parts);
  }

  private void words(int from, int to, List<TextPart> parts) {
    String text = wording.substring(from, to);
    if (text.contains("}")) {
      malformed(from + text.indexOf('}'));
    } else if (!text.isEmpty()) {
      parts.add(new TextPart.Literal(text));
    }
  }

  private void malformed(int index) {
    String advice =
        "Check that each { has its }, and that a plural or select has the form other {...}.";
    problems.add(index, ProblemCode.PATTERN_MALFORMED, wording, "the braces do not match.", advice);
  }

  private void argument(int start, List<TextPart> parts) {
    Part name = pattern.getPart(start + 1);
    ArgType type = pattern.getPart(start).getArgType();
    if (pattern.getSubstring(name).startsWith(TextPart.Own.PREFIX)) {
      own(name, type, parts);
      return;
    }
    CodePlaceholder code = CodePlaceholder.named(pattern.getSubstring(name));
    if (code != null) {
      select(start, name, code, parts);
      return;
    }
    Placeholder placeholder = placeholder(name);
    if (placeholder == null) {
      return;
    }
    if (type == ArgType.NONE) {
      parts.add(new TextPart.Slot(placeholder));
    } else if (type == ArgType.PLURAL
        && placeholder.countable()
        && pattern.getPluralOffset(start + 2) == 0) {
      parts.add(new TextPart.Plural(placeholder, forms(start + 2, placeholder)));
    } else {
      notSupported(
          name,
          "Write the name only; values are formatted by language. plural works with quantities,"
              + " select with codes.");
    }
  }

  /** What a rule set declares is checked where its declarations are known. */
  private void own(Part name, ArgType type, List<TextPart> parts) {
    String text = pattern.getSubstring(name);
    if (type != ArgType.NONE) {
      notSupported(name, "Write the name only; values are formatted by language.");
    } else if (known != null) {
      mayBeUnknown(name, text);
    } else {
      parts.add(new TextPart.Own(text.substring(TextPart.Own.PREFIX.length())));
    }
  }

  private void mayBeUnknown(Part part, String name) {
    String message = "{" + name + "} may be unknown.";
    String advice = "Put the phrase around it into [[ and ]], so that it can be left out.";
    problems.add(part.getIndex(), ProblemCode.PLACEHOLDER_MAY_BE_UNKNOWN, name, message, advice);
  }

  private void select(int start, Part name, CodePlaceholder code, List<TextPart> parts) {
    if (pattern.getPart(start).getArgType() != ArgType.SELECT) {
      notSupported(
          name, "Choose a text by it: {" + code.text() + ", select, CODE {...} other {...}}.");
      return;
    }
    int before = start + 2;
    for (int i = before; pattern.getPartType(i) != Part.Type.ARG_LIMIT; i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_SELECTOR) {
        checkCode(part, code);
      } else if (part.getType() == Part.Type.MSG_START) {
        i = pattern.getLimitPartIndex(i);
      }
    }
    parts.add(new TextPart.Select(code, forms(before, null)));
  }

  private void checkCode(Part selector, CodePlaceholder code) {
    String chosen = pattern.getSubstring(selector);
    if (!chosen.equals("other") && !code.codes().contains(chosen)) {
      problems.add(
          selector.getIndex(),
          ProblemCode.CHOICE_UNKNOWN,
          chosen,
          code.text() + " is never " + chosen + ".",
          ClosestWord.advice(
              chosen, code.codes(), "Use one of " + String.join(", ", code.codes()) + "."));
    }
  }

  private void notSupported(Part name, String advice) {
    String text = pattern.getSubstring(name);
    problems.add(
        name.getIndex(),
        ProblemCode.FORMAT_NOT_SUPPORTED,
        text,
        "{" + text + "} does not support this format.",
        advice);
  }

  private Map<String, List<TextPart>> forms(int first, @Nullable Placeholder number) {
    Map<String, List<TextPart>> forms = new LinkedHashMap<>();
    String selector = "";
    for (int i = first; pattern.getPartType(i) != Part.Type.ARG_LIMIT; i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_SELECTOR) {
        selector = pattern.getSubstring(part);
      } else if (part.getType() == Part.Type.MSG_START) {
        forms.put(selector, message(i, number));
        i = pattern.getLimitPartIndex(i);
      }
    }
    return forms;
  }

  private @Nullable Placeholder placeholder(Part part) {
    String name = pattern.getSubstring(part);
    Placeholder placeholder = Placeholder.named(name);
    if (placeholder == null) {
      String advice =
          ClosestWord.to(name, names())
              .map(near -> "Did you mean {" + near + "}?")
              .orElse("Use one of " + String.join(", ", names()) + ".");
      String message = "there is no placeholder {" + name + "}.";
      problems.add(part.getIndex(), ProblemCode.PLACEHOLDER_UNKNOWN, name, message, advice);
    } else if (known != null && !known.contains(placeholder)) {
      mayBeUnknown(part, name);
    }
    return placeholder;
  }

  private static List<String> names() {
    return Stream.concat(Placeholder.names().stream(), CodePlaceholder.names().stream())
        .sorted()
        .toList();
  }

  /** Receives problems of a text, by position. */
  @FunctionalInterface
  interface TextProblems {
    void add(int index, ProblemCode code, String value, String message, String suggestion);

    /** Returns a receiver for a part of the text that begins at {@code offset}. */
    default TextProblems from(int offset) {
      return (index, code, value, message, suggestion) ->
          add(offset + index, code, value, message, suggestion);
    }
  }
}
