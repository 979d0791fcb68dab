package io.redress.journal.write;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Compresses what the journal stores, with a dictionary: decisions are short, and much alike.
 *
 * <p>The first byte says with which dictionary. A dictionary never changes, since entries need it
 * as long as they are kept; a better one gets the next number, and is added. Then follow the length
 * in four bytes and a frame of Zstandard.
 */
final class Compression {
  private static final byte DICTIONARY = 1;
  private static final int HEADER_BYTES = 1 + Integer.BYTES;

  /** Higher ones need twice the time for a few bytes. */
  private static final int LEVEL = 3;

  /** Far more than facts, decision and trace can have. */
  private static final int MAX_BYTES = 64 << 20;

  private static final byte[] CONTENT = dictionary();
  private static final ZstdDictCompress FOR_WRITING = new ZstdDictCompress(CONTENT, LEVEL);
  private static final ZstdDictDecompress FOR_READING = new ZstdDictDecompress(CONTENT);

  /** A context costs more than compressing an entry does. */
  private static final ThreadLocal<ZstdCompressCtx> WRITING =
      ThreadLocal.withInitial(
          () ->
              new ZstdCompressCtx()
                  .setLevel(LEVEL)
                  .setDictID(false)
                  .setContentSize(false)
                  .setChecksum(false)
                  .loadDict(FOR_WRITING));

  private static final ThreadLocal<ZstdDecompressCtx> READING =
      ThreadLocal.withInitial(() -> new ZstdDecompressCtx().loadDict(FOR_READING));

  private Compression() {}

  private static byte[] dictionary() {
    String name = "dictionary-" + DICTIONARY + ".zstd";
    try (InputStream dictionary =
        Objects.requireNonNull(Compression.class.getResourceAsStream(name), name)) {
      return dictionary.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static byte[] compress(byte[] content) {
    byte[] frame = WRITING.get().compress(content);
    return ByteBuffer.allocate(HEADER_BYTES + frame.length)
        .put(DICTIONARY)
        .putInt(content.length)
        .put(frame)
        .array();
  }

  /** Whether bytes begin as {@link #compress} writes them, and no JSON text does. */
  static boolean isCompressed(byte[] bytes) {
    return bytes.length > HEADER_BYTES && bytes[0] == DICTIONARY;
  }

  /**
   * Returns the content.
   *
   * @throws IllegalArgumentException if these are not the bytes that were written
   */
  static byte[] decompress(byte[] bytes) {
    if (!isCompressed(bytes)) {
      throw new IllegalArgumentException("compressed with an unknown dictionary");
    }
    int length = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    if (length < 0 || length > MAX_BYTES) {
      throw new IllegalArgumentException("too long");
    }
    byte[] content = new byte[length];
    try {
      int written =
          READING
              .get()
              .decompressByteArray(
                  content, 0, length, bytes, HEADER_BYTES, bytes.length - HEADER_BYTES);
      if (written != length) {
        throw new IllegalArgumentException("shorter than written");
      }
      return content;
    } catch (ZstdException damaged) {
      throw new IllegalArgumentException(damaged);
    }
  }
}
