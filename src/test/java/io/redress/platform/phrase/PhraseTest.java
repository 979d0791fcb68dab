package io.redress.platform.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | A  | is A",
        "en | A B | is A or B",
        "en | A B C | is A, B or C",
        "zh-CN | A B C | 为 A、B 或 C",
        "de | A B | is A or B"
      })
  void listsAreJoinedByLanguage(String language, String words, String said) {
    List<Phrase> parts = Stream.of(words.split(" ")).map(Phrase::verbatim).toList();
    Phrase list = Phrase.list(parts, "difference.comma", "difference.or");
    assertThat(Phrase.of("difference.is", list).in(Locale.forLanguageTag(language)))
        .isEqualTo(said);
  }

  @Test
  void argumentsAreNotParsedAsPatterns() {
    Phrase odd = Phrase.verbatim("it's {0} '{'");
    assertThat(Phrase.of("difference.is", odd)).hasToString("is it's {0} '{'");
    assertThat(Phrase.list(List.of(), "difference.also")).hasToString("");
  }

  @Test
  void codesAreSaidInTheWordsOfTheReader() {
    Phrase.Wording words = (kind, code) -> kind == Phrase.Named.TERM ? "Days late" : code;
    Phrase late =
        Phrase.of(
            "difference.becomes",
            Phrase.named(Phrase.Named.TERM, "daysLate"),
            Phrase.named(Phrase.Named.VALUE, "5"),
            Phrase.verbatim("7"));
    Phrase both = Phrase.list(List.of(late, late), "difference.also").asSentence();
    assertThat(both.in(Locale.UK, words))
        .isEqualTo("Days late goes from 5 to 7; Days late goes from 5 to 7");
    assertThat(late).hasToString("daysLate goes from 5 to 7");
  }

  @Test
  void jsonIsEnglish() throws Exception {
    assertThat(
            new ObjectMapper().writeValueAsString(Map.of("reason", Phrase.of("difference.known"))))
        .isEqualTo("{\"reason\":\"is known\"}");
  }
}
