package io.redress.journal.backup;

import com.fasterxml.jackson.core.JacksonException;
import io.redress.journal.backup.BackupSummary.Content;
import io.redress.platform.text.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A backup that was made. */
public final class BackupFile implements AutoCloseable {
  private final Path path;
  private final ZipFile zip;
  private final BackupHeader header;
  private final BackupSummary summary;

  private BackupFile(Path path, ZipFile zip) throws IOException {
    this.path = path;
    this.zip = zip;
    this.header = read(Backup.HEADER, BackupHeader.class);
    if (header.format() != BackupHeader.FORMAT) {
      throw new UnusableBackup(
          "%s has format %d, and this program reads format %d. Use the program that made it: %s."
              .formatted(path, header.format(), BackupHeader.FORMAT, header.program()));
    }
    this.summary = read(Backup.SUMMARY, BackupSummary.class);
  }

  /**
   * Opens a backup.
   *
   * @throws UnusableBackup when it is none, or not complete
   */
  public static BackupFile open(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException cut) {
      throw new UnusableBackup(
          path + " is not a backup, or not a whole one. Use another one, which ends in .zip.");
    }
    try {
      return new BackupFile(path, zip);
    } catch (IOException unusable) {
      zip.close();
      throw unusable;
    }
  }

  public BackupHeader header() {
    return header;
  }

  public BackupSummary summary() {
    return summary;
  }

  /**
   * Reads everything as a restore does, and compares it with the hashes of the summary.
   *
   * @throws UnusableBackup when it was changed
   */
  public void check() throws IOException {
    for (String table : BackedUpTables.IN_ORDER) {
      read(table, Backup.JSON::readTree);
    }
  }

  /** Takes a line. */
  @FunctionalInterface
  interface LineReader {
    void read(String line) throws IOException;
  }

  /**
   * Reads the lines of a table: names of columns, then rows. Tables that are newer than the backup
   * have none.
   *
   * @throws UnusableBackup at the end, when it was changed
   */
  void read(String table, LineReader lines) throws IOException {
    Content expected = summary.tables().get(table);
    if (expected == null) {
      return;
    }
    Sha256 hash = new Sha256();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(stream(Backup.entry(table)), StandardCharsets.UTF_8))) {
      @Nullable String line = reader.readLine();
      while (line != null) {
        hash.add(line + "\n");
        lines.read(line);
        line = reader.readLine();
      }
    } catch (ZipException broken) {
      throw changed(table);
    }
    if (!hash.hex().equals(expected.sha256())) {
      throw changed(table);
    }
  }

  private UnusableBackup changed(String table) {
    return new UnusableBackup(
        "%s was changed after it was made: %s is not what it was. Use another backup."
            .formatted(path, Backup.entry(table)));
  }

  private <T> T read(String name, Class<T> type) throws IOException {
    try (InputStream in = stream(name)) {
      return Backup.JSON.readValue(in, type);
    } catch (JacksonException | ZipException broken) {
      throw new UnusableBackup(
          "%s is not a backup: its %s cannot be read. Use another one.".formatted(path, name));
    }
  }

  private InputStream stream(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new UnusableBackup(
          "%s is not a backup, or not a whole one: it has no %s. Use another one."
              .formatted(path, name));
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
