package io.redress.http.problem;

import io.redress.platform.stream.GzipMembers;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A decoded body. Decoding begins when the body is read, and ends with a problem where it decodes
 * to more than the limit, or to more than a hundred times what was sent.
 */
final class GzipBody extends InputStream {
  private static final int MAX_RATIO = 100;
  private static final int BUFFER = 1 << 10;

  /** Up to this size any ratio is accepted. */
  private static final int ALWAYS_ACCEPTED = 64 << 10;

  private final Counted sent;
  private final long maxBytes;
  private @Nullable InputStream decoded;
  private long count;

  GzipBody(InputStream sent, long maxBytes) {
    this.sent = new Counted(sent);
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read;
    try {
      if (decoded == null) {
        decoded = new GzipMembers(sent, BUFFER);
      }
      read = decoded.read(into, from, length);
    } catch (ZipException | EOFException damaged) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The body is not complete gzip, as Content-Encoding says. Compress it again, or send it"
              + " uncompressed.");
    }
    count += Math.max(0, read);
    if (count > maxBytes || count > ALWAYS_ACCEPTED && count > MAX_RATIO * sent.count) {
      throw ProblemType.TOO_LARGE.with(
          "The body decodes to more than "
              + (maxBytes >> 20)
              + " MB, or to more than "
              + MAX_RATIO
              + " times its size. Send less at once, or send it uncompressed.");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    sent.close();
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream sent) {
      super(sent);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
