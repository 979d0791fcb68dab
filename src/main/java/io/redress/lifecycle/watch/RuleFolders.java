package io.redress.lifecycle.watch;

import io.redress.rules.ruleset.FolderFiles;
import io.redress.rules.ruleset.IgnoredFile;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The folders in which rules and test cases are edited. */
@Singleton
class RuleFolders {
  private final Path rules;
  private final Path testCases;

  RuleFolders(
      @ConfigProperty(name = "redress.rules.dir") Path rules,
      @ConfigProperty(name = "redress.test-cases.dir") Path testCases) {
    this.rules = rules;
    this.testCases = testCases;
  }

  RuleSetFiles read(List<RuleProblem> problems) {
    return RuleSetFiles.read(rules, testCases, problems);
  }

  /** Looks at names, sizes and times, without reading the files. */
  State state() {
    FolderFiles files = FolderFiles.ofBoth(rules, testCases);
    Map<String, Stamp> stamps = new TreeMap<>();
    files.counted().forEach((name, path) -> stamps.put(name, Stamp.of(path)));
    return new State(new Snapshot(stamps), files.ignored());
  }

  /** The state of the files that count, as in {@link #state}. */
  Snapshot snapshot() {
    return state().snapshot();
  }

  /**
   * What is in the folders.
   *
   * @param snapshot of the files that count
   * @param ignored the files that do not, though they resemble one that does
   */
  record State(Snapshot snapshot, List<IgnoredFile> ignored) {}

  /** The state of the files that count; equal as long as none changes. */
  record Snapshot(Map<String, Stamp> stamps) {
    /** Before the folders were read. */
    static final Snapshot NONE = new Snapshot(Map.of());

    /**
     * Whether a program may be about to write more: a file of the snapshot before is gone, or a
     * file is empty. Spreadsheet programs replace a file by deleting it first.
     */
    boolean seemsIncompleteAfter(Snapshot before) {
      return !stamps.keySet().containsAll(before.stamps.keySet())
          || stamps.values().stream().anyMatch(stamp -> stamp.size <= 0);
    }
  }

  /** Size and time of a file, and what identifies it on the disk. */
  record Stamp(long size, @Nullable FileTime changed, @Nullable Object file) {
    static Stamp of(Path path) {
      try {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
      } catch (IOException gone) {
        return new Stamp(-1, null, null);
      }
    }
  }
}
