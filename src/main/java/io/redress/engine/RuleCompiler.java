package io.redress.engine;

import io.redress.decision.RuleSource;
import io.redress.source.Cell;
import io.redress.source.RuleProblem;
import io.redress.source.Sheet;
import io.redress.source.WorkbookReader;
import io.redress.table.Tables;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Compiles the DRL of a rule set and its native decision tables. */
public final class RuleCompiler {
  /** Drools wants a file to lie where its package says. */
  private static final String FOLDER = "io/redress/rules/";

  private static final Pattern ASKED = Pattern.compile("\\bask\\(\\s*\"([^\"]*)\"\\s*\\)");

  /** Drools names the rule of a row by the table's name and the row. */
  private static final Pattern TABLE_ROW = Pattern.compile(".*_(\\d+)");

  private final Tables tables;
  private final List<RuleProblem> problems;
  private final Map<String, RuleSource> sources = new HashMap<>();
  private final Map<String, Sheet> nativeTables = new HashMap<>();

  private RuleCompiler(Tables tables, List<RuleProblem> problems) {
    this.tables = tables;
    this.problems = problems;
  }

  /**
   * Compiles every {@code *.drl} and {@code *.drl.xlsx}.
   *
   * @param files the rule set's files by path
   * @param tables those that the rules may ask
   * @param problems takes every fault found; with any, nothing is compiled
   */
  public static Optional<CompiledRules> compile(
      Map<String, byte[]> files, Tables tables, List<RuleProblem> problems) {
    return new RuleCompiler(tables, problems).compile(new TreeMap<>(files));
  }

  private Optional<CompiledRules> compile(Map<String, byte[]> files) {
    int before = problems.size();
    Map<String, String> drl = new TreeMap<>();
    files.forEach(
        (file, bytes) -> {
          if (file.endsWith(".drl")) {
            drl.put(file, new String(bytes, StandardCharsets.UTF_8));
          } else if (file.endsWith(".drl.xlsx")) {
            List<Sheet> sheets = WorkbookReader.readAll(file, bytes, problems);
            if (!sheets.isEmpty()) {
              nativeTables.put(file, sheets.get(0));
              translated(file, bytes).ifPresent(text -> drl.put(file, text));
            }
          }
        });
    if (drl.isEmpty()) {
      problems.add(
          RuleProblem.ofFile("*.drl", "FILE_MISSING", "there is no DRL.", "Add the flow."));
    }
    drl.forEach(this::look);
    return problems.size() == before ? build(drl) : Optional.empty();
  }

  private Optional<String> translated(String file, byte[] workbook) {
    try {
      return Optional.of(
          new SpreadsheetCompiler().compile(new ByteArrayInputStream(workbook), InputType.XLS));
    } catch (RuntimeException broken) {
      problems.add(
          RuleProblem.ofFile(
              file,
              "NATIVE_TABLE",
              "Drools can not read this decision table: " + broken.getMessage() + ".",
              "Correct it; its cells are code."));
      return Optional.empty();
    }
  }

  /** Notes where each rule is written, and which tables it asks for in vain. */
  private void look(String file, String drl) {
    try {
      var descr = new DrlParser(LanguageLevelOption.DRL6).parse(false, drl);
      if (descr != null) {
        descr.getRules().forEach(rule -> sources.put(rule.getName(), source(file, rule)));
      }
    } catch (DroolsParserException broken) {
      problems.add(
          RuleProblem.ofFile(
              file, "DRL_SYNTAX", String.valueOf(broken.getMessage()), "Correct the rule."));
    }
    String[] lines = drl.split("\n", -1);
    for (int line = 1; line <= lines.length; line++) {
      Matcher asked = ASKED.matcher(lines[line - 1]);
      while (asked.find()) {
        if (tables.table(asked.group(1)).isEmpty()) {
          problems.add(
              RuleProblem.ofLine(
                  file,
                  line,
                  "TABLE_MISSING",
                  asked.group(1),
                  "no sheet holds the table " + asked.group(1) + ", or it has faults.",
                  "Add the table, or ask another one."));
        }
      }
    }
  }

  private RuleSource source(String file, RuleDescr rule) {
    Sheet sheet = nativeTables.get(file);
    Matcher named = TABLE_ROW.matcher(rule.getName());
    if (sheet == null || !named.matches()) {
      return new RuleSource.DrlRule(rule.getName(), file, rule.getLine());
    }
    int number = Integer.parseInt(named.group(1));
    List<String> cells =
        sheet.rows().stream()
            .filter(row -> row.get(0).row() == number)
            .flatMap(List::stream)
            .filter(cell -> cell.column() > 0)
            .map(Cell::address)
            .toList();
    return new RuleSource.TableRow(rule.getName(), file, sheet.name(), number, cells);
  }

  private Optional<CompiledRules> build(Map<String, String> drl) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("io.redress", "rules", UUID.randomUUID().toString());
    KieFileSystem folder = services.newKieFileSystem();
    folder.generateAndWritePomXML(release);
    drl.forEach(
        (file, text) ->
            folder.write(
                "src/main/resources/" + FOLDER + file.replaceFirst("\\.drl\\.xlsx$", ".xlsx.drl"),
                text));
    var results =
        services
            .newKieBuilder(folder, RuleCompiler.class.getClassLoader())
            .buildAll(ExecutableModelProject.class)
            .getResults()
            .getMessages(Message.Level.ERROR);
    results.forEach(this::problem);
    if (!results.isEmpty()) {
      services.getRepository().removeKieModule(release);
      return Optional.empty();
    }
    return Optional.of(
        new CompiledRules(
            services.newKieContainer(release, RuleCompiler.class.getClassLoader()), sources));
  }

  private void problem(Message message) {
    String path = message.getPath() == null ? "*.drl" : message.getPath();
    String file = path.replaceFirst(".*" + FOLDER, "").replaceFirst("\\.xlsx\\.drl$", ".drl.xlsx");
    problems.add(
        RuleProblem.ofLine(
            file,
            Math.max(1, message.getLine()),
            "DRL_COMPILE",
            "",
            message.getText().strip().lines().findFirst().orElse("it can not be compiled."),
            "Correct the rule."));
  }
}
