package io.redress.platform.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks gzip of any number of members, one after the other, as programs write it that compress in
 * blocks or append. Java's own stream takes for the end what has not arrived yet, and needs a stack
 * as deep as there are empty members.
 */
public final class GzipMembers extends GZIPInputStream {
  private boolean reading;

  /**
   * @throws java.util.zip.ZipException when it is not gzip
   */
  public GzipMembers(InputStream packed, int buffer) throws IOException {
    super(new Awaited(packed), buffer);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (reading) {
      // Called from within, after a member without content.
      return 0;
    }
    reading = true;
    try {
      int read = super.read(into, from, length);
      while (read == 0 && length > 0) {
        read = super.read(into, from, length);
      }
      return read;
    } finally {
      reading = false;
    }
  }

  /** Whether there is another member is known once it, or the end, has arrived. */
  private static final class Awaited extends FilterInputStream {
    Awaited(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }
}
