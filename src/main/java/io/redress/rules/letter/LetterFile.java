package io.redress.rules.letter;

import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a letter file: a name in square brackets, and the text below it.
 *
 * <p>Several names, separated by commas, share a text. Lines that begin with {@code #} are remarks.
 */
final class LetterFile {
  static final Pattern HEADER = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String file;
  private final List<RuleProblem> problems;
  private final Map<String, Text> texts = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private int headerLine;
  private int firstLine;

  private LetterFile(String file, List<RuleProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * @param line the first line of the text, from 1
   */
  record Text(int line, String body) {}

  /** Returns the texts by name; empty when the file is not UTF-8, and then that is all to say. */
  static Optional<Map<String, Text>> read(String file, byte[] bytes, List<RuleProblem> problems) {
    LetterFile reading = new LetterFile(file, problems);
    Optional<String> content = reading.decoded(bytes);
    content.ifPresent(reading::read);
    return content.map(readable -> reading.texts);
  }

  private Optional<String> decoded(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytesLeft = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    if (!decoder.decode(bytesLeft, text, true).isError()) {
      String content = text.flip().toString();
      if (content.indexOf('\0') >= 0) {
        notUtf8(content.substring(0, content.indexOf('\0')), "0x00");
        return Optional.empty();
      }
      boolean marked = content.startsWith(BYTE_ORDER_MARK);
      return Optional.of(marked ? content.substring(1) : content);
    }
    String value = String.format("0x%02X", bytes[bytesLeft.position()]);
    notUtf8(text.flip().toString(), value);
    return Optional.empty();
  }

  private void notUtf8(String before, String value) {
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    problem(
        line,
        ProblemCode.NOT_UTF8,
        value,
        "the file is not UTF-8.",
        "Save it with encoding UTF-8.");
  }

  private void read(String content) {
    int number = 0;
    for (String line : content.split("\\R", -1)) {
      number++;
      Matcher header = HEADER.matcher(line.strip());
      if (header.matches()) {
        finish();
        begin(number, header.group(1));
      } else if (!line.startsWith("#")) {
        add(number, line.strip());
      }
    }
    finish();
  }

  private void begin(int line, String header) {
    headerLine = line;
    for (String name : header.split(",", -1)) {
      names.add(name.strip());
    }
  }

  private void add(int number, String line) {
    if (line.isEmpty() && lines.isEmpty()) {
      return;
    }
    if (names.isEmpty()) {
      String advice = "Write a name such as [closing] above it, or # before it for a remark.";
      problem(number, ProblemCode.TEXT_WITHOUT_NAME, line, "this text has no name.", advice);
      return;
    }
    if (lines.isEmpty()) {
      firstLine = number;
    }
    lines.add(line);
  }

  private void finish() {
    String body = String.join("\n", lines).strip();
    for (String name : names) {
      if (body.isEmpty()) {
        problem(
            headerLine,
            ProblemCode.TEXT_EMPTY,
            name,
            name + " has no text.",
            "Write one, or remove it.");
      } else if (texts.putIfAbsent(name, new Text(firstLine, body)) != null) {
        problem(
            headerLine,
            ProblemCode.TEXT_TWICE,
            name,
            "the text " + name + " is defined twice.",
            "Keep one of them.");
      }
    }
    names.clear();
    lines.clear();
  }

  private void problem(
      int line, ProblemCode code, @Nullable String value, String message, String suggestion) {
    problems.add(new RuleProblem(file, null, null, line, code, value, message, suggestion));
  }
}
