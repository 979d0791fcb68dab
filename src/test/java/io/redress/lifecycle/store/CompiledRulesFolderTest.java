package io.redress.lifecycle.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Patience;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledRulesFolderTest {
  private static final byte[] RULES = "compiled rules".repeat(1_000).getBytes(UTF_8);

  @TempDir private Path data;
  private Database database;

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @Test
  void keptRulesAreFoundAfterRestart() throws IOException {
    opened().keep(key(1), RULES);
    database.close();

    assertThat(opened().find(key(1))).contains(RULES);
    assertThat(new CompiledRulesFolder(database, data, at(0)).find(key(2))).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(1))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
  }

  @Test
  void changedFileIsIgnoredUntilItIsReplaced() throws IOException {
    CompiledRulesFolder rules = opened();
    rules.keep(key(1), RULES);
    byte[] changed = RULES.clone();
    changed[700] ^= 1;
    for (byte[] wrong :
        new byte[][] {changed, Arrays.copyOf(RULES, 500), new byte[0], "foreign".getBytes(UTF_8)}) {
      Files.write(file(1), wrong);
      assertThat(rules.find(key(1))).isEmpty();
      rules.keep(key(1), RULES);
      assertThat(rules.find(key(1))).contains(RULES);
    }
  }

  @Test
  void fileThatTheDatabaseDoesNotKnowIsIgnored() throws IOException {
    CompiledRulesFolder rules = opened();
    rules.keep(key(1), RULES);
    Files.copy(file(1), file(2));

    assertThat(rules.find(key(2))).isEmpty();
  }

  @Test
  void replicasMayHaveDifferentFiles() throws IOException {
    CompiledRulesFolder one = opened();
    CompiledRulesFolder other = new CompiledRulesFolder(database, data.resolve("other"), at(0));
    byte[] others = "compiled elsewhere".getBytes(UTF_8);
    one.keep(key(1), RULES);
    other.keep(key(1), others);

    assertThat(one.find(key(1))).contains(RULES);
    assertThat(other.find(key(1))).contains(others);
  }

  @Test
  void onlyTheLastUsedFilesStay() throws IOException {
    opened();
    for (int i = 0; i < 8; i++) {
      new CompiledRulesFolder(database, data, at(i)).keep(key(i), RULES);
      Files.setLastModifiedTime(file(i), FileTime.from(at(i).instant()));
    }
    assertThat(new CompiledRulesFolder(database, data, at(20)).find(key(0))).isPresent();
    Files.write(folder().resolve("x.bin.tmp"), RULES);

    new CompiledRulesFolder(database, data, at(21)).keep(key(9), RULES);

    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files)
          .hasSize(8)
          .contains(file(0), file(9))
          .doesNotContain(file(1), folder().resolve("x.bin.tmp"));
    }
  }

  @Test
  void hashesAreBounded() {
    opened();
    for (int i = 0; i < 210; i++) {
      new CompiledRulesFolder(database, data, at(i)).keep(key(i), RULES);
    }
    int rows =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from compiled_rules")
                        .mapTo(Integer.class)
                        .one());
    assertThat(rows).isEqualTo(200);
  }

  @Test
  void withoutDatabaseNothingIsFoundOrKept() {
    CompiledRulesFolder rules = opened();
    rules.keep(key(1), RULES);
    database.close();

    assertThat(rules.find(key(1))).isEmpty();
    rules.keep(key(2), RULES);
    assertThat(file(2)).doesNotExist();
  }

  /** Kills a process that replaces files without end. */
  @Test
  void killLeavesWholeFilesOnly() throws Exception {
    int found = 0;
    for (int kill = 0; kill < 2; kill++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Endless.class.getName(),
                  data.toString())
              .redirectErrorStream(true)
              .redirectOutput(data.resolve("output.txt").toFile())
              .start();
      Patience.await().untilAsserted(() -> assertThat(file(3)).exists().isNotEmptyFile());
      Thread.sleep(50L + 70L * kill);
      process.destroyForcibly();
      assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();

      CompiledRulesFolder rules = opened();
      for (int i = 0; i < 4; i++) {
        assertThat(rules.find(key(i))).hasValueSatisfying(Endless::assertWhole);
        Files.delete(file(i));
        found++;
      }
      database.close();
    }
    assertThat(found).isEqualTo(8);
  }

  /** Keeps random contents under the same keys, each with its own hash at its end. */
  static final class Endless {
    private static final int LENGTH = 300_000;

    private Endless() {}

    public static void main(String... arguments) {
      Path data = Path.of(arguments[0]);
      try (Database database = Database.open(DatabaseSettings.embedded(data))) {
        CompiledRulesFolder rules = new CompiledRulesFolder(database, data, Clock.systemUTC());
        Random random = new Random(1);
        for (int i = 0; ; i++) {
          byte[] content = new byte[LENGTH];
          random.nextBytes(content);
          byte[] hash = Sha256.of(Arrays.copyOf(content, LENGTH - 64)).getBytes(UTF_8);
          System.arraycopy(hash, 0, content, LENGTH - 64, 64);
          rules.keep(key(i % 4), content);
        }
      }
    }

    static void assertWhole(byte[] content) {
      assertThat(content).hasSize(LENGTH);
      assertThat(Sha256.of(Arrays.copyOf(content, LENGTH - 64)).getBytes(UTF_8))
          .isEqualTo(Arrays.copyOfRange(content, LENGTH - 64, LENGTH));
    }
  }

  private CompiledRulesFolder opened() {
    database = Database.open(DatabaseSettings.embedded(data));
    return new CompiledRulesFolder(database, data, at(0));
  }

  private static Clock at(long second) {
    return Clock.fixed(
        Instant.parse("2026-05-01T00:00:00Z").plus(Duration.ofSeconds(second)), ZoneOffset.UTC);
  }

  private Path folder() {
    return data.resolve("compiled-rules");
  }

  private Path file(int rules) {
    return folder().resolve(key(rules) + ".bin");
  }

  private static String key(int rules) {
    return Sha256.of("rules " + rules);
  }
}
