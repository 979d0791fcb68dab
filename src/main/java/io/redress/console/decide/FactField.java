package io.redress.console.decide;

import io.redress.check.scenario.Candidates;
import io.redress.rules.table.OwnTerms;
import io.redress.rules.table.Term;
import io.redress.rules.table.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form field of a fact.
 *
 * @param name dotted JSON path
 * @param choices the options of a CHOICE or SEVERAL; empty otherwise
 * @param text the label of a fact of the seller's own
 */
record FactField(String name, Kind kind, List<String> choices, @Nullable String text) {
  FactField(String name, Kind kind, List<String> choices) {
    this(name, kind, choices, null);
  }

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
    /** A list of objects. */
    ROWS
  }

  /** A section of the form. */
  public record Group(String name, List<FactField> fields) {
    public String label() {
      return "decide.group." + name;
    }
  }

  /** Facts that are lists of objects, by the fact that they follow in the form. */
  private static final Map<String, String> ROWS_AFTER =
      Map.of("problem.missingQuantity", "problem.defects", "claimedAmount", "granted");

  private static final int MAX_CHOICES = 30;

  /** Shown above the groups, as the relevance of all others depends on them. */
  private static final Set<String> FIRST = Set.of("disputeId", "asOf", "disputeType", "reason");

  private static final String CLAIM = "claim";

  /** In display order. */
  private static final List<String> ORDER =
      List.of(
          CLAIM,
          "order",
          "shipment",
          "customs",
          "problem",
          "evidence",
          "people",
          "feedback",
          "custom");

  /**
   * All facts except {@link #FIRST}, by group.
   *
   * @param language of the labels of the seller's own facts
   */
  static List<Group> groups(Terms terms, Locale language) {
    Map<String, List<FactField>> groups = new LinkedHashMap<>();
    ORDER.forEach(group -> groups.put(group, new ArrayList<>()));
    for (Term term : terms.all()) {
      if (Candidates.isFact(term) && !FIRST.contains(term.name())) {
        List<FactField> fields =
            groups.computeIfAbsent(group(term.name()), name -> new ArrayList<>());
        fields.add(term.name().startsWith(OwnTerms.PREFIX) ? own(term, terms, language) : of(term));
        if (ROWS_AFTER.containsKey(term.name())) {
          fields.add(new FactField(ROWS_AFTER.get(term.name()), Kind.ROWS, List.of()));
        }
      }
    }
    groups.values().removeIf(List::isEmpty);
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  private static String group(String fact) {
    int point = fact.indexOf('.');
    String group = point < 0 ? CLAIM : fact.substring(0, point);
    return group.equals("buyer") || group.equals("seller") ? "people" : group;
  }

  private static FactField own(Term term, Terms terms, Locale language) {
    FactField field = of(term);
    String name = term.name().substring(OwnTerms.PREFIX.length());
    String label =
        terms.own().declarations().stream()
            .filter(declared -> declared.name().equals(name))
            .map(declared -> declared.label(language))
            .findFirst()
            .orElse(name);
    return new FactField(field.name, field.kind, field.choices, label);
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
          case ENUM, TEXT, CODE -> textKind(term);
        };
    return new FactField(name, kind, kind == Kind.CHOICE ? term.allowed() : List.of());
  }

  private static Kind textKind(Term term) {
    if (term.name().endsWith("Country")) {
      return Kind.COUNTRY;
    }
    if (term.name().endsWith(".currency")) {
      return Kind.CURRENCY;
    }
    if (term.name().endsWith(".locale")) {
      return Kind.LANGUAGE;
    }
    boolean choice = !term.allowed().isEmpty() && term.allowed().size() <= MAX_CHOICES;
    return choice ? Kind.CHOICE : Kind.TEXT;
  }

  /** The message key of the label. */
  public String label() {
    return "decide.fact." + name;
  }

  /** The message key of the button that adds a row. */
  public String addLabel() {
    return name.equals("granted") ? "decide.grant.add" : "decide.defect.add";
  }

  /** The kind, as the script expects it in {@code data-entered}. */
  public String entered() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The HTML id. */
  public String id() {
    return "fact-" + name.replace('.', '-');
  }

  public boolean is(String other) {
    return kind.name().equals(other);
  }
}
