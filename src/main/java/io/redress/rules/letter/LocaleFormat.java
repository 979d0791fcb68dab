package io.redress.rules.letter;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Formats dates, numbers and money for one language and country. Thread-safe. */
final class LocaleFormat {
  private static final Map<Locale, LocaleFormat> CACHE = new ConcurrentHashMap<>();

  private final Locale locale;
  private final DateTimeFormatter dates;
  private final DateTimeFormatter firstsOfMonth;
  private final LocalizedNumberFormatter numbers;
  private final LocalizedNumberFormatter percents;
  private final PluralRules plurals;
  private final Map<Currency, LocalizedNumberFormatter> money = new ConcurrentHashMap<>();

  private LocaleFormat(Locale locale) {
    this.locale = locale;
    String pattern = datePattern(locale);
    this.dates = DateTimeFormatter.ofPattern(pattern, locale);
    this.firstsOfMonth = DateTimeFormatter.ofPattern(firstOfMonth(pattern, locale), locale);
    this.numbers = NumberFormatter.withLocale(locale);
    this.percents = numbers.unit(NoUnit.PERCENT).precision(Precision.maxFraction(4));
    this.plurals = PluralRules.forLocale(ULocale.forLocale(locale));
  }

  /**
   * @param locale a supported language and an existing country, so that the cache stays small
   */
  static LocaleFormat of(Locale locale) {
    return CACHE.computeIfAbsent(locale, LocaleFormat::new);
  }

  Locale locale() {
    return locale;
  }

  String date(LocalDate day) {
    return (day.getDayOfMonth() == 1 ? firstsOfMonth : dates).format(day);
  }

  String number(BigDecimal number) {
    return numbers.format(number).toString();
  }

  String number(long number) {
    return numbers.format(number).toString();
  }

  /**
   * @param percent 5 for five percent
   */
  String percent(BigDecimal percent) {
    return percents.format(percent).toString();
  }

  /** Formats an amount with the decimals of the currency in ISO 4217. */
  String money(BigDecimal amount, Currency currency) {
    return money.computeIfAbsent(currency, this::moneyIn).format(amount).toString();
  }

  /** Returns the CLDR plural category of a number, e.g. {@code one}. */
  String pluralCategory(int number) {
    return plurals.select(number);
  }

  /** Removes an abbreviation at the end, whose full stop would double that of the sentence. */
  private static String datePattern(Locale locale) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.LONG, null, IsoChronology.INSTANCE, locale)
        .replaceFirst("\\s*'[^']*'\\.$", "");
  }

  /** French and Brazilian Portuguese write the first of a month as an ordinal; CLDR does not. */
  private static String firstOfMonth(String pattern, Locale locale) {
    return switch (locale.getLanguage()) {
      case "fr" -> pattern.replaceFirst("d", "d'er'");
      case "pt" -> isBrazilian(locale) ? pattern.replaceFirst("d", "d'\u00ba'") : pattern;
      default -> pattern;
    };
  }

  private static boolean isBrazilian(Locale locale) {
    return ULocale.addLikelySubtags(ULocale.forLocale(locale)).getCountry().equals("BR");
  }

  private LocalizedNumberFormatter moneyIn(Currency currency) {
    return numbers
        .unit(com.ibm.icu.util.Currency.fromJavaCurrency(currency))
        .precision(Precision.fixedFraction(Math.max(0, currency.getDefaultFractionDigits())));
  }
}
