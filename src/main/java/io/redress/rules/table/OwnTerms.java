package io.redress.rules.table;

import io.redress.domain.dispute.CustomFacts;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.Sheet;
import io.redress.rules.source.SheetMarker;
import io.redress.rules.source.WorkbookReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts and outcomes of the seller's own: what {@code facts.xlsx} declares, if it exists.
 *
 * <p>A1 is {@code Facts}, row 2 is for people, row 3 names the columns {@code name}, {@code use},
 * {@code type}, {@code values}, and {@code label.en} and so on.
 */
public final class OwnTerms {
  /** Path inside the rule set. */
  public static final String FILE = "facts.xlsx";

  /** The member of facts and answers that has these terms. */
  public static final String MEMBER = "custom";

  /** What the names of all these terms begin with. */
  public static final String PREFIX = MEMBER + ".";

  /** No terms of the seller's own. */
  public static final OwnTerms NONE = new OwnTerms(List.of(), true);

  private final List<Declaration> declarations;
  private final boolean complete;

  private OwnTerms(List<Declaration> declarations, boolean complete) {
    this.complete = complete;
    this.declarations = List.copyOf(declarations);
  }

  /** Whether a term is sent with the dispute, or answered by tables. */
  public enum Use {
    FACT,
    OUTCOME;

    /** Returns the word for it in messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One term.
   *
   * @param name without {@code custom.}
   * @param allowed the words of an ENUM
   * @param labels by language, BCP 47
   */
  public record Declaration(
      String name,
      Use use,
      CustomFacts.Type type,
      List<String> allowed,
      Map<String, String> labels) {
    public Declaration {
      allowed = List.copyOf(allowed);
      labels = Map.copyOf(labels);
    }

    /** Whether decisions can be searched by it; free texts are personal data. */
    public boolean searchable() {
      return type != CustomFacts.Type.TEXT;
    }

    /** Returns the label in the language, else in English, else the name. */
    public String label(Locale language) {
      String english = labels.getOrDefault("en", name);
      return labels.getOrDefault(language.getLanguage(), english);
    }
  }

  /**
   * Reads the declarations of a rule set.
   *
   * @param problems receives all problems
   */
  public static OwnTerms read(Map<String, byte[]> files, List<RuleProblem> problems) {
    byte[] workbook = files.get(FILE);
    if (workbook == null) {
      return NONE;
    }
    int before = problems.size();
    List<Declaration> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<Sheet> sheets = WorkbookReader.read(FILE, workbook, problems);
    for (Sheet sheet : sheets) {
      if (sheet.holds(SheetMarker.FACTS)) {
        new OwnTermsReader(sheet, names, problems).read(found);
      } else {
        problems.add(sheet.misplaced());
      }
    }
    if (sheets.isEmpty() && problems.size() == before) {
      problems.add(
          RuleProblem.ofFile(
              FILE,
              ProblemCode.SHEET_MISSING,
              "no sheet declares facts.",
              "Write " + SheetMarker.FACTS.text() + " in A1 of the sheet, or remove the file."));
    }
    return new OwnTerms(found, problems.size() == before);
  }

  /**
   * Whether all declarations could be read; else a name that seems to be undeclared follows from
   * their problems, and is none of its own.
   */
  public boolean complete() {
    return complete;
  }

  /** Whether a name, with {@code custom.}, may be one of the declarations that have problems. */
  boolean mayDeclare(String name) {
    return !complete && name.startsWith(PREFIX);
  }

  /** Returns all terms in the order of the workbook. */
  public List<Declaration> declarations() {
    return declarations;
  }

  /** Returns the names of the facts or of the outcomes, without {@code custom.}. */
  public List<String> names(Use use) {
    return declarations.stream().filter(term -> term.use() == use).map(Declaration::name).toList();
  }

  /** Returns the declaration of a name without {@code custom.}. */
  public Optional<Declaration> named(String name) {
    return declarations.stream().filter(term -> term.name().equals(name)).findFirst();
  }

  /** Returns the facts, for reading disputes. */
  public CustomFacts facts() {
    return new CustomFacts(
        declarations.stream()
            .filter(term -> term.use() == Use.FACT)
            .map(term -> new CustomFacts.Declared(term.name(), term.type(), term.allowed()))
            .toList());
  }
}
