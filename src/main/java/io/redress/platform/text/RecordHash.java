package io.redress.platform.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a record: SHA-256 in hexadecimal over its members in order, so that it can be
 * computed with other tools. Each member is its length in bytes (four bytes, big-endian; -1 if
 * absent) and its text in UTF-8, or its raw bytes.
 */
public final class RecordHash {
  private static final int ABSENT = -1;

  private final Sha256 digest = new Sha256();

  public RecordHash add(@Nullable String text) {
    if (text == null) {
      length(ABSENT);
      return this;
    }
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  public RecordHash add(byte[] bytes) {
    length(bytes.length);
    digest.add(bytes);
    return this;
  }

  private void length(int bytes) {
    digest.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array());
  }

  /** The hash of everything added. It can be read once. */
  public String hex() {
    return digest.hex();
  }
}
