package io.redress.journal.certificate;

/** A decision cannot be certified; the message says why. */
public final class NotCertifiableException extends Exception {
  private static final long serialVersionUID = 1;

  NotCertifiableException(String why) {
    super(why);
  }
}
