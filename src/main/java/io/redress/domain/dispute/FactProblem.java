package io.redress.domain.dispute;

import io.redress.platform.phrase.Phrase;
import java.util.Arrays;

/**
 * A problem with the facts of a request that prevents a decision.
 *
 * @param pointer RFC 6901 JSON pointer; empty for the whole document
 * @param message what is wrong with the value, then what to do
 */
public record FactProblem(Kind kind, String pointer, Phrase message) {

  /** The kind of problem. */
  public enum Kind {
    /** The request cannot be read: it is not JSON, or has an unknown field or a wrong type. */
    MALFORMED,
    /** The request can be read, but a value or a combination of values is impossible. */
    IMPOSSIBLE
  }

  /**
   * @param key of the message
   * @param arguments phrases, or values that the client sent, which are quoted as sent
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

  /** One line: the pointer, unless it is empty, and the message. */
  @Override
  public String toString() {
    return pointer.isEmpty() ? message.toString() : pointer + ": " + message;
  }
}
