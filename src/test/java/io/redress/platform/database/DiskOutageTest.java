package io.redress.platform.database;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behaviour with a full or read-only disk, and with locked or corrupt files. */
class DiskOutageTest {

  @TempDir private Path folder;

  @AfterEach
  void freeDisk() {
    FullDisk.failing("");
  }

  @ParameterizedTest
  @ValueSource(strings = {FullDisk.FULL, FullDisk.READ_ONLY})
  void diskThatTakesNothingLosesNoDataAndRecovers(String failure) {
    String name = FullDisk.SCHEME + ":" + folder.resolve("redress");
    try (Database database = Database.open(DatabaseSettings.embedded(folder, name))) {
      keep(database, "before");
      FullDisk.failing(failure);

      assertThat(OutageDetector.isOutage(catchThrowable(() -> keep(database, "meanwhile"))))
          .isTrue();
      assertThat(OutageDetector.isOutage(catchThrowable(() -> keep(database, "still")))).isTrue();

      FullDisk.failing("");
      await().ignoreExceptions().until(() -> keep(database, "after"));
      assertThat(kept(database, "before")).isEqualTo(1);
      assertThat(kept(database, "after")).isEqualTo(1);
    }
  }

  @Test
  void lockedFilesFailAtOnce() throws Exception {
    DatabaseSettings settings = DatabaseSettings.embedded(folder);
    Database.open(settings).close();
    try (var file = FileChannel.open(folder.resolve("redress.mv.db"), StandardOpenOption.WRITE);
        var lock = file.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> Database.openOrWait(settings))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("is in use by another process. Ask that service");
    }
  }

  @Test
  void corruptFilesFailAtOnce() throws Exception {
    byte[] nonsense = "no database".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("redress.mv.db"), nonsense);
    assertThatThrownBy(() -> Database.openOrWait(DatabaseSettings.embedded(folder)))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining(folder.toString());
  }

  private static boolean keep(Database database, String name) {
    return database
            .jdbi()
            .<Integer, RuntimeException>withHandle(
                handle ->
                    handle.execute(
                        "insert into rule_file (sha256, content) values (?, ?)",
                        name,
                        new byte[200_000]))
        == 1;
  }

  private static int kept(Database database, String name) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from rule_file where sha256 = :name")
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .one());
  }
}
