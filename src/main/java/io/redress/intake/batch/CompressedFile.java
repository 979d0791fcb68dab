package io.redress.intake.batch;

import io.redress.platform.stream.GzipMembers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Files whose names say that they are compressed. */
public final class CompressedFile {
  private static final String GZIP = ".gz";
  private static final int BUFFER = 1 << 16;

  private CompressedFile() {}

  public static boolean isCompressed(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(GZIP);
  }

  /**
   * Reads what a file has in it, unpacked if its name says that it is compressed.
   *
   * @throws java.util.zip.ZipException when it is not compressed, though its name says so
   */
  public static InputStream unpacked(InputStream in, String name) throws IOException {
    InputStream buffered = new BufferedInputStream(in, BUFFER);
    return isCompressed(name) ? new GzipMembers(buffered, BUFFER) : buffered;
  }

  /** The name before {@code .gz}. */
  static String uncompressed(String name) {
    return isCompressed(name) ? name.substring(0, name.length() - GZIP.length()) : name;
  }
}
