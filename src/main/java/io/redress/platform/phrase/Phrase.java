package io.redress.platform.phrase;

import com.fasterxml.jackson.annotation.JsonValue;
import com.ibm.icu.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something to say, in whichever language is asked for. Texts are those of {@code
 * messages/AREA.properties} and {@code AREA_zh.properties}, whose keys begin with the area's name,
 * in ICU's form: {@code {0, plural, one {# row} other {# rows}}}. JSON has it in English.
 */
public final class Phrase {
  private static final ResourceBundle.Control OWN_LANGUAGE_OR_ENGLISH =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Function<Locale, String> said;

  private Phrase(Function<Locale, String> said) {
    this.said = said;
  }

  /**
   * @param arguments numbers, texts that are the same in all languages, and other phrases
   */
  public static Phrase of(String key, Object... arguments) {
    return new Phrase(
        locale ->
            new MessageFormat(text(key, locale), locale)
                .format(Arrays.stream(arguments).map(one -> in(locale, one)).toArray()));
  }

  private static Object in(Locale locale, Object argument) {
    return argument instanceof Phrase phrase ? phrase.in(locale) : argument;
  }

  /**
   * What a code means, in short. Messages on rules are in English, as engineers exchange and search
   * them; who reads another language is told the gist.
   *
   * @param code such as {@code OVERLAP}
   * @param message what to say in languages that have no gist of it
   */
  public static Phrase gist(Object code, String message) {
    return new Phrase(
        locale -> {
          try {
            return text("gist." + code, locale);
          } catch (MissingResourceException none) {
            return message;
          }
        });
  }

  /** A text that is the same in all languages, such as a name. */
  public static Phrase verbatim(String text) {
    return new Phrase(locale -> text);
  }

  /**
   * Several in a row.
   *
   * @param joint key of what joins two, such as {@code {0}; {1}}
   */
  public static Phrase list(List<Phrase> parts, String joint) {
    return list(parts, joint, joint);
  }

  /**
   * @param last key of what joins the last one, such as {@code {0} or {1}}
   */
  public static Phrase list(List<Phrase> parts, String joint, String last) {
    int most = parts.size() - 1;
    return most < 1
        ? parts.stream().findFirst().orElse(verbatim(""))
        : new Phrase(
            locale ->
                parts.stream()
                        .limit(most)
                        .map(part -> part.in(locale))
                        .collect(Collectors.joining(between(joint, locale)))
                    + between(last, locale)
                    + parts.get(most).in(locale));
  }

  private static String between(String joint, Locale locale) {
    return of(joint, "", "").in(locale);
  }

  /** With a capital first, where the language has those. */
  public Phrase asSentence() {
    return new Phrase(
        locale -> {
          String text = in(locale);
          return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        });
  }

  /**
   * @throws MissingResourceException when there is no text for a key, a mistake of ours
   */
  public String in(Locale locale) {
    return said.apply(locale);
  }

  /** A text as it is written down, without arguments. */
  public static String text(String key, Locale locale) {
    return bundle(key.substring(0, key.indexOf('.')), locale).getString(key);
  }

  /** All texts of an area by the rest of their keys; empty when it has none in a language. */
  public static Map<String, String> texts(String area, Locale locale) {
    try {
      ResourceBundle texts = bundle(area, locale);
      return texts.keySet().stream()
          .collect(
              Collectors.toMap(
                  key -> key.substring(area.length() + 1),
                  texts::getString,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (MissingResourceException none) {
      return Map.of();
    }
  }

  private static ResourceBundle bundle(String area, Locale locale) {
    return ResourceBundle.getBundle(
        "messages." + area, locale, Phrase.class.getClassLoader(), OWN_LANGUAGE_OR_ENGLISH);
  }

  /** In English. */
  @JsonValue
  @Override
  public String toString() {
    return in(Locale.UK);
  }
}
