package io.redress.platform.signature;

/** A document is not as its signature says; the message says why, after "it is refused because". */
public final class InvalidSignatureException extends Exception {
  private static final long serialVersionUID = 1;

  InvalidSignatureException(String why) {
    super(why);
  }
}
