package io.redress.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.table.TableSheet;
import io.redress.rules.table.TypedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workbooks that LibreOffice has opened and saved. One start of it saves all of them, since a start
 * takes seconds; where it is not installed, all tests are skipped.
 */
class LibreOfficeTest {
  private static final Path PROGRAM = Path.of("/usr/bin/soffice");
  private static final int ROUNDS = 10;
  private static final int MAX_SECONDS = 300;

  private static final Map<Writer, EditRounds> EDITED = new LinkedHashMap<>();

  @TempDir private static Path temporary;

  @BeforeAll
  static void saveAll() throws Exception {
    assumeTrue(
        Files.isExecutable(PROGRAM),
        "LibreOffice is not installed: apt-get install libreoffice-calc-nogui");
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM.toString(),
                "-env:UserInstallation=" + temporary.resolve("profile").toUri(),
                "--headless",
                "--norestore",
                "--convert-to",
                "xlsx",
                "--outdir",
                temporary.resolve("saved").toString()));
    shipped().forEach(file -> command.add(file.toString()));
    for (Writer writer : Writer.values()) {
      EditRounds rounds = EditRounds.of(writer, 200 + writer.ordinal());
      rounds.edit();
      EDITED.put(writer, rounds);
      Path file = temporary.resolve(writer + ".xlsx");
      Files.write(file, rounds.workbook());
      command.add(file.toString());
    }
    Path output = temporary.resolve("output");
    Process program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = program.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
    program.descendants().forEach(ProcessHandle::destroyForcibly);
    program.destroyForcibly();
    assertThat(ended).as(Files.readString(output)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void savedWorkbookHasTheSameCells(Path file) throws Exception {
    byte[] shipped = Files.readAllBytes(file);
    byte[] saved = saved(file.getFileName().toString());

    assertThat(saved).isNotEqualTo(shipped);
    assertThat(cells(saved)).isNotEmpty().isEqualTo(cells(shipped));
  }

  @Test
  void savedFolderIsReadWithoutProblemsAndEdited() throws Exception {
    List<RuleProblem> problems = new ArrayList<>();
    Map<String, byte[]> files =
        new TreeMap<>(RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), problems).all());
    for (Path file : (Iterable<Path>) shipped()::iterator) {
      String name = file.getFileName().toString();
      files.put(file.startsWith("test-cases") ? RuleSetFiles.TEST_CASES + name : name, saved(name));
    }

    RuleSet ruleSet = RuleSet.read(RuleSetFiles.of(files), problems).orElseThrow();

    assertThat(problems).isEmpty();
    assertThat(ruleSet.warnings()).isEmpty();
    for (TableSheet grid : TableSheet.all(files)) {
      List<TypedRow> typed = new ArrayList<>();
      for (int i = 0; i < grid.rows().size(); i++) {
        typed.add(0, new TypedRow(TableSheet.FIRST_ROW + i, null));
      }
      String file = grid.table().file();
      List<List<String>> upsideDown = new ArrayList<>();
      grid.rows().forEach(row -> upsideDown.add(0, row));

      byte[] edited = grid.write(files.get(file), typed);

      assertThat(TableSheet.all(Map.of(file, edited)))
          .filteredOn(one -> one.table().name().equals(grid.table().name()))
          .singleElement()
          .extracting(TableSheet::rows)
          .isEqualTo(upsideDown);
    }
  }

  @ParameterizedTest
  @EnumSource
  void workbooksOfOthersKeepTheirMeaning(Writer writer) throws Exception {
    EditRounds rounds = EDITED.get(writer);
    rounds.savedAs(saved(writer + ".xlsx"));
    rounds.verify();

    for (int round = 0; round < ROUNDS; round++) {
      rounds.edit();
      rounds.verify();
    }
  }

  private static Stream<Path> shipped() throws IOException {
    List<Path> workbooks = new ArrayList<>();
    for (String folder : List.of("rules", "test-cases")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".xlsx")).sorted().forEach(workbooks::add);
      }
    }
    return workbooks.stream();
  }

  private static byte[] saved(String name) throws IOException {
    return Files.readAllBytes(temporary.resolve("saved").resolve(name));
  }

  /** All that is read, notes and code included. */
  private static Map<String, List<List<Cell>>> cells(byte[] workbook) {
    List<RuleProblem> problems = new ArrayList<>();
    Map<String, List<List<Cell>>> sheets = new LinkedHashMap<>();
    for (Sheet sheet : WorkbookReader.readAll("a.xlsx", workbook, problems)) {
      sheets.put(sheet.name(), sheet.rows());
      assertThat(sheet.warnings()).isEmpty();
    }
    assertThat(problems).isEmpty();
    return sheets;
  }
}
