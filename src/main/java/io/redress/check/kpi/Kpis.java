package io.redress.check.kpi;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.YamlEntries;
import io.redress.rules.table.OwnTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the KPIs of a rule set from {@code kpis.yaml}. */
public final class Kpis {
  /** KPIs that a rule set may have. */
  static final int MAX = 50;

  /** Far more than people can read; a larger file is something else. */
  private static final int MAX_BYTES = 64 * 1024;

  private Kpis() {}

  /**
   * Returns the KPIs with these names, or all where none is named; of files that were read before.
   */
  public static List<Kpi> chosen(Map<String, byte[]> files, Collection<String> names) {
    return read(files, new ArrayList<>()).stream()
        .filter(kpi -> names.isEmpty() || names.contains(kpi.name()))
        .toList();
  }

  /**
   * Reads the KPIs in the order of the file; none if the rule set has no {@code kpis.yaml}.
   *
   * @param files files of the rule set, by path
   * @param problems receives all problems; a KPI that has one is left out
   */
  public static List<Kpi> read(Map<String, byte[]> files, List<RuleProblem> problems) {
    byte[] bytes = files.get(RuleSetFiles.KPIS);
    if (bytes == null) {
      return List.of();
    }
    if (bytes.length > MAX_BYTES) {
      problems.add(
          RuleProblem.ofFile(
              RuleSetFiles.KPIS,
              ProblemCode.TOO_LARGE,
              "the KPIs fill " + bytes.length + " bytes.",
              "Keep them within " + MAX_BYTES + "."));
      return List.of();
    }
    OwnTerms own = OwnTerms.read(files, new ArrayList<>());
    return YamlEntries.readWhole(RuleSetFiles.KPIS, bytes, problems)
        .map(written -> new KpisReader(written, own, problems).read())
        .orElse(List.of());
  }
}
