package io.redress.check.kpi;

import io.redress.check.expectation.NumberPointer;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A figure of the seller's own about decided disputes.
 *
 * @param name unique in its rule set
 * @param title for people, by language (BCP 47); empty where it has none
 */
public record Kpi(String name, Map<String, String> title, Figure figure) {
  public Kpi {
    title = Collections.unmodifiableSortedMap(new TreeMap<>(title));
  }

  /** Returns the title in a language, else in English, else in any; the name without one. */
  public String titleIn(String language) {
    return titleIn(language, title, name);
  }

  /**
   * Returns a title in a language, else in English, else in any.
   *
   * @param titles by language
   * @param otherwise what is returned where there is none
   */
  public static String titleIn(String language, Map<String, String> titles, String otherwise) {
    return Stream.of(language, Locale.forLanguageTag(language).getLanguage(), "en")
        .filter(titles::containsKey)
        .map(titles::get)
        .findFirst()
        .orElseGet(() -> titles.values().stream().findFirst().orElse(otherwise));
  }

  /** What is added up. */
  public sealed interface Figure {
    /** Whether it depends on the trace of decisions. */
    boolean ofTrace();
  }

  /** The number of disputes that meet a condition. */
  public record Count(Condition when) implements Figure {
    @Override
    public boolean ofTrace() {
      return when.ofTrace();
    }
  }

  /** The sum of a number over the disputes that meet a condition; money by currency. */
  public record Sum(NumberPointer of, Condition when) implements Figure {
    @Override
    public boolean ofTrace() {
      return when.ofTrace();
    }
  }

  /** The share, in percent, of disputes that meet a condition among those that meet another. */
  public record Share(Condition of, Condition among) implements Figure {
    @Override
    public boolean ofTrace() {
      return of.ofTrace() || among.ofTrace();
    }
  }
}
