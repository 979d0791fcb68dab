package io.redress.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSetFilesTest {
  private static final String CONTENT = "rule ".repeat(100);

  private final List<RuleProblem> problems = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void filesAreNamedByPathAndLockFilesSkipped() throws IOException {
    Files.createDirectory(folder.resolve("letters"));
    for (String name : List.of("flow.drl", "letters/en.txt", ".hidden", "~$promises.xlsx")) {
      Files.writeString(folder.resolve(name), CONTENT);
    }

    assertThat(RuleSetFiles.folder(folder, problems))
        .containsOnlyKeys("flow.drl", "letters/en.txt");
    assertThat(problems).isEmpty();
  }

  @Test
  void tooLongFileNameIsReportedAndSkipped() throws IOException {
    Path deep = Files.createDirectory(folder.resolve("d".repeat(150)));
    Files.writeString(deep.resolve("e".repeat(80) + ".yaml"), CONTENT);

    assertThat(RuleSetFiles.folder(folder, problems)).isEmpty();
    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.BAD_FILE_NAME);
  }

  @Test
  void missingFolderIsReported() {
    Path nowhere = folder.resolve("nowhere");

    assertThat(RuleSetFiles.folder(nowhere, problems)).isEmpty();
    assertThat(problems)
        .extracting(RuleProblem::file, RuleProblem::code)
        .containsExactly(tuple(nowhere.toString(), ProblemCode.FOLDER_MISSING));
  }

  /** Uses a damaged zip file system, since tests that run as root can read every file on disk. */
  @Test
  void unreadableFileMakesTheFolderUnreadable() throws IOException {
    Path zip = folder.resolve("rules.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("flow.drl"));
      out.write(CONTENT.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(zip);
    int content = "PK..".length() + 26 + "flow.drl".length();
    bytes[content] = (byte) 0xFF;
    Files.write(zip, bytes);

    try (var damaged = FileSystems.newFileSystem(zip)) {
      RuleSetFiles.folder(damaged.getPath("/"), problems);
    }

    assertThat(problems)
        .extracting(RuleProblem::code)
        .containsExactly(ProblemCode.FOLDER_UNREADABLE);
  }
}
