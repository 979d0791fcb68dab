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

  private final List<Boolean> taken = new ArrayList<>();
  private boolean readable = true;
  private long nanos;
  private RuleFolders folders;
  private FolderWatch watch;

  @BeforeEach
  void watchTheFolders() throws IOException {
    Files.writeString(rules.resolve("a.xlsx"), "old");
    folders = new RuleFolders(rules, testCases);
    watch =
        new FolderWatch(
            folders.snapshot(),
            nanos,
            last -> {
              taken.add(last);
              return readable || last;
            });
  }

  @Test
  void nothingIsTakenWhileNothingChanges() {
    after(Duration.ofMinutes(1));

    assertThat(taken).isEmpty();
  }

  @Test
  void aSavedFileIsTakenOnceItIsWhole() throws IOException {
    Files.writeString(rules.resolve("a.xlsx"), "half");
    after(Duration.ofMillis(100));
    after(Duration.ofMillis(200));
    Files.writeString(rules.resolve("a.xlsx"), "half and half");
    after(Duration.ofMillis(100));
    after(Duration.ofMillis(200));
    assertThat(taken).isEmpty();

    after(Duration.ofMillis(200));
    after(Duration.ofSeconds(10));
    assertThat(taken).containsExactly(false);
  }

  @Test
  void aFileThatStaysUnreadableIsGivenUp() throws IOException {
    readable = false;
    Files.writeString(rules.resolve("a.xlsx"), "half");
    after(Duration.ZERO);
    after(Duration.ofSeconds(1));
    after(Duration.ofSeconds(1));
    assertThat(taken).containsExactly(false);

    after(Duration.ofSeconds(1));
    after(Duration.ofSeconds(10));
    assertThat(taken).containsExactly(false, true);
  }

  @Test
  void anUnreadableFileThatIsMendedIsTaken() throws IOException {
    readable = false;
    Files.writeString(rules.resolve("a.xlsx"), "half");
    after(Duration.ZERO);
    after(Duration.ofSeconds(1));
    readable = true;
    Files.writeString(rules.resolve("a.xlsx"), "whole now");
    after(Duration.ofMillis(250));
    after(Duration.ofSeconds(1));

    assertThat(taken).containsExactly(false, false);
  }

  @Test
  void filesThatComeAndGoAreNoticedInBothFolders() throws IOException {
    Files.delete(rules.resolve("a.xlsx"));
    after(Duration.ZERO);
    after(Duration.ofSeconds(1));
    Files.writeString(Files.createDirectory(testCases.resolve("more")).resolve("b.yaml"), "new");
    after(Duration.ofMillis(250));
    after(Duration.ofSeconds(1));

    assertThat(taken).containsExactly(false, false);
  }

  @Test
  void filesThatNobodyHasTakenYetAreNews() {
    FolderWatch fresh = new FolderWatch(Snapshot.NONE, nanos, last -> taken.add(last));
    fresh.look(folders.snapshot(), nanos);
    fresh.look(folders.snapshot(), nanos + Duration.ofSeconds(1).toNanos());

    assertThat(taken).containsExactly(false);
  }

  private void after(Duration passed) {
    nanos += passed.toNanos();
    watch.look(folders.snapshot(), nanos);
  }
}
