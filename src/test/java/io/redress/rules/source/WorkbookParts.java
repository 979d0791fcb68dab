package io.redress.rules.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook as texts, and handed workbooks. */
public final class WorkbookParts {
  private WorkbookParts() {}

  /** A file with another content of one part. */
  public static byte[] with(Map<String, String> parts, String name, String content) {
    Map<String, String> all = new LinkedHashMap<>(parts);
    all.put(name, content);
    return zipped(all);
  }

  private static byte[] zipped(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A handed file. */
  public static byte[] resource(String name) {
    try {
      return Files.readAllBytes(Path.of("src", "test", "resources", "workbooks", name));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The parts of a file as texts, by name. */
  public static Map<String, String> parts(byte[] workbook) {
    Map<String, String> parts = new LinkedHashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return parts;
  }

  /** What a pattern's first group finds in a text, in order. */
  public static Stream<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(WorkbookParts::first);
  }

  private static String first(MatchResult found) {
    return found.group(1);
  }
}
