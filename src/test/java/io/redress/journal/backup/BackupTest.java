package io.redress.journal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.journal.write.Databases;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.database.EmptyDatabase;
import io.redress.platform.database.ExistingDatabase;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditLog;
import io.redress.security.audit.AuditQuery;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-30T18:00:00Z");
  private static final int ROWS = 30;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void eachTableIsBackedUpOrLeftOutForAReason(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      List<String> tables =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "select table_name from information_schema.tables"
                                  + " where table_schema = 'public'")
                          .mapTo(String.class)
                          .list());
      assertThat(tables)
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(BackedUpTables.IN_ORDER, BackedUpTables.LEFT_OUT)
                  .flatMap(some -> some.stream())
                  .toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EMBEDDED, EMBEDDED, 1",
    "EMBEDDED, POSTGRESQL, 2",
    "POSTGRESQL, EMBEDDED, 3",
    "POSTGRESQL, POSTGRESQL, 4"
  })
  void restoredDatabaseHasTheSameRows(Databases from, Databases to, long seed) throws Exception {
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    try (Database database = Database.open(from.fresh())) {
      new SeededRows(seed).fill(database, ROWS);
      write(database, first);
    }
    DatabaseSettings target = to.fresh();
    restore(first, target);
    try (Database database = Database.open(target)) {
      write(database, second);
      Backup.record(database, "later.zip", Actor.within("test"), NOW);
      assertThat(
              new AuditLog(database)
                  .page(new AuditQuery(null, null, null, null), 0, 1)
                  .get(0)
                  .number())
          .as("numbers go on")
          .isEqualTo(ROWS + 1);
    }
    try (BackupFile before = BackupFile.open(first);
        BackupFile after = BackupFile.open(second)) {
      assertThat(before.summary().ruleSets()).isEqualTo(ROWS);
      assertThat(before.summary().decisions()).isEqualTo(2 * ROWS);
      assertThat(before.header().madeAt()).isEqualTo(NOW);
      for (String table : BackedUpTables.IN_ORDER) {
        assertThat(rows(after, table)).as(table).isEqualTo(rows(before, table));
      }
    }
  }

  /** In columns by name, as their order may differ between the kinds of databases. */
  private static List<String> rows(BackupFile backup, String table) throws Exception {
    List<List<String>> lines = new ArrayList<>();
    backup.read(
        table,
        line -> {
          List<String> values = new ArrayList<>();
          Backup.JSON.readTree(line).forEach(value -> values.add(value.toString()));
          lines.add(values);
        });
    List<String> names = lines.remove(0);
    return lines.stream()
        .map(
            values -> {
              TreeMap<String, String> byName = new TreeMap<>();
              for (int column = 0; column < names.size(); column++) {
                byName.put(names.get(column), values.get(column));
              }
              return byName.toString();
            })
        .sorted()
        .toList();
  }

  /** And reading it for the backup changes nothing of it. */
  @ParameterizedTest
  @EnumSource
  void backupOfAnEarlierVersionIsRestoredWithTheTablesOfThisOne(Databases kind) throws Exception {
    Path file = folder.resolve("backup.zip");
    DatabaseSettings settings = kind.fresh();
    try (Database database = Database.open(settings)) {
      new SeededRows(8).fill(database, ROWS);
      database
          .jdbi()
          .useHandle(
              handle ->
                  List.of(
                          "drop table row_day",
                          "drop table rule_set_day",
                          "alter table projection drop column rows_number",
                          "drop table shadow",
                          "drop table shadow_sum",
                          "drop table decision_outcome",
                          "delete from flyway_schema_history where version in ('86', '88')")
                      .forEach(handle::execute));
    }
    for (int time = 0; time < 2; time++) {
      try (OutputStream out = Files.newOutputStream(file)) {
        Backup.write(
            reading -> ExistingDatabase.readAtOneMoment(settings, reading),
            "test",
            NOW,
            out,
            rows -> {});
      }
      try (BackupFile backup = BackupFile.open(file)) {
        assertThat(backup.header().schema()).isEqualTo(84);
        assertThat(backup.summary().tables()).doesNotContainKey("row_day");
      }
    }
    DatabaseSettings target = kind.fresh();
    restore(file, target);
    try (Database database = Database.open(target)) {
      write(database, file);
    }
    try (BackupFile backup = BackupFile.open(file)) {
      assertThat(backup.header().schema()).isGreaterThanOrEqualTo(86);
      assertThat(backup.summary().decisions()).isEqualTo(2 * ROWS);
    }
  }

  @Test
  void missingDatabaseIsNotMade() {
    DatabaseSettings none = DatabaseSettings.embedded(folder.resolve("none"));
    assertThatThrownBy(() -> ExistingDatabase.readAtOneMoment(none, connection -> {}))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("There is no database in " + folder.resolve("none"));
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void wrongAddressFailsAtOnce() throws Exception {
    Path file = folder.resolve("backup.zip");
    try (Database database = Database.open(Databases.EMBEDDED.fresh())) {
      write(database, file);
    }
    assertThatThrownBy(
            () ->
                restore(
                    file,
                    DatabaseSettings.postgresql("jdbc:postgresql://localhost:1/x", "shop", "s3")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("REDRESS_POSTGRESQL_URL");
  }

  /** Longer than what a reader of JSON takes by default. */
  @Test
  void largeWorkbookIsRestored() throws Exception {
    Path file = folder.resolve("backup.zip");
    byte[] workbook = new byte[16_000_000];
    try (Database database = Database.open(Databases.EMBEDDED.fresh())) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute("insert into rule_file values (?, ?)", "a".repeat(64), workbook));
      write(database, file);
    }
    try (BackupFile backup = BackupFile.open(file)) {
      backup.check();
    }
    Path target = folder.resolve("target");
    restore(file, DatabaseSettings.embedded(target));
    assertThat(target.resolve("redress.mv.db")).exists();
    assertThat(target.resolve(".restoring")).doesNotExist();
  }

  /** Whatever is written meanwhile. */
  @ParameterizedTest
  @EnumSource
  void backupIsOfOneMoment(Databases kind) throws Exception {
    Path file = folder.resolve("backup.zip");
    AtomicLong later = new AtomicLong();
    try (Database database = Database.open(kind.fresh())) {
      new SeededRows(5).fill(database, ROWS);
      try (OutputStream out = Files.newOutputStream(file)) {
        Backup.write(
            database::readAtOneMoment,
            "1",
            NOW,
            out,
            rows -> {
              if (rows % ROWS == 1) {
                Backup.record(
                    database, "later" + later.incrementAndGet(), Actor.within("test"), NOW);
              }
            });
      }
      assertThat(later.get()).isGreaterThan(10);
      try (BackupFile backup = BackupFile.open(file)) {
        assertThat(backup.summary().events()).isEqualTo(ROWS);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void databaseWithRowsIsLeftAsItIs(Databases kind) throws Exception {
    Path file = folder.resolve("backup.zip");
    DatabaseSettings settings = kind.fresh();
    try (Database database = Database.open(settings)) {
      new SeededRows(6).fill(database, ROWS);
      write(database, file);
    }
    assertThatThrownBy(() -> restore(file, settings))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("is not empty. Restore to an empty one");
  }

  /** Wherever it is cut, and whichever byte is changed. */
  @Test
  void damagedBackupRestoresNothing() throws Exception {
    Path file = folder.resolve("backup.zip");
    try (Database database = Database.open(Databases.EMBEDDED.fresh())) {
      new SeededRows(7).fill(database, ROWS);
      write(database, file);
    }
    long size = Files.size(file);
    for (int part = 0; part < 8; part++) {
      Path damaged = Files.copy(file, folder.resolve("damaged" + part));
      try (RandomAccessFile access = new RandomAccessFile(damaged.toFile(), "rw")) {
        if (part % 2 == 0) {
          access.setLength(size * part / 8);
        } else {
          access.seek(size * part / 10);
          int before = access.read();
          access.seek(size * part / 10);
          access.write(before ^ 0x55);
        }
      }
      Path target = folder.resolve("target" + part);
      assertThatThrownBy(() -> restore(damaged, DatabaseSettings.embedded(target)))
          .as("part %d", part)
          .isInstanceOf(UnusableBackup.class);
      assertThat(target.resolve("redress.mv.db")).doesNotExist();
    }
  }

  @Test
  void backupOfANewerProgramIsRefused() throws Exception {
    Path file = folder.resolve("backup.zip");
    try (Database database = Database.open(Databases.EMBEDDED.fresh())) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into flyway_schema_history select 1000, '1000', description, type,"
                          + " script, checksum, installed_by, installed_on, execution_time,"
                          + " success from flyway_schema_history where version = '1'"));
      write(database, file);
    }
    Path target = folder.resolve("target");
    assertThatThrownBy(() -> restore(file, DatabaseSettings.embedded(target)))
        .isInstanceOf(UnusableBackup.class)
        .hasMessageContaining("The backup is of a newer program: test");
    assertThat(target.resolve("redress.mv.db")).doesNotExist();
  }

  private static void write(Database database, Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      Backup.write(database::readAtOneMoment, "test", NOW, out, rows -> {});
    }
  }

  private static void restore(Path file, DatabaseSettings target) throws Exception {
    try (BackupFile backup = BackupFile.open(file)) {
      Restoration.restore(backup, new EmptyDatabase(target), rows -> {});
    }
  }
}
