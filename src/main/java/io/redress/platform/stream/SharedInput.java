package io.redress.platform.stream;

import java.io.FilterInputStream;
import java.io.InputStream;

/** Input that stays open when a decoder that reads it is closed. */
public final class SharedInput extends FilterInputStream {
  public SharedInput(InputStream in) {
    super(in);
  }

  @Override
  public void close() {
    // Left to others.
  }
}
