package io.redress.intake.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** Text in UTF-8 without its byte order mark. */
final class Utf8Stream {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] LITTLE_ENDIAN = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] BIG_ENDIAN = {(byte) 0xFE, (byte) 0xFF};

  private Utf8Stream() {}

  /**
   * Skips the byte order mark.
   *
   * @throws UnreadableInputException when it is UTF-16, by its mark or by the zero in its first
   *     character
   */
  static InputStream of(InputStream in) throws IOException {
    PushbackInputStream text = new PushbackInputStream(in, MARK.length);
    byte[] first = text.readNBytes(MARK.length);
    if (begins(first, LITTLE_ENDIAN)
        || begins(first, BIG_ENDIAN)
        || first.length > 1 && (first[0] == 0 || first[1] == 0)) {
      throw new UnreadableInputException("The input is UTF-16. Save it as UTF-8.");
    }
    if (!Arrays.equals(first, MARK)) {
      text.unread(first);
    }
    return text;
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
