package io.redress.console.decide;

import io.redress.check.scenario.Candidates;
import io.redress.rules.table.Term;
import io.redress.rules.table.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A fact as the form asks for it.
 *
 * @param name dotted, as in JSON
 * @param choices the words of a CHOICE or of SEVERAL; empty otherwise
 */
record FactField(String name, Kind kind, List<String> choices) {

  /** How a value is entered. */
  public enum Kind {
    CHOICE,
    SEVERAL,
    YES_NO,
    WHOLE,
    DECIMAL,
    DAY,
    TEXT,
    COUNTRY,
    CURRENCY,
    LANGUAGE,
    DEFECTS
  }

  /** A part of the form; its name is that of its heading among the words. */
  public record Group(String name, List<FactField> fields) {
    public String label() {
      return "decide.group." + name;
    }
  }

  private static final int LONGEST_CHOICE = 30;

  /** They stand above the groups, as all others depend on them. */
  private static final Set<String> FIRST = Set.of("disputeId", "asOf", "disputeType", "reason");

  private static final String CLAIM = "claim";

  /** In the order in which people tell of a dispute. */
  private static final List<String> ORDER =
      List.of(CLAIM, "order", "shipment", "customs", "problem", "evidence", "people", "feedback");

  /** All facts but the first ones, by group. */
  static List<Group> groups() {
    Map<String, List<FactField>> groups = new LinkedHashMap<>();
    ORDER.forEach(group -> groups.put(group, new ArrayList<>()));
    for (Term term : Vocabulary.terms()) {
      if (Candidates.isFact(term) && !FIRST.contains(term.name())) {
        List<FactField> fields =
            groups.computeIfAbsent(group(term.name()), name -> new ArrayList<>());
        fields.add(of(term));
        if (term.name().equals("problem.missingQuantity")) {
          fields.add(new FactField("problem.defects", Kind.DEFECTS, List.of()));
        }
      }
    }
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  private static String group(String fact) {
    int point = fact.indexOf('.');
    String group = point < 0 ? CLAIM : fact.substring(0, point);
    return group.equals("buyer") || group.equals("seller") ? "people" : group;
  }

  private static FactField of(Term term) {
    String name = term.name();
    if (term.list()) {
      return new FactField(name, Kind.SEVERAL, term.allowed());
    }
    Kind kind =
        switch (term.type()) {
          case BOOLEAN -> Kind.YES_NO;
          case INTEGER -> Kind.WHOLE;
          case DECIMAL, PERCENT -> Kind.DECIMAL;
          case DATE -> Kind.DAY;
          case ENUM, TEXT, CODE -> words(term);
        };
    return new FactField(name, kind, kind == Kind.CHOICE ? term.allowed() : List.of());
  }

  private static Kind words(Term term) {
    if (term.name().endsWith("Country")) {
      return Kind.COUNTRY;
    }
    if (term.name().endsWith(".currency")) {
      return Kind.CURRENCY;
    }
    if (term.name().endsWith(".locale")) {
      return Kind.LANGUAGE;
    }
    boolean choice = !term.allowed().isEmpty() && term.allowed().size() <= LONGEST_CHOICE;
    return choice ? Kind.CHOICE : Kind.TEXT;
  }

  /** The words that describe it, in the page's messages. */
  public String label() {
    return "decide.fact." + name;
  }

  /** As scripts know it. */
  public String entered() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** A name for the field that is valid in selectors. */
  public String id() {
    return "fact-" + name.replace('.', '-');
  }

  public boolean is(String other) {
    return kind.name().equals(other);
  }
}
