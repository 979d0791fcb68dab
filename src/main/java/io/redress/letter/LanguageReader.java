package io.redress.letter;

import io.redress.dispute.Closest;
import io.redress.source.ProblemCode;
import io.redress.source.RuleProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the letter files of a rule set and compares them: English says which texts there are. */
final class LanguageReader {
  private static final String FOLDER = "letters/";
  private static final String ENDING = ".txt";
  private static final String ENGLISH = FOLDER + "en" + ENDING;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final String file;
  private final Map<String, LetterFile.Text> texts;
  private final List<RuleProblem> problems;

  private LanguageReader(
      String file, Map<String, LetterFile.Text> texts, List<RuleProblem> problems) {
    this.file = file;
    this.texts = texts;
    this.problems = problems;
  }

  static Map<Locale, Language> read(Map<String, byte[]> files, List<RuleProblem> problems) {
    Map<Locale, Language> languages = new HashMap<>();
    if (!files.containsKey(ENGLISH)) {
      String advice = "Add it: English is written to buyers whose language is not there.";
      problems.add(
          RuleProblem.ofFile(ENGLISH, ProblemCode.FILE_MISSING, "there is no such file.", advice));
      return languages;
    }
    Set<String> english = new HashSet<>(Section.requiredNames());
    english.addAll(LetterFile.read(ENGLISH, files.get(ENGLISH), new ArrayList<>()).keySet());
    new TreeMap<>(files)
        .forEach(
            (file, bytes) -> {
              if (file.startsWith(FOLDER) && file.endsWith(ENDING)) {
                var texts = LetterFile.read(file, bytes, problems);
                Language language = new LanguageReader(file, texts, problems).language(english);
                languages.put(language.locale(), language);
              }
            });
    return languages;
  }

  private Language language(Set<String> english) {
    Map<String, List<Piece>> pieces = new HashMap<>();
    texts.forEach((name, text) -> pieces.put(name, pieces(name, text, english)));
    english.stream().filter(name -> !texts.containsKey(name)).sorted().forEach(this::missing);
    return new Language(locale(), pieces);
  }

  private Locale locale() {
    String tag = file.substring(FOLDER.length(), file.length() - ENDING.length());
    Locale locale = Locale.forLanguageTag(tag);
    if (!LANGUAGES.contains(locale.getLanguage()) || !locale.toLanguageTag().equals(tag)) {
      String advice = "Use one such as fr.txt or pt-BR.txt.";
      String message = tag + " is no language tag.";
      problems.add(RuleProblem.ofFile(file, ProblemCode.LANGUAGE_UNKNOWN, message, advice));
    }
    return locale;
  }

  private List<Piece> pieces(String name, LetterFile.Text text, Set<String> english) {
    if (!Section.accepts(name)) {
      unknown(name, text, Section.knownNames(), "there is no text of this name.");
    } else if (!english.contains(name)) {
      unknown(name, text, english, "the English letters have no text of this name.");
    }
    return PhraseParser.pieces(
        text.body(),
        Section.knownIn(name),
        (index, code, value, message, advice) ->
            add(text.line() + lineBreaks(text.body(), index), code, value, message, advice));
  }

  private static int lineBreaks(String text, int end) {
    return (int) text.chars().limit(end).filter(character -> character == '\n').count();
  }

  private void unknown(
      String name, LetterFile.Text text, Collection<String> names, String message) {
    String advice =
        Closest.to(name, names.stream().sorted().toList())
            .map(near -> "Did you mean " + near + "?")
            .orElse("Remove it, or name it as its section asks.");
    add(text.line(), ProblemCode.TEXT_UNKNOWN, name, name + ": " + message, advice);
  }

  private void missing(String name) {
    String message = "the text " + name + " is missing.";
    String advice = "Write it below a line [" + name + "].";
    problems.add(RuleProblem.ofFile(file, ProblemCode.TEXT_MISSING, message, advice));
  }

  private void add(int line, ProblemCode code, String value, String message, String advice) {
    problems.add(RuleProblem.ofLine(file, line, code, value, message, advice));
  }
}
