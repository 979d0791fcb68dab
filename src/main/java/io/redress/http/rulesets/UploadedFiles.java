package io.redress.http.rulesets;

import io.redress.http.problem.ProblemType;
import io.redress.platform.text.ClosestWord;
import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.ruleset.IgnoredFile;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Uploaded files of a rule set, whose names are safe in every file system. */
final class UploadedFiles {
  private static final String KINDS =
      "Send workbooks, letters/*.txt, invariants.yaml, gates.yaml, kpis.yaml, or test-cases/*.yaml and"
          + " *.xlsx.";

  private static final Pattern CODE = Pattern.compile(".*[.]drl([.]xlsx?)?[. ]*");

  /** Characters with a special meaning in some file system or shell. */
  private static final Pattern UNSAFE = Pattern.compile("[<>:\"|?*\\\\\n]");

  private final RuleSetFiles base;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<RuleProblem> problems = new ArrayList<>();

  /**
   * @param base the rule set that the files are to change
   */
  UploadedFiles(RuleSetFiles base) {
    this.base = base;
  }

  /**
   * @param name as in the rule set
   */
  void add(String name, byte[] content) {
    if (CODE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      throw ProblemType.CODE_BY_UPLOAD.with(
          printable(name) + " is code. Ask an engineer to put it into the rules folder.");
    }
    if (name.isBlank() || name.length() > RuleSetFiles.MAX_NAME_LENGTH || !safe(name)) {
      refuse(name, "the file name is not allowed in a rule set.", allowed(name));
    } else if (!RuleSetFiles.reads(name)) {
      refuse(name, "this kind of file is not supported in a rule set.", advice(name));
    } else if (!base.all().containsKey(name) && copyOf(name).isPresent()) {
      refuse(name, "the name is that of a copy.", "Did you mean " + copyOf(name).get() + "?");
    } else if (!base.all().containsKey(name) && sameButForCase(name)) {
      refuse(name, "the rule set has a file whose name differs in case only.", advice(name));
    } else if (files.put(name, content) != null) {
      refuse(name, "two files have this name.", "Send one of them.");
    }
  }

  /** The problems of the names. */
  List<RuleProblem> problems() {
    return problems;
  }

  /** The base with these files in it. */
  RuleSetFiles onBase() {
    return base.with(files);
  }

  private static boolean safe(String name) {
    return !UNSAFE.matcher(name).find()
        && !InvisibleCharacters.anyIn(name)
        && Stream.of(name.split("/", -1)).allMatch(UploadedFiles::safePart);
  }

  private static boolean safePart(String part) {
    return !part.isBlank()
        && part.equals(part.strip())
        && !part.startsWith(".")
        && !part.startsWith("~$")
        && !part.endsWith(".")
        && !RuleSetFiles.namesDevice(part);
  }

  private boolean sameButForCase(String name) {
    return base.all().keySet().stream().anyMatch(name::equalsIgnoreCase);
  }

  /** Browsers number files that they download again, such as {@code promises (1).xlsx}. */
  private Optional<String> copyOf(String name) {
    return IgnoredFile.find(name, base.all().keySet()).map(IgnoredFile::of);
  }

  /** Some clients send the name with its folder, or that of a lock file. */
  private String allowed(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return Optional.of(last)
        .filter(base.all()::containsKey)
        .or(() -> copyOf(last))
        .map(meant -> "Did you mean " + meant + "?")
        .orElse(
            "Use at most "
                + RuleSetFiles.MAX_NAME_LENGTH
                + " letters, digits and hyphens, such as promises.xlsx.");
  }

  private String advice(String name) {
    Set<String> names = base.all().keySet();
    return names.stream()
        .filter(one -> one.endsWith("/" + name) || one.equalsIgnoreCase(name))
        .findFirst()
        .map(meant -> "Did you mean " + meant + "?")
        .orElseGet(() -> ClosestWord.advice(name, names, KINDS));
  }

  private void refuse(String name, String message, String suggestion) {
    problems.add(
        RuleProblem.ofFile(printable(name), ProblemCode.BAD_FILE_NAME, message, suggestion));
  }

  /** A name from outside, made printable. */
  private static String printable(String name) {
    String brief =
        name.length() <= RuleSetFiles.MAX_NAME_LENGTH
            ? name
            : name.substring(0, RuleSetFiles.MAX_NAME_LENGTH) + "...";
    return InvisibleCharacters.lineOf(brief);
  }
}
