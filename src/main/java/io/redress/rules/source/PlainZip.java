package io.redress.rules.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip file of a workbook that was read without problems, for other readers. */
final class PlainZip {
  private PlainZip() {}

  /**
   * The same workbook as a plain zip file, for readers that take an entry's size from the header in
   * front of it, or from another copy of it than the directory names.
   *
   * @param workbook one that was read without problems
   */
  static byte[] of(byte[] workbook) {
    var plain = new ByteArrayOutputStream(workbook.length);
    try (ZipOutputStream zip = new ZipOutputStream(plain)) {
      for (Map.Entry<String, byte[]> part : parts(workbook).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return plain.toByteArray();
  }

  /**
   * All parts by name, in the order of the directory.
   *
   * @param workbook one that was read without problems
   */
  static Map<String, byte[]> parts(byte[] workbook) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try {
      ZipDirectory directory = ZipDirectory.of(workbook);
      for (ZipDirectory.Entry entry : directory.entries()) {
        try (InputStream content = directory.open(entry)) {
          parts.put(entry.name(), content.readAllBytes());
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return parts;
  }
}
