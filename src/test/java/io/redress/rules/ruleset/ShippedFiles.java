package io.redress.rules.ruleset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** The files of the shipped rules, for tests of what is done with a rule set. */
public final class ShippedFiles {
  /** One file of test cases, which run within milliseconds. */
  private static final String FEW = "test-cases/article.yaml";

  private static final RuleSetFiles ALL =
      RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());

  private ShippedFiles() {}

  public static RuleSetFiles all() {
    return ALL;
  }

  /**
   * All rules with few of their test cases: for tests that admit many rule sets and are about what
   * becomes of them, as most of an admission is the test cases.
   */
  public static RuleSetFiles withFewCases() {
    Map<String, byte[]> files = new TreeMap<>(ALL.rules());
    files.put(FEW, ALL.all().get(FEW));
    return RuleSetFiles.of(files);
  }
}
