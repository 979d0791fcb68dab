package io.redress.rules.ruleset;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names of the files in a folder of rules or test cases, by whether they count.
 *
 * <p>A file counts if a rule set reads it, or if its name is so close to one that is read that it
 * is a problem. Files of operating systems, editors and version control do not count, nor do copies
 * and backups of files that do.
 *
 * @param counted by path inside the folder, with slashes on every system
 * @param ignored copies and backups of files that count, and lock files of those that are open
 */
public record FolderFiles(SortedMap<String, Path> counted, List<IgnoredFile> ignored) {

  /**
   * Lists a folder, without reading the files.
   *
   * @param prefix of the names inside the rule set: {@link RuleSetFiles#TEST_CASES}, or empty
   */
  public static FolderFiles of(Path folder, String prefix) throws IOException {
    SortedMap<String, Path> found = new TreeMap<>();
    Set<String> aside = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            boolean skipped = !path.equals(folder) && IgnoredFile.isNoise(lastName(path));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() || Files.isRegularFile(path)) {
              String name = folder.relativize(path).toString().replace('\\', '/');
              if (IgnoredFile.isNoise(lastName(path))) {
                aside.add(name);
              } else if (counts(prefix + name)) {
                found.put(name, path);
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException && !path.equals(folder)) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }
        });
    aside.addAll(found.keySet());
    List<IgnoredFile> ignored =
        aside.stream().flatMap(name -> IgnoredFile.find(name, found.keySet()).stream()).toList();
    ignored.forEach(one -> found.remove(one.name()));
    return new FolderFiles(found, ignored);
  }

  /**
   * Lists the folders of a rule set and of its test cases; those that cannot be listed are left
   * out.
   *
   * @return by their names inside the rule set
   */
  public static FolderFiles ofBoth(Path rules, Path testCases) {
    SortedMap<String, Path> counted = new TreeMap<>();
    Stream.Builder<IgnoredFile> ignored = Stream.builder();
    Map.of(rules, "", testCases, RuleSetFiles.TEST_CASES)
        .forEach(
            (folder, prefix) -> {
              try {
                FolderFiles files = of(folder, prefix);
                files.counted.forEach((name, path) -> counted.put(prefix + name, path));
                files.ignored.forEach(
                    one ->
                        ignored.add(
                            new IgnoredFile(prefix + one.name(), one.kind(), prefix + one.of())));
              } catch (IOException gone) {
                // Reading the folder reports it.
              }
            });
    return new FolderFiles(counted, ignored.build().sorted(FolderFiles::byName).toList());
  }

  private static int byName(IgnoredFile one, IgnoredFile other) {
    return one.name().compareTo(other.name());
  }

  private static boolean counts(String name) {
    return RuleSetFiles.reads(name) || !StrayFiles.among(List.of(name)).isEmpty();
  }

  private static String lastName(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }
}
