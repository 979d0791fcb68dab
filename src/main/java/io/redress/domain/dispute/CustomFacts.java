package io.redress.domain.dispute;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The facts of the seller's own that a rule set declares, by name without {@code custom.}. */
public final class CustomFacts {
  /** No facts of the seller's own. */
  public static final CustomFacts NONE = new CustomFacts(List.of());

  private final Map<String, Declared> byName;
  private final String listedNames;

  public CustomFacts(Collection<Declared> declared) {
    this.byName =
        declared.stream()
            .collect(
                Collectors.toMap(
                    Declared::name, fact -> fact, (first, same) -> first, TreeMap::new));
    this.listedNames = String.join(", ", byName.keySet());
  }

  Optional<Declared> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Returns the names for a message. */
  String listedNames() {
    return listedNames;
  }

  /**
   * One fact.
   *
   * @param name without {@code custom.}
   * @param allowed the words of an ENUM
   */
  public record Declared(String name, Type type, List<String> allowed) {
    public Declared {
      allowed = List.copyOf(allowed);
    }
  }

  /** The types that facts of the seller's own can have. */
  public enum Type {
    /** One of a list of words. */
    ENUM,
    /** A word of capital letters, digits and underscores. */
    CODE,
    /** Any text on one line; it is treated as personal data. */
    TEXT,
    BOOLEAN,
    INTEGER,
    DECIMAL,
    /** 0 to 100. */
    PERCENT,
    DATE
  }

  /** The value of a TEXT, which may be personal. */
  public record FreeText(@JsonValue String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
