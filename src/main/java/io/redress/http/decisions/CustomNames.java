package io.redress.http.decisions;

import io.redress.journal.read.JournalSearch;
import io.redress.lifecycle.ActiveRules;
import io.redress.rules.table.OwnTerms;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The facts and outcomes of the seller's own that decisions can be searched by. */
@Singleton
public class CustomNames {
  private final JournalSearch journal;
  private final ActiveRules active;

  CustomNames(JournalSearch journal, ActiveRules active) {
    this.journal = journal;
    this.active = active;
  }

  /** Returns the names that decisions have or that the active rules declare, with the prefix. */
  public List<String> all() {
    TreeSet<String> names = new TreeSet<>(journal.customNames());
    declared().declarations().stream()
        .filter(OwnTerms.Declaration::searchable)
        .forEach(declared -> names.add(declared.name()));
    return names.stream().map(name -> OwnTerms.PREFIX + name).toList();
  }

  /** Returns what the active rules declare. */
  public OwnTerms declared() {
    return active.current().map(rules -> rules.tables().terms().own()).orElse(OwnTerms.NONE);
  }

  /** Like {@link #all}; none if the parameters of a search do not need them. */
  List<String> neededBy(Map<String, List<String>> parameters) {
    return parameters.keySet().stream().anyMatch(name -> name.startsWith(OwnTerms.PREFIX))
        ? all()
        : List.of();
  }
}
