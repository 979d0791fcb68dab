package io.redress.console;

import io.redress.check.scenario.FactTree;
import io.redress.domain.decision.RuleSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of console pages. */
public final class Links {
  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9]\\d*");

  private Links() {}

  public static String ruleSet(String version) {
    return "/rulesets/" + version;
  }

  /** What a rule set would have cost: all runs. */
  public static String impact(String version) {
    return ruleSet(version) + "/impact";
  }

  /** What a rule set would have cost: one run. */
  public static String impact(String version, String run) {
    return impact(version) + "/" + run;
  }

  /** What a rule set decides beside the active one. */
  public static String shadow(String version) {
    return ruleSet(version) + "/shadow";
  }

  /** The download of a workbook with the usage of its rows. */
  public static String usage(String version, String file) {
    return ruleSet(version) + "/usage/files/" + encoded(file).replace("%2F", "/");
  }

  /** The page of a law. */
  public static String law(String version, String law) {
    return ruleSet(version) + "/laws/" + encoded(law);
  }

  /** A sheet of a calendar. */
  public static String calendar(String version, String sheet) {
    return ruleSet(version) + "/calendar?sheet=" + encoded(sheet);
  }

  public static String table(String version, String table) {
    return "/tables/" + version + "/" + encoded(table);
  }

  /** A row of a table; {@code row} is the row number of the spreadsheet. */
  public static String row(String version, String table, int row) {
    return table(version, table) + "#row-" + row;
  }

  public static String row(String version, RuleSource.TableRow row) {
    return row(version, tableOf(row), row.row());
  }

  /** A cell such as {@code D7}; the table if the cell is unknown. */
  public static String cell(String version, String table, @Nullable String cell) {
    boolean known = cell != null && CELL.matcher(cell).matches();
    return table(version, table) + (known ? "#cell-" + cell : "");
  }

  /** The table of a row: rules of tables are named {@code TABLE row N}. */
  public static String tableOf(RuleSource.TableRow row) {
    return row.rule().replaceFirst(" row \\d+$", "");
  }

  /**
   * The decide page with these facts, in the fragment: personal data must not reach server logs.
   */
  public static String facts(FactTree facts) {
    return "/decide#facts=" + encoded(facts.json().toString());
  }

  /**
   * The decide page with the example of a finding, completed to facts that reach its table.
   *
   * @param example JSON of its values by name
   */
  public static String example(String version, String table, String example) {
    return "/decide?ruleSet="
        + encoded(version)
        + "&table="
        + encoded(table)
        + "#example="
        + encoded(example);
  }

  /** The download of a rule set's file. */
  public static String file(String version, String name) {
    return ruleSet(version) + "/files/" + encoded(name).replace("%2F", "/");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
