package io.redress.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.FolderNotes;
import io.redress.lifecycle.Replica;
import io.redress.lifecycle.store.FolderProposalStore;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.lifecycle.watch.RuleFolders.Snapshot;
import io.redress.platform.database.DatabaseSettings;
import io.redress.rules.ruleset.IgnoredFile;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.ruleset.ShippedFiles;
import io.redress.rules.source.WorkbookReader;
import io.redress.rules.source.edit.EditedCell;
import io.redress.rules.source.edit.EditedRow;
import io.redress.rules.source.edit.WorkbookEdit;
import io.redress.security.access.KeyCache;
import io.redress.security.access.KeyStore;
import io.redress.security.access.Protection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that activate what is saved in them, beside rule sets that were sent. */
class FolderRulesTest {
  private static final String BOOK = "promises.xlsx";

  @TempDir private Path folder;
  private Path rules;
  private Path testCases;
  private Path data;
  private RuleFolders folders;

  @BeforeEach
  void copyTheShippedRules() throws IOException {
    rules = Files.createDirectory(folder.resolve("rules"));
    testCases = folder.resolve("test-cases");
    for (Map.Entry<String, byte[]> file : ShippedFiles.withFewCases().all().entrySet()) {
      boolean ofRules = !file.getKey().startsWith(RuleSetFiles.TEST_CASES);
      Path copy = (ofRules ? rules : folder).resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.write(copy, file.getValue());
    }
    data = folder.resolve("data");
    folders = new RuleFolders(rules, testCases);
  }

  @Test
  void whatWasSentStaysUntilAFileOfTheFolderChanges() throws IOException {
    String sent;
    try (Service service = new Service()) {
      service.folder.proposeWhole();
      service.start();
      String shipped = service.active();

      StoredRuleSet other = service.replica.propose("sent", Map.of(BOOK, withAnotherNote()));
      service.replica.activate(other);
      sent = other.version();
      assertThat(sent).isNotEqualTo(shipped);

      for (String noise :
          new String[] {
            "~$promises.xlsx",
            ".~lock.promises.xlsx#",
            "Thumbs.db",
            ".DS_Store",
            ".git/index",
            "promises.xlsx.bak",
            "promises (1).xlsx",
            "promises (Ana's conflicted copy 2026-03-05).xlsx"
          }) {
        Path file = rules.resolve(noise);
        Files.createDirectories(file.getParent());
        Files.write(file, Files.readAllBytes(rules.resolve("situation.xlsx")));
        service.settle();
        assertThat(service.active()).as(noise).isEqualTo(sent);
      }
      Files.setLastModifiedTime(
          rules.resolve("promises.xlsx"), FileTime.from(Instant.now().plusSeconds(60)));
      service.settle();
      for (int level : new int[] {Deflater.NO_COMPRESSION, Deflater.BEST_SPEED}) {
        saveAgain(rules.resolve(BOOK), level);
        service.settle();
        assertThat(service.active()).isEqualTo(sent);
      }
      Path evidence = rules.resolve("evidence.xlsx");
      byte[] same = Files.readAllBytes(evidence);
      Files.delete(evidence);
      Files.write(evidence, same);
      service.settle();
      assertThat(service.active()).isEqualTo(sent);
      assertThat(service.notes.current())
          .extracting(IgnoredFile::of)
          .containsOnly("promises.xlsx")
          .hasSize(5);
    }

    try (Service restarted = new Service()) {
      restarted.start();
      restarted.settle();
      assertThat(restarted.active()).isEqualTo(sent);

      Path letter = rules.resolve("letters/en.txt");
      Files.writeString(letter, "# Read in May.\n" + Files.readString(letter));
      restarted.settle();

      assertThat(restarted.active()).isNotEqualTo(sent);
      StoredRuleSet saved = restarted.replica.ruleSets.find("active").orElseThrow();
      assertThat(saved.status()).isEqualTo(RuleSetStatus.ACTIVE);
      assertThat(saved.comment()).contains("Kept as it was active").contains("remark.yaml");
      var files = restarted.replica.ruleSets.contents(saved).all();
      assertThat(files).containsKey("test-cases/remark.yaml");
      assertThat(new String(files.get("letters/en.txt"), StandardCharsets.UTF_8))
          .isEqualTo(Files.readString(letter));
    }
  }

  /** The workbook as a person sends it who changed a cell. */
  private byte[] withAnotherNote() throws IOException {
    EditedRow row = new EditedRow(1, Map.of(0, new EditedCell("What people may promise", false)));
    return WorkbookEdit.of(
        BOOK, Files.readAllBytes(rules.resolve(BOOK)), "Notes", 1, 1, List.of(row));
  }

  /** Writes the same parts, as a program does in which a workbook is opened and saved. */
  private static void saveAgain(Path workbook, int level) throws IOException {
    Map<String, byte[]> parts = WorkbookReader.parts(Files.readAllBytes(workbook));
    try (var zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
      zip.setLevel(level);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
  }

  /** A service on the folders, whose time passes as the test says. */
  private final class Service implements AutoCloseable {
    private final Replica replica = new Replica(DatabaseSettings.embedded(data));
    private final FolderNotes notes = new FolderNotes();
    private final FolderRules folder;
    private FolderWatch watch = new FolderWatch(Snapshot.NONE, 0, last -> true);
    private long nanos;

    Service() {
      replica.ruleSets.refresh();
      folder =
          new FolderRules(
              replica.ruleSets,
              folders,
              new FolderProposalStore(replica.database),
              Clock.systemUTC(),
              Optional.of(true),
              protection());
    }

    private Protection protection() {
      Clock clock = Clock.systemUTC();
      Path none = FolderRulesTest.this.folder.resolve("none");
      KeyCache keys = new KeyCache(() -> new KeyStore(replica.database, clock), clock, none);
      return new Protection(keys, false, "127.0.0.1");
    }

    void start() {
      watch = new FolderWatch(folder.lastProposed(), nanos, folder::proposeChanges);
    }

    /** Polls until a change must have been handled. */
    void settle() {
      for (int i = 0; i < 8; i++) {
        RuleFolders.State state = folders.state();
        notes.update(state.ignored());
        watch.poll(state.snapshot(), nanos);
        nanos += Duration.ofMillis(500).toNanos();
      }
    }

    String active() {
      return replica.activeVersion().orElseThrow();
    }

    @Override
    public void close() {
      replica.close();
    }
  }
}
