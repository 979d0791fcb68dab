package io.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationNumbersTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db");

  @ParameterizedTest
  @ValueSource(strings = {"embedded", "postgresql"})
  void noTwoMigrationsOfADatabaseHaveTheSameNumber(String database) throws IOException {
    List<String> numbers = Stream.concat(numbers("migration"), numbers(database)).sorted().toList();
    assertThat(numbers).hasSizeGreaterThan(10).doesNotHaveDuplicates();
  }

  private static Stream<String> numbers(String folder) throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS.resolve(folder))) {
      return files.map(file -> file.getFileName().toString().split("__")[0]).toList().stream();
    }
  }
}
