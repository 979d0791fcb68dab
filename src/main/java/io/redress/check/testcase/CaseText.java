package io.redress.check.testcase;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.YamlEdit;
import io.redress.rules.source.YamlEntries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A test case as it is written in a YAML file, to be changed by a person.
 *
 * @param file its file
 * @param entry its number in the file
 */
public record CaseText(String file, int entry, String text) {

  /** The text of a case; empty if no YAML file has it. */
  public static Optional<CaseText> of(RuleSetFiles files, String id) {
    for (Map.Entry<String, byte[]> file : files.testCases().entrySet()) {
      if (file.getKey().endsWith(".yaml") && !entries(file.getValue()).isEmpty()) {
        YamlEdit edit = YamlEdit.of(file.getValue());
        OptionalInt entry = edit.entry(id);
        if (entry.isPresent()) {
          return Optional.of(
              new CaseText(file.getKey(), entry.getAsInt(), edit.text(entry.getAsInt())));
        }
      }
    }
    return Optional.empty();
  }

  /** The files with another text in place of this one. */
  public RuleSetFiles replaced(RuleSetFiles files, String other) {
    byte[] before = files.all().get(file);
    if (before == null) {
      return files;
    }
    YamlEdit edit = YamlEdit.of(before);
    edit.setText(entry, other);
    return files.with(Map.of(file, edit.bytes()));
  }

  /** The id in a text; empty if it has none. */
  public static String id(String text) {
    List<LocatedJson> entries = entries(text.getBytes(StandardCharsets.UTF_8));
    return entries.isEmpty() ? "" : entries.get(0).tree().path("id").asText();
  }

  private static List<LocatedJson> entries(byte[] file) {
    return YamlEntries.read("", file, new ProblemList());
  }
}
