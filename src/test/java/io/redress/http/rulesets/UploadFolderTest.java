package io.redress.http.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {
  @TempDir private Path data;

  @Test
  void uploadsThatWereInterruptedAreGoneAfterAStart() throws Exception {
    Path folder = data.resolve("uploads");
    new UploadFolder(folder).empty(new StartupEvent());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");

    Files.writeString(folder.resolve("half"), "half a workbook");
    Path other = Files.writeString(data.resolve("other"), "not an upload");
    new UploadFolder(folder).empty(new StartupEvent());
    assertThat(folder).isEmptyDirectory();
    assertThat(other).exists();
  }

  /** A folder that cannot be emptied is a warning: the service can do all else. */
  @Test
  void folderThatCannotBeEmptiedPreventsNoStart() throws Exception {
    Path file = Files.writeString(data.resolve("uploads"), "a file in its place");
    new UploadFolder(file).empty(new StartupEvent());
    assertThat(file).exists();
  }
}
