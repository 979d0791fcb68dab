package io.redress.platform.database;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCompactionTest {
  private static final int COMMITS = 1_500;
  private static final int BYTES = 3_000;

  @TempDir private Path folder;

  @Test
  void mostOfTheFileIsContentAfterManyCommits() throws Exception {
    Random random = new Random(20261129);
    try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                // H2 would not use the space again while this test lasts.
                handle.execute("set retention_time 0");
                handle.execute(
                    "create table filled (id uuid primary key, content varbinary(9000))");
              });
      for (int i = 0; i < COMMITS; i++) {
        byte[] content = new byte[BYTES];
        random.nextBytes(content);
        UUID id = new UUID(random.nextLong(), random.nextLong());
        database
            .jdbi()
            .useHandle(handle -> handle.execute("insert into filled values (?, ?)", id, content));
      }

      // Without compaction it stays at 30 percent.
      await().until(() -> setting(database, "info.CHUNKS_FILL_RATE") > 55);
      long stored =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select sum(octet_length(content)) from filled")
                          .mapTo(Long.class)
                          .one());
      assertThat(stored).isEqualTo((long) COMMITS * BYTES);
    }
  }

  private static int setting(Database database, String name) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select setting_value from information_schema.settings"
                            + " where setting_name = :name")
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .one());
  }
}
