package io.redress.platform.database;

import io.redress.platform.text.SafeMessage;
import java.io.Serial;

/** A secret of one row cannot be decrypted; the message says why. */
public final class UnreadableSecret extends RuntimeException implements SafeMessage {
  @Serial private static final long serialVersionUID = 1;

  public UnreadableSecret(String why) {
    super("A secret cannot be decrypted: " + why + ".");
  }
}
