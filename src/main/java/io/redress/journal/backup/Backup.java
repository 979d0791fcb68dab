package io.redress.journal.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.journal.backup.BackupSummary.Content;
import io.redress.platform.database.ConnectionWork;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.TableNames;
import io.redress.platform.text.Sha256;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditAction;
import io.redress.security.audit.AuditLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes what the database keeps at one moment, while it is written to.
 *
 * <p>A backup is a zip file: {@code backup.json} with the {@link BackupHeader}, one file for each
 * table with the names of its columns and then its rows, each a JSON array in a line, and {@code
 * complete.json} with the {@link BackupSummary}.
 */
public final class Backup {
  static final String HEADER = "backup.json";
  static final String SUMMARY = "complete.json";

  static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Workbooks are values, too.
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final LongConsumer progress;
  private final Map<String, Content> tables = new LinkedHashMap<>();
  private long rows;

  private Backup(LongConsumer progress) {
    this.progress = progress;
  }

  static String entry(String table) {
    return "tables/" + table + ".ndjson";
  }

  /** The name of the file of a backup that is made now. */
  public static String name(Instant now) {
    return "redress-" + STAMP.format(now) + ".zip";
  }

  /** Records in the audit log who makes a backup; the backup has that, too. */
  public static void record(Database database, String name, Actor by, Instant now) {
    database
        .jdbi()
        .useTransaction(
            handle -> AuditLog.append(handle, by, AuditAction.BACKUP_MADE, name, now, Map.of()));
  }

  /** Has a database read as it is at one moment. */
  @FunctionalInterface
  public interface Source {
    void read(ConnectionWork reading) throws IOException;
  }

  /**
   * Writes a backup; the output stays open.
   *
   * @param source of this program's version or an earlier one
   * @param program version of this program
   * @param progress is called with the number of rows so far
   * @throws DatabaseUnavailable when the database does not answer
   * @throws IOException when the output cannot be written, or the database is of a newer program
   */
  public static void write(
      Source source, String program, Instant now, OutputStream out, LongConsumer progress)
      throws IOException {
    new Backup(progress).write(source, program, now, out);
  }

  private void write(Source source, String program, Instant now, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try {
      source.read(
          connection -> {
            List<String> present = TableNames.of(connection);
            checkKnown(present);
            int schema = Schema.version(connection);
            add(zip, HEADER, new BackupHeader(BackupHeader.FORMAT, program, schema, now));
            for (String table : BackedUpTables.IN_ORDER) {
              if (!present.contains(table)) {
                continue;
              }
              zip.putNextEntry(new ZipEntry(entry(table)));
              tables.put(table, rows(table, connection, zip));
              zip.closeEntry();
            }
          });
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    add(zip, SUMMARY, new BackupSummary(tables));
    zip.finish();
    zip.flush();
  }

  /** A backup would leave out what a newer program keeps. */
  private static void checkKnown(List<String> tables) throws UnusableBackup {
    if (tables.isEmpty()) {
      throw new UnusableBackup("The database has no tables. Name the right one.");
    }
    for (String table : tables) {
      if (!BackedUpTables.IN_ORDER.contains(table) && !BackedUpTables.LEFT_OUT.contains(table)) {
        throw new UnusableBackup(
            "The database is of a newer program, which keeps %s. Back it up with that program."
                .formatted(table));
      }
    }
  }

  private static void add(ZipOutputStream zip, String name, Object content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(JSON.writeValueAsBytes(content));
    zip.closeEntry();
  }

  private Content rows(String table, Connection connection, OutputStream out)
      throws SQLException, IOException {
    Sha256 hash = new Sha256();
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(BackedUpTables.rowsAtOnce(table));
      ResultSet row = statement.executeQuery(BackedUpTables.query(table));
      List<ColumnKind> kinds = ColumnKind.of(row.getMetaData());
      append(JSON.writeValueAsBytes(Schema.columns(row.getMetaData())), hash, out);
      while (row.next()) {
        append(line(row, kinds), hash, out);
        count++;
        progress.accept(++rows);
      }
    }
    return new Content(count, hash.hex());
  }

  private static byte[] line(ResultSet row, List<ColumnKind> kinds)
      throws SQLException, IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartArray();
      for (int column = 1; column <= kinds.size(); column++) {
        kinds.get(column - 1).write(row, column, json);
      }
      json.writeEndArray();
    }
    return line.toByteArray();
  }

  private static void append(byte[] line, Sha256 hash, OutputStream out) throws IOException {
    out.write(line);
    out.write('\n');
    hash.add(line).add(new byte[] {'\n'});
  }
}
