package io.redress.ruleset;

import io.redress.source.RuleProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files of a folder, by their paths inside it, with slashes on every system. */
public final class RuleFiles {
  private RuleFiles() {}

  /**
   * Every file but hidden ones and the lock files that spreadsheet programs leave while they edit.
   *
   * @param problems takes a fault when the folder or a file can not be read
   */
  public static Map<String, byte[]> read(Path folder, List<RuleProblem> problems) {
    Map<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      problems.add(
          RuleProblem.ofFile(
              folder.toString(),
              "FOLDER_MISSING",
              "there is no such folder.",
              "Name one that exists."));
      return files;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (Stream.of(name.split("/")).noneMatch(RuleFiles::hidden)) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      problems.add(
          RuleProblem.ofFile(
              folder.toString(),
              "FOLDER_UNREADABLE",
              "the folder can not be read: " + unreadable.getMessage() + ".",
              "Give this service the right to read it."));
    }
    return files;
  }

  private static boolean hidden(String name) {
    return name.startsWith(".") || name.startsWith("~$");
  }
}
