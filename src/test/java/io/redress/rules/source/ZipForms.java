package io.redress.rules.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files in the forms that programs write, also those that Java does not. */
final class ZipForms {
  /** How an entry is written. */
  enum Form {
    /** Compressed, its size in front of it. */
    PLAIN,
    /** Compressed, its size behind it: the form of programs that write without going back. */
    DESCRIPTOR,
    /** Not compressed, its size in front of it. */
    STORED,
    /** Not compressed, its size behind it: only the directory tells where it ends. */
    STORED_DESCRIPTOR,
    /** Compressed, all sizes in fields for files beyond 4 GB. */
    ZIP64,
    /** Something else in front of the file. */
    PREFIXED
  }

  private static final int ALL = 0xFFFFFFFF;

  private final Form form;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private final int offset;

  private ZipForms(Form form) {
    this.form = form;
    if (form == Form.PREFIXED) {
      file.writeBytes("#!/bin/sh\nexit 1\n".getBytes(StandardCharsets.UTF_8));
    }
    this.offset = file.size();
  }

  static byte[] write(Form form, Map<String, byte[]> parts) {
    ZipForms zip = new ZipForms(form);
    parts.forEach(zip::add);
    zip.end(parts.size());
    return zip.file.toByteArray();
  }

  private void add(String name, byte[] content) {
    boolean stored = form == Form.STORED || form == Form.STORED_DESCRIPTOR;
    boolean behind = form == Form.DESCRIPTOR || form == Form.STORED_DESCRIPTOR;
    boolean large = form == Form.ZIP64;
    byte[] written = stored ? content : deflated(content);
    CRC32 crc = new CRC32();
    crc.update(content);
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    int start = file.size() - offset;
    int flags = behind ? 8 : 0;
    int method = stored ? 0 : 8;
    put(file, 0x04034b50, 4).put(20, 2).put(flags, 2).put(method, 2).put(0, 4);
    put(file, behind ? 0 : (int) crc.getValue(), 4)
        .put(behind ? 0 : large ? ALL : written.length, 4)
        .put(behind ? 0 : large ? ALL : content.length, 4)
        .put(path.length, 2)
        .put(large ? 20 : 0, 2);
    file.writeBytes(path);
    if (large) {
      put(file, 1, 2).put(16, 2).put(content.length, 8).put(written.length, 8);
    }
    file.writeBytes(written);
    if (behind) {
      put(file, 0x08074b50, 4)
          .put((int) crc.getValue(), 4)
          .put(written.length, 4)
          .put(content.length, 4);
    }
    put(directory, 0x02014b50, 4).put(20, 2).put(20, 2).put(flags, 2).put(method, 2).put(0, 4);
    put(directory, (int) crc.getValue(), 4)
        .put(large ? ALL : written.length, 4)
        .put(large ? ALL : content.length, 4)
        .put(path.length, 2)
        .put(large ? 28 : 0, 2)
        .put(0, 2)
        .put(0, 2)
        .put(0, 2)
        .put(0, 4)
        .put(large ? ALL : start, 4);
    directory.writeBytes(path);
    if (large) {
      put(directory, 1, 2).put(24, 2).put(content.length, 8).put(written.length, 8).put(start, 8);
    }
  }

  private void end(int count) {
    int start = file.size() - offset;
    file.writeBytes(directory.toByteArray());
    boolean large = form == Form.ZIP64;
    if (large) {
      int end = file.size() - offset;
      put(file, 0x06064b50, 4).put(44, 8).put(45, 2).put(45, 2).put(0, 4).put(0, 4);
      put(file, count, 8).put(count, 8).put(directory.size(), 8).put(start, 8);
      put(file, 0x07064b50, 4).put(0, 4).put(end, 8).put(1, 4);
    }
    put(file, 0x06054b50, 4)
        .put(0, 2)
        .put(0, 2)
        .put(large ? 0xFFFF : count, 2)
        .put(large ? 0xFFFF : count, 2)
        .put(large ? ALL : directory.size(), 4)
        .put(large ? ALL : start, 4)
        .put(0, 2);
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static Fields put(ByteArrayOutputStream out, long value, int bytes) {
    return new Fields(out).put(value, bytes);
  }

  private record Fields(ByteArrayOutputStream out) {
    Fields put(long value, int bytes) {
      byte[] field =
          ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
      out.write(field, 0, bytes);
      return this;
    }
  }
}
