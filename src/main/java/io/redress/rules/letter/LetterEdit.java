package io.redress.rules.letter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes texts of a letter file; remarks and all other texts stay as they are written. */
public final class LetterEdit {
  private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(\\r\\n|\\r|\\n|$)");

  private LetterEdit() {}

  /** Lines with their ends, and which of them belong to a text. */
  private record Found(List<String> names, int from, int to, String body) {}

  /**
   * Texts by the names that share them, such as {@code opening.LOST, opening.STOPPED}, in order.
   *
   * @param file in UTF-8
   */
  public static Map<String, String> texts(byte[] file) {
    Map<String, String> texts = new LinkedHashMap<>();
    found(lines(file)).forEach(one -> texts.put(String.join(", ", one.names()), one.body()));
    return texts;
  }

  /** The text of a name; empty if the file has none. */
  public static Optional<String> text(byte[] file, String name) {
    return found(lines(file)).stream()
        .filter(one -> one.names().contains(name))
        .map(Found::body)
        .findFirst();
  }

  /** The file with another text under a name; the same file if it has no such name. */
  public static byte[] with(byte[] file, String name, String body) {
    List<String> lines = lines(file);
    String end = lines.stream().anyMatch(line -> line.endsWith("\r\n")) ? "\r\n" : "\n";
    return found(lines).stream()
        .filter(one -> one.names().contains(name))
        .findFirst()
        .map(
            one ->
                String.join("", lines.subList(0, one.from()))
                    + String.join(end, body.strip().split("\\R", -1))
                    + end
                    + String.join("", lines.subList(one.to(), lines.size())))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .orElse(file);
  }

  private static List<String> lines(byte[] file) {
    List<String> lines = new ArrayList<>();
    Matcher line = LINE.matcher(new String(file, StandardCharsets.UTF_8));
    while (line.find() && !line.group().isEmpty()) {
      lines.add(line.group());
    }
    return lines;
  }

  private static List<Found> found(List<String> lines) {
    List<Found> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher header = LetterFile.HEADER.matcher(lines.get(i).strip());
      if (header.matches()) {
        all.add(found(lines, i, header.group(1)));
      }
    }
    return all;
  }

  /** The text goes from the first to the last line that is neither blank nor a remark. */
  private static Found found(List<String> lines, int header, String names) {
    int from = header + 1;
    int to = from;
    StringBuilder body = new StringBuilder();
    for (int i = header + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (LetterFile.HEADER.matcher(line.strip()).matches()) {
        break;
      }
      if (line.startsWith("#")) {
        continue;
      }
      if (line.isBlank() && body.length() == 0) {
        from = i + 1;
        to = from;
        continue;
      }
      if (body.length() == 0) {
        from = i;
      }
      body.append(line.strip()).append('\n');
      to = line.isBlank() ? to : i + 1;
    }
    return new Found(
        List.of(names.split("\\s*,\\s*", -1)).stream().map(String::strip).toList(),
        from,
        to,
        body.toString().strip());
  }
}
