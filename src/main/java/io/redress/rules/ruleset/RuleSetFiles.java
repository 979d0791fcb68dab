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
import java.util.stream.Stream;

/**
 * The files of a rule set and of the test cases that it must pass, by name: the path inside the
 * folder of rules, such as {@code letters/en.txt}, and for test cases {@code test-cases/law.yaml}.
 */
public final class RuleSetFiles {
  /** How names of test cases begin. */
  public static final String TEST_CASES = "test-cases/";

  /** The name of the file of laws. */
  public static final String INVARIANTS = "invariants.yaml";

  /** In characters, of a file's name with the folders that it lies in. */
  public static final int MAX_NAME_LENGTH = 200;

  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?");

  private static final Pattern READ =
      Pattern.compile(
          "test-cases/.*[.](yaml|xlsx)|(?!test-cases/)(.*[.](drl|xlsx)|letters/.*[.]txt|"
              + Pattern.quote(INVARIANTS)
              + ")");

  private final SortedMap<String, byte[]> byName;
  private final String hash;

  private RuleSetFiles(SortedMap<String, byte[]> byName) {
    this.byName = Collections.unmodifiableSortedMap(byName);
    this.hash = hash(byName);
  }

  /**
   * @param byName content by name; nobody may write into the arrays after
   */
  public static RuleSetFiles of(Map<String, byte[]> byName) {
    return new RuleSetFiles(new TreeMap<>(byName));
  }

  /**
   * Reads every file of two folders but hidden ones and the lock files that spreadsheet programs
   * leave while they edit.
   *
   * @param problems takes a fault when a folder or a file can not be read
   */
  public static RuleSetFiles read(Path rules, Path testCases, List<RuleProblem> problems) {
    SortedMap<String, byte[]> files = new TreeMap<>(folder(rules, problems));
    folder(testCases, problems).forEach((name, bytes) -> files.put(TEST_CASES + name, bytes));
    return new RuleSetFiles(files);
  }

  /**
   * Reads every file of a folder, by path inside it, with slashes on every system.
   *
   * @param problems takes a fault when the folder or a file can not be read
   */
  public static Map<String, byte[]> folder(Path folder, List<RuleProblem> problems) {
    Map<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      problems.add(
          RuleProblem.ofFile(
              folder.toString(),
              ProblemCode.FOLDER_MISSING,
              "there is no such folder.",
              "Name one that exists."));
      return files;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (name.length() > MAX_NAME_LENGTH) {
          problems.add(tooLong(name));
        } else if (Stream.of(name.split("/")).noneMatch(RuleSetFiles::hidden)) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      problems.add(
          RuleProblem.ofFile(
              folder.toString(),
              ProblemCode.FOLDER_UNREADABLE,
              "the folder can not be read: " + unreadable.getMessage() + ".",
              "Give this service the right to read it."));
    }
    return files;
  }

  /** Whether Windows, where a rule set may be unpacked one day, takes a name for a device's. */
  public static boolean namesDevice(String name) {
    return DEVICE.matcher(name).matches();
  }

  /** Whether something is made of a file of this name. */
  public static boolean reads(String name) {
    return READ.matcher(name).matches();
  }

  /** These files with others in place of those of the same name. */
  public RuleSetFiles with(Map<String, byte[]> others) {
    SortedMap<String, byte[]> all = new TreeMap<>(byName);
    all.putAll(others);
    return new RuleSetFiles(all);
  }

  /** All files, in the order of their names. */
  public SortedMap<String, byte[]> all() {
    return byName;
  }

  /** What decides. */
  public Map<String, byte[]> rules() {
    SortedMap<String, byte[]> rules = new TreeMap<>(byName);
    rules.keySet().removeIf(name -> name.startsWith(TEST_CASES));
    return rules;
  }

  /** The test cases. */
  public Map<String, byte[]> testCases() {
    SortedMap<String, byte[]> cases = new TreeMap<>(byName);
    cases.keySet().removeIf(name -> !name.startsWith(TEST_CASES));
    return cases;
  }

  /** SHA-256 over the names and contents of all files, in hexadecimal: it names the rule set. */
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

  private static boolean hidden(String name) {
    return name.startsWith(".") || name.startsWith("~$");
  }

  private static String hash(SortedMap<String, byte[]> files) {
    Sha256 digest = new Sha256();
    files.forEach((name, content) -> digest.add(name + '\0' + content.length + '\0').add(content));
    return digest.hex();
  }
}
