package io.redress.rules.table;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words for true and false that people and spreadsheet programs write, in any case. */
final class TruthWords {
  private static final Map<String, Boolean> WORDS = new HashMap<>();

  static {
    // The languages of the console and of the letters, each with yes and with true.
    add("true", "false");
    add("yes", "no");
    add("wahr", "falsch");
    add("ja", "nein");
    add("verdadero", "falso");
    add("s\u00ED", "no");
    add("si", "no");
    add("vrai", "faux");
    add("oui", "non");
    add("verdadeiro", "falso");
    add("sim", "n\u00E3o");
    add("\u0438\u0441\u0442\u0438\u043D\u0430", "\u043B\u043E\u0436\u044C");
    add("\u0434\u0430", "\u043D\u0435\u0442");
    add("\u771F", "\u5047");
    add("\u662F", "\u5426");
  }

  private TruthWords() {}

  private static void add(String yes, String no) {
    WORDS.put(yes, true);
    WORDS.put(no, false);
  }

  static Optional<Boolean> read(String text) {
    return Optional.ofNullable(WORDS.get(text.toLowerCase(Locale.ROOT)));
  }
}
