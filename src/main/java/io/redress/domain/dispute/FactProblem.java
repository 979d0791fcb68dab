package io.redress.domain.dispute;

import io.redress.platform.phrase.Phrase;
import java.util.Arrays;

/**
 * Something in a request that makes it impossible to decide.
 *
 * @param pointer RFC 6901 JSON pointer; empty for the whole document
 * @param message what is wrong with the value, then what to do
 */
public record FactProblem(Kind kind, String pointer, Phrase message) {

  /** What kind of mistake it is. */
  public enum Kind {
    /** Not JSON, an unknown field or a wrong type: the request can not be read. */
    MALFORMED,
    /** Readable, but it can not be so. */
    IMPOSSIBLE
  }

  /**
   * @param key of the message
   * @param arguments phrases, or what the client sent, which is told as it was sent
   */
  static FactProblem malformed(String pointer, String key, Object... arguments) {
    return new FactProblem(Kind.MALFORMED, pointer, message(key, arguments));
  }

  static FactProblem impossible(String pointer, String key, Object... arguments) {
    return new FactProblem(Kind.IMPOSSIBLE, pointer, message(key, arguments));
  }

  private static Phrase message(String key, Object... arguments) {
    return Phrase.of(
            key,
            Arrays.stream(arguments)
                .map(one -> one instanceof Phrase ? one : String.valueOf(one))
                .toArray())
        .asSentence();
  }
}
