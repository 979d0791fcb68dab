package io.redress.http.rulesets;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.source.YamlEntries;
import java.util.List;
import java.util.regex.Pattern;

/** Where a file that people drop belongs in a rule set, by its name and by what is in it. */
final class UploadPlace {
  private static final Pattern LETTER = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{2,4})?[.]txt");

  private UploadPlace() {}

  /**
   * The path in the rule set; the name itself if it is there already, has a folder, or says
   * nothing.
   */
  static String of(String name, byte[] content, RuleSetFiles base) {
    if (name.contains("/") || base.all().containsKey(name)) {
      return name;
    }
    List<String> alike =
        base.all().keySet().stream().filter(one -> one.endsWith("/" + name)).toList();
    if (alike.size() == 1) {
      return alike.get(0);
    }
    if (LETTER.matcher(name).matches()) {
      return "letters/" + name;
    }
    if (name.endsWith(".yaml")) {
      return ofYaml(name, content);
    }
    boolean cases =
        name.endsWith(".xlsx")
            && WorkbookReader.read(name, content, new ProblemList()).stream()
                .anyMatch(sheet -> sheet.holds(SheetMarker.TEST_CASES));
    return cases ? RuleSetFiles.TEST_CASES + name : name;
  }

  private static String ofYaml(String name, byte[] content) {
    List<JsonNode> entries =
        YamlEntries.read(name, content, new ProblemList()).stream().map(LocatedJson::tree).toList();
    if (entries.stream().anyMatch(entry -> entry.has("facts") || entry.has("expect"))) {
      return RuleSetFiles.TEST_CASES + name;
    }
    return entries.stream().anyMatch(entry -> entry.has("law")) ? RuleSetFiles.INVARIANTS : name;
  }
}
