package io.redress.rules.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Limits what is unpacked of a workbook, so that a small file cannot fill the memory. */
final class UnpackLimit {
  /** Parts that are kept in memory, about 100,000 rows of text. */
  private static final int MAX_KEPT_BYTES = 40 << 20;

  /** All parts; worksheets pass by without being kept, and may hold a million formatted rows. */
  private static final long MAX_BYTES = 400L << 20;

  /**
   * Ordinary workbooks unpack to about 10 times their size, to 50 times when all rows are equal.
   */
  private static final int MAX_COMPRESSION_RATIO = 100;

  /** Up to this size any compression ratio is accepted. */
  private static final int ALWAYS_ACCEPTED_BYTES = 1 << 20;

  private final long most;
  private long unpacked;
  private long kept;

  /**
   * @param packed size of the file
   */
  UnpackLimit(int packed) {
    this.most = Math.min(MAX_BYTES, ALWAYS_ACCEPTED_BYTES + (long) MAX_COMPRESSION_RATIO * packed);
  }

  /** A workbook that unpacks to more than is read. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
      super("too large");
    }
  }

  /**
   * Counts what is kept of a part that passes by.
   *
   * @throws TooLargeException when all that is kept is too large
   */
  void keep(int weight) throws TooLargeException {
    kept += weight;
    if (kept > MAX_KEPT_BYTES) {
      throw new TooLargeException();
    }
  }

  /** How many bytes more may be kept. */
  int left() {
    return (int) (MAX_KEPT_BYTES - kept);
  }

  /** The content of a part, whose bytes count. */
  InputStream counted(InputStream part) {
    return new Counted(part);
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(read);
      return read;
    }

    private void count(int more) throws TooLargeException {
      unpacked += Math.max(0, more);
      if (unpacked > most) {
        throw new TooLargeException();
      }
    }
  }
}
