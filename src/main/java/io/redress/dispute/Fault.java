package io.redress.dispute;

/**
 * Something in a request that makes it impossible to decide.
 *
 * @param pointer RFC 6901 JSON pointer; empty for the whole document
 * @param message what is wrong with the value, then what to do
 */
public record Fault(Kind kind, String pointer, String message) {

  /** What kind of mistake it is. */
  public enum Kind {
    /** Not JSON, an unknown field or a wrong type: the request can not be read. */
    MALFORMED,
    /** Readable, but it can not be so. */
    IMPOSSIBLE
  }

  static Fault malformed(String pointer, String message) {
    return new Fault(Kind.MALFORMED, pointer, message);
  }

  static Fault impossible(String pointer, String message) {
    return new Fault(Kind.IMPOSSIBLE, pointer, message);
  }
}
