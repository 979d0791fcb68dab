package io.redress.rules.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The entries of a zip file by its central directory, which is what spreadsheet programs read.
 *
 * <p>The header in front of an entry may lack its size, which then follows it in a data descriptor;
 * the directory at the end always has it, in files of the zip64 form, too.
 */
final class ZipDirectory {
  /** Some programs write names from the root, as relationships do. */
  private static final Pattern LEADING = Pattern.compile("^/+");

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int MAX_COMMENT = 0xFFFF;
  private static final int END64 = 0x06064b50;
  private static final int END64_SIZE = 56;
  private static final int LOCATOR64 = 0x07064b50;
  private static final int LOCATOR64_SIZE = 20;
  private static final int LISTED = 0x02014b50;
  private static final int LISTED_SIZE = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int ZIP64_EXTRA = 1;
  private static final int ENCRYPTED = 1;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * An entry.
   *
   * @param name with slashes, as written
   * @param start of its content in the file, compressed or not
   * @param length of its content in the file
   */
  record Entry(String name, int method, long crc, int start, int length, boolean encrypted) {}

  private ZipDirectory(byte[] bytes) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads the directory.
   *
   * @throws ZipException when the bytes are not a whole zip file
   */
  static ZipDirectory of(byte[] bytes) throws ZipException {
    ZipDirectory directory = new ZipDirectory(bytes);
    try {
      directory.read();
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      throw (ZipException) new ZipException("a place beyond the end").initCause(broken);
    }
    return directory;
  }

  /** Returns the entries in the order of the directory, folders left out. */
  List<Entry> entries() {
    return entries;
  }

  /** Opens an entry; its end is reached only when its checksum is right. */
  InputStream open(Entry entry) throws ZipException {
    InputStream stored = new ByteArrayInputStream(bytes, entry.start, entry.length);
    return switch (entry.method) {
      case ZipEntry.STORED -> new Verified(stored, entry.crc);
      case ZipEntry.DEFLATED -> new Verified(new Inflated(stored), entry.crc);
      default -> throw new ZipException("compression method " + entry.method);
    };
  }

  private void read() throws ZipException {
    int end = end();
    long count = unsigned(buffer.getShort(end + 10));
    long size = unsigned(buffer.getInt(end + 12));
    long offset = unsigned(buffer.getInt(end + 16));
    int after = end;
    int locator = end - LOCATOR64_SIZE;
    if (locator >= 0 && buffer.getInt(locator) == LOCATOR64) {
      after = end64(locator);
      count = buffer.getLong(after + 32);
      size = buffer.getLong(after + 40);
      offset = buffer.getLong(after + 48);
    }
    // Something may stand before the zip file, and no place counts it.
    long shift = after - size - offset;
    if (shift < 0 || size < 0 || offset < 0) {
      throw new ZipException("the directory is not where the file says");
    }
    int position = Math.toIntExact(offset + shift);
    for (long i = 0; i < count; i++) {
      if (position >= after || buffer.getInt(position) != LISTED) {
        throw new ZipException("the directory ends early");
      }
      position = entry(position, shift);
    }
    if (position != after) {
      throw new ZipException("the directory holds more than it says");
    }
  }

  private int end() throws ZipException {
    int last = bytes.length - END_SIZE;
    for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
      if (buffer.getInt(at) == END
          && at + END_SIZE + unsigned(buffer.getShort(at + 20)) <= bytes.length) {
        return at;
      }
    }
    throw new ZipException("no end");
  }

  private int end64(int locator) throws ZipException {
    long written = buffer.getLong(locator + 8);
    for (long at : new long[] {written, locator - END64_SIZE}) {
      if (at >= 0 && at < locator && buffer.getInt((int) at) == END64) {
        return (int) at;
      }
    }
    throw new ZipException("no end of the zip64 form");
  }

  /** Returns the position of the next one. */
  private int entry(int at, long shift) throws ZipException {
    int nameLength = unsigned(buffer.getShort(at + 28));
    int extraLength = unsigned(buffer.getShort(at + 30));
    int commentLength = unsigned(buffer.getShort(at + 32));
    String name = new String(bytes, at + LISTED_SIZE, nameLength, StandardCharsets.UTF_8);
    long size = unsigned(buffer.getInt(at + 24));
    long length = unsigned(buffer.getInt(at + 20));
    long offset = unsigned(buffer.getInt(at + 42));
    int extra = at + LISTED_SIZE + nameLength;
    int next = extra + extraLength;
    while (extra + 4 <= next) {
      int field = extra + 4;
      extra = field + unsigned(buffer.getShort(extra + 2));
      if (unsigned(buffer.getShort(field - 4)) == ZIP64_EXTRA) {
        // It holds only what does not fit above, in this order.
        if (size == 0xFFFFFFFFL) {
          field += Long.BYTES;
        }
        if (length == 0xFFFFFFFFL) {
          length = buffer.getLong(field);
          field += Long.BYTES;
        }
        if (offset == 0xFFFFFFFFL) {
          offset = buffer.getLong(field);
        }
      }
    }
    if (!name.endsWith("/")) {
      add(at, name, Math.toIntExact(offset + shift), Math.toIntExact(length));
    }
    return next + commentLength;
  }

  private void add(int at, String name, int local, int length) throws ZipException {
    if (buffer.getInt(local) != LOCAL) {
      throw new ZipException("no entry where the directory says");
    }
    int start =
        local
            + LOCAL_SIZE
            + unsigned(buffer.getShort(local + 26))
            + unsigned(buffer.getShort(local + 28));
    if (length < 0 || start + (long) length > bytes.length) {
      throw new ZipException("an entry beyond the end");
    }
    entries.add(
        new Entry(
            LEADING.matcher(name.replace('\\', '/')).replaceFirst(""),
            unsigned(buffer.getShort(at + 10)),
            unsigned(buffer.getInt(at + 16)),
            start,
            length,
            (buffer.getShort(at + 8) & ENCRYPTED) != 0));
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }

  private static long unsigned(int value) {
    return Integer.toUnsignedLong(value);
  }

  /** Frees its inflater when it is closed, unlike its parent with an inflater of its own choice. */
  private static final class Inflated extends InflaterInputStream {
    private static final int BUFFER = 8_192;

    Inflated(InputStream stored) {
      super(stored, new Inflater(true), BUFFER);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  /** Fails at the end when the checksum is another. */
  private static final class Verified extends CheckedInputStream {
    private final long crc;

    Verified(InputStream content, long crc) {
      super(content, new CRC32());
      this.crc = crc;
    }

    @Override
    public int read() throws IOException {
      return verified(super.read());
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return verified(super.read(into, from, length));
    }

    private int verified(int read) throws ZipException {
      if (read == -1 && getChecksum().getValue() != crc) {
        throw new ZipException("a wrong checksum");
      }
      return read;
    }
  }
}
