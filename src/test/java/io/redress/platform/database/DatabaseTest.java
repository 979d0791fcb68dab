package io.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
                    .open("oracle", folder, Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessage("REDRESS_DATABASE oracle is unknown. Use embedded or postgresql.");
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
