package io.redress.console.decide;

import io.redress.console.Messages;
import io.redress.rules.table.Term;
import io.redress.rules.table.Vocabulary;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Suggestions of the form: countries, currencies and languages, with their names. */
record Choices(List<Choice> countries, List<Choice> currencies, List<Choice> languages) {

  /** A code and its name. */
  public record Choice(String code, String name) {}

  static Choices of(List<Locale> languages, Messages messages) {
    Locale reader = Locale.forLanguageTag(messages.language());
    return new Choices(
        choices("order.buyerCountry", messages::country),
        choices("order.currency", code -> Currency.getInstance(code).getDisplayName(reader)),
        languages.stream()
            .map(one -> new Choice(one.toLanguageTag(), one.getDisplayName(one)))
            .toList());
  }

  private static List<Choice> choices(String fact, Function<String, String> name) {
    Term term = Vocabulary.known(fact);
    return term.allowed().stream().map(code -> new Choice(code, name.apply(code))).toList();
  }
}
