package io.redress.rules.ruleset;

import io.redress.platform.text.Sha256;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files of a rule set and of its test cases, by name: the path inside the rules folder, such as
 * {@code letters/en.txt}, or {@code test-cases/law.yaml} for a test case.
 */
public final class RuleSetFiles {
  /** Prefix of the names of test cases. */
  public static final String TEST_CASES = "test-cases/";

  /** Name of the file of laws. */
  public static final String INVARIANTS = "invariants.yaml";

  /** Name of the file of gates. */
  public static final String GATES = "gates.yaml";

  /** Name of the file of KPIs. */
  public static final String KPIS = "kpis.yaml";

  /** Maximum length of a file's path, in characters. */
  public static final int MAX_NAME_LENGTH = 200;

  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?");

  private static final Pattern READ =
      Pattern.compile(
          "test-cases/.*[.](yaml|xlsx)|(?!test-cases/)(.*[.](drl|xlsx)|letters/.*[.]txt|"
              + Pattern.quote(INVARIANTS)
              + "|"
              + Pattern.quote(GATES)
              + "|"
              + Pattern.quote(KPIS)
              + ")");

  private final SortedMap<String, byte[]> byName;
  private final String hash;

  private RuleSetFiles(SortedMap<String, byte[]> byName) {
    this.byName = Collections.unmodifiableSortedMap(byName);
    this.hash = hash(byName);
  }

  /**
   * @param byName content by name; the arrays must not be changed afterwards
   */
  public static RuleSetFiles of(Map<String, byte[]> byName) {
    return new RuleSetFiles(new TreeMap<>(byName));
  }

  /**
   * Reads the files of two folders that {@link FolderFiles} counts.
   *
   * @param problems receives a problem when a folder or a file cannot be read
   */
  public static RuleSetFiles read(Path rules, Path testCases, List<RuleProblem> problems) {
    SortedMap<String, byte[]> files = new TreeMap<>(folder(rules, "", problems));
    folder(testCases, TEST_CASES, problems)
        .forEach((name, bytes) -> files.put(TEST_CASES + name, bytes));
    return new RuleSetFiles(files);
  }

  /**
   * Reads the files of a folder of rules that {@link FolderFiles} counts, by path inside it, with
   * slashes on every system.
   *
   * @param problems receives a problem when the folder or a file cannot be read
   */
  public static Map<String, byte[]> folder(Path folder, List<RuleProblem> problems) {
    return folder(folder, "", problems);
  }

  private static Map<String, byte[]> folder(
      Path folder, String prefix, List<RuleProblem> problems) {
    Map<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      problems.add(
          RuleProblem.ofFile(
              folder.toString(),
              ProblemCode.FOLDER_MISSING,
              "the folder does not exist.",
              "Name one that exists."));
      return files;
    }
    try {
      for (Map.Entry<String, Path> file : FolderFiles.of(folder, prefix).counted().entrySet()) {
        String name = file.getKey();
        if (name.length() > MAX_NAME_LENGTH) {
          problems.add(tooLong(name));
        } else {
          files.put(name, Files.readAllBytes(file.getValue()));
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      problems.add(
          RuleProblem.ofFile(
              folder.toString(),
              ProblemCode.FOLDER_UNREADABLE,
              "the folder cannot be read: " + unreadable.getMessage() + ".",
              "Give this service permission to read it."));
    }
    return files;
  }

  /** Whether the name is a device on Windows, where a rule set may be unpacked. */
  public static boolean namesDevice(String name) {
    return DEVICE.matcher(name).matches();
  }

  /** Whether a file of this name is part of a rule set. */
  public static boolean reads(String name) {
    return READ.matcher(name).matches();
  }

  /** Returns these files, with others added or replacing those of the same name. */
  public RuleSetFiles with(Map<String, byte[]> others) {
    SortedMap<String, byte[]> all = new TreeMap<>(byName);
    all.putAll(others);
    return new RuleSetFiles(all);
  }

  /** Returns all files, ordered by name. */
  public SortedMap<String, byte[]> all() {
    return byName;
  }

  /** Returns the files without test cases. */
  public Map<String, byte[]> rules() {
    SortedMap<String, byte[]> rules = new TreeMap<>(byName);
    rules.keySet().removeIf(name -> name.startsWith(TEST_CASES));
    return rules;
  }

  /** Returns the test cases. */
  public Map<String, byte[]> testCases() {
    SortedMap<String, byte[]> cases = new TreeMap<>(byName);
    cases.keySet().removeIf(name -> !name.startsWith(TEST_CASES));
    return cases;
  }

  /** Returns the SHA-256 of each file, by name. */
  public SortedMap<String, String> fingerprints() {
    SortedMap<String, String> hashes = new TreeMap<>();
    byName.forEach((name, content) -> hashes.put(name, Sha256.of(content)));
    return hashes;
  }

  /**
   * Returns the SHA-256 over the names and contents of all files, in hexadecimal; it names the rule
   * set.
   */
  public String hash() {
    return hash;
  }

  private static RuleProblem tooLong(String name) {
    return RuleProblem.ofFile(
        name.substring(0, MAX_NAME_LENGTH) + "...",
        ProblemCode.BAD_FILE_NAME,
        "the name has " + name.length() + " characters.",
        "Use at most " + MAX_NAME_LENGTH + ".");
  }

  private static String hash(SortedMap<String, byte[]> files) {
    Sha256 digest = new Sha256();
    files.forEach((name, content) -> digest.add(name + '\0' + content.length + '\0').add(content));
    return digest.hex();
  }
}
