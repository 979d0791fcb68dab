package io.redress.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.watch.RuleFolders.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  @TempDir private Path rules;
  @TempDir private Path testCases;

  private final List<Boolean> proposed = new ArrayList<>();
  private boolean readable = true;
  private long nanos;
  private RuleFolders folders;
  private FolderWatch watch;

  @BeforeEach
  void startWatch() throws IOException {
    Files.writeString(rules.resolve("a.xlsx"), "old");
    folders = new RuleFolders(rules, testCases);
    watch =
        new FolderWatch(
            folders.snapshot(),
            nanos,
            last -> {
              proposed.add(last);
              return readable || last;
            });
  }

  @Test
  void unchangedFoldersAreNotProposed() {
    after(Duration.ofMinutes(1));

    assertThat(proposed).isEmpty();
  }

  @Test
  void changedFileIsProposedWhenComplete() throws IOException {
    Files.writeString(rules.resolve("a.xlsx"), "half");
    after(Duration.ofMillis(100));
    after(Duration.ofMillis(200));
    Files.writeString(rules.resolve("a.xlsx"), "half and half");
    after(Duration.ofMillis(100));
    after(Duration.ofMillis(200));
    assertThat(proposed).isEmpty();

    after(Duration.ofMillis(200));
    after(Duration.ofSeconds(10));
    assertThat(proposed).containsExactly(false);
  }

  @Test
  void fileThatStaysUnreadableIsRejected() throws IOException {
    readable = false;
    Files.writeString(rules.resolve("a.xlsx"), "half");
    after(Duration.ZERO);
    after(Duration.ofSeconds(1));
    after(Duration.ofSeconds(1));
    assertThat(proposed).containsExactly(false);

    after(Duration.ofSeconds(1));
    after(Duration.ofSeconds(10));
    assertThat(proposed).containsExactly(false, true);
  }

  @Test
  void correctedFileIsProposed() throws IOException {
    readable = false;
    Files.writeString(rules.resolve("a.xlsx"), "half");
    after(Duration.ZERO);
    after(Duration.ofSeconds(1));
    readable = true;
    Files.writeString(rules.resolve("a.xlsx"), "whole now");
    after(Duration.ofMillis(250));
    after(Duration.ofSeconds(1));

    assertThat(proposed).containsExactly(false, false);
  }

  @Test
  void addedAndDeletedFilesAreDetectedInBothFolders() throws IOException {
    Files.delete(rules.resolve("a.xlsx"));
    after(Duration.ZERO);
    after(Duration.ofSeconds(1));
    Files.writeString(Files.createDirectory(testCases.resolve("more")).resolve("b.yaml"), "new");
    after(Duration.ofMillis(250));
    after(Duration.ofSeconds(1));

    assertThat(proposed).containsExactly(false, false);
  }

  @Test
  void foldersThatWereNeverProposedAreAChange() {
    FolderWatch fresh = new FolderWatch(Snapshot.NONE, nanos, last -> proposed.add(last));
    fresh.poll(folders.snapshot(), nanos);
    fresh.poll(folders.snapshot(), nanos + Duration.ofSeconds(1).toNanos());

    assertThat(proposed).containsExactly(false);
  }

  private void after(Duration passed) {
    nanos += passed.toNanos();
    watch.poll(folders.snapshot(), nanos);
  }
}
