package io.redress.platform.stream;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Output that stays open when an encoder that writes it is closed, and that can be cut: what the
 * encoder writes to complete it is then dropped.
 */
public final class CutOutput extends FilterOutputStream {
  private boolean cut;

  public CutOutput(OutputStream out) {
    super(out);
  }

  /** From now on nothing is written. */
  public void cut() {
    cut = true;
  }

  @Override
  public void write(int one) throws IOException {
    if (!cut) {
      out.write(one);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (!cut) {
      out.write(bytes, from, count);
    }
  }

  @Override
  public void flush() throws IOException {
    if (!cut) {
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
