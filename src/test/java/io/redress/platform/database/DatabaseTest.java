package io.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("service")
class DatabaseTest {
  @TempDir private Path folder;

  @Test
  void embeddedDatabaseIsCreatedAndReopened() {
    try (Database made = Database.open(DatabaseSettings.embedded(folder.resolve("data")))) {
      keep(made);
    }
    try (Database found = Database.open(DatabaseSettings.embedded(folder.resolve("data")))) {
      assertThat(kept(found)).isEqualTo(1);
    }
  }

  @Test
  void postgresqlHasTheSameSchema() {
    try (var server = new PostgresServer()) {
      DatabaseSettings settings = server.fresh();
      try (Database made = Database.open(settings)) {
        keep(made);
      }
      try (Database found = Database.open(settings)) {
        assertThat(kept(found)).isEqualTo(1);
      }
    }
  }

  /** One that is returned just when a caller begins to wait wakes it, even if it is the last. */
  @Test
  void callerDoesNotWaitBesideAFreeConnection() throws Exception {
    try (Database database = Database.open(DatabaseSettings.embedded(folder.resolve("data")))) {
      for (int round = 0; round < 2_000; round++) {
        Stream.generate(() -> inItsOwnThread(() -> query(database.reserved())))
            .limit(4 * Pool.RESERVED_CONNECTIONS)
            .toList()
            .forEach(CompletableFuture::join);
      }
    }
  }

  private static CompletableFuture<Void> inItsOwnThread(Runnable task) {
    return CompletableFuture.runAsync(task, one -> new Thread(one).start());
  }

  private static void query(Jdbi jdbi) {
    jdbi.useHandle(handle -> handle.execute("select 1"));
  }

  @Test
  void folderWithoutWritePermissionIsReported() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Database.open(DatabaseSettings.embedded(file.resolve("data"))))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining(file.toString())
        .hasMessageEndingWith(
            "Check that this service may write to REDRESS_DATA_DIR, and that the disk has room.");
  }

  @Test
  void filesAreOnlyForTheirOwner() throws Exception {
    Path data = folder.resolve("data");
    try (Database made = Database.open(DatabaseSettings.embedded(data))) {
      keep(made);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(
                file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void databaseWhoseFilesWereMovedAcknowledgesNothing() throws Exception {
    Path data = folder.resolve("data");
    Path elsewhere = folder.resolve("elsewhere");
    try (Database database = Database.openOrWait(DatabaseSettings.embedded(data))) {
      Files.move(data, elsewhere);

      assertThatThrownBy(() -> keep(database)).isInstanceOf(DatabaseUnavailable.class);
      assertThatThrownBy(database::flush).isInstanceOf(DatabaseUnavailable.class);
      assertThat(database.outage().orElseThrow())
          .contains("its files were moved or deleted. Put them back where they were");
      assertThat(data).doesNotExist();

      Files.createDirectory(data);
      Files.copy(elsewhere.resolve("redress.mv.db"), data.resolve("redress.mv.db"));
      assertThatThrownBy(() -> keep(database)).isInstanceOf(DatabaseUnavailable.class);

      Files.delete(data.resolve("redress.mv.db"));
      Files.delete(data);
      Files.move(elsewhere, data);
      Patience.await().until(() -> database.outage().isEmpty());
      keep(database);
    }
  }

  @Test
  void schemaOfANewerProgramIsRefused() {
    DatabaseSettings settings =
        madeBy(
            "insert into flyway_schema_history select 1000, '1000', description, type, script,"
                + " checksum, installed_by, installed_on, execution_time, success"
                + " from flyway_schema_history where version = '1'");
    assertThatThrownBy(() -> Database.openOrWait(settings))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("has the schema of a newer program (version 1000)")
        .hasMessageContaining("Start the newer program");
  }

  @Test
  void changedSchemaIsRefused() {
    DatabaseSettings settings =
        madeBy("update flyway_schema_history set checksum = 1 where version = '1'");
    assertThatThrownBy(() -> Database.openOrWait(settings))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("Its schema was made by another program, or was changed.");
  }

  @Test
  void missingServerIsReportedWithoutThePassword() {
    var settings =
        DatabaseSettings.postgresql("jdbc:postgresql://localhost:1/redress", "shop", "s3cret");

    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("jdbc:postgresql://localhost:1/redress")
        .hasMessageContaining("REDRESS_POSTGRESQL_URL")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void unknownDatabaseIsReportedWithTheSupportedOnes() {
    assertThatThrownBy(
            () ->
                new ConfiguredDatabase()
                    .open(
                        "oracle",
                        folder,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessage("REDRESS_DATABASE oracle is unknown. Use embedded or postgresql.");
  }

  /** A database whose schema has another history. */
  private DatabaseSettings madeBy(String change) {
    DatabaseSettings settings = DatabaseSettings.embedded(folder.resolve("data"));
    try (Database made = Database.open(settings)) {
      made.jdbi().useHandle(handle -> handle.execute(change));
    }
    return settings;
  }

  private static void keep(Database database) {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into rule_file (sha256, content) values (?, ?)",
                    "a",
                    new byte[2_000_000]));
  }

  private static int kept(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select content from rule_file")
                    .mapTo(byte[].class)
                    .filter(content -> content.length == 2_000_000)
                    .list()
                    .size());
  }
}
