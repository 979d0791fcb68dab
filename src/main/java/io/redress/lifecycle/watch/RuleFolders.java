package io.redress.lifecycle.watch;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

  /** Takes a snapshot of names, sizes and times, without reading the files. */
  Snapshot snapshot() {
    Map<Path, Stamp> stamps = new TreeMap<>();
    for (Path folder : List.of(rules, testCases)) {
      try (Stream<Path> found = Files.walk(folder)) {
        found.forEach(path -> stamps.put(path, Stamp.of(path)));
      } catch (IOException | UncheckedIOException gone) {
        // An unreadable folder counts as empty; read() reports the problem.
      }
    }
    return new Snapshot(stamps);
  }

  /** The state of the folders; equal as long as no file changes. */
  record Snapshot(Map<Path, Stamp> stamps) {
    /** Before the folders were read. */
    static final Snapshot NONE = new Snapshot(Map.of());
  }

  private record Stamp(long size, @Nullable FileTime changed, @Nullable Object file) {
    static Stamp of(Path path) {
      try {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.isDirectory()
            ? new Stamp(0, null, null)
            : new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
      } catch (IOException gone) {
        return new Stamp(-1, null, null);
      }
    }
  }
}
