package io.redress.lifecycle.watch;

import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.WorkbookReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a proposal from the folders.
 *
 * @param fingerprints hashes of the files in the folders, by name, with which these are compared
 *     next; of a workbook that was saved without a changed cell the hash that it had before
 * @param kept names of files that stay as they are active, and are others in the folders
 * @param replaced names of files that were changed both in the folders and without them; those of
 *     the folders win
 */
record MergedFiles(
    RuleSetFiles files,
    SortedMap<String, String> fingerprints,
    List<String> kept,
    List<String> replaced) {
  private static final int MAX_NAMES = 10;
  private static final String WORKBOOK = ".xlsx";

  MergedFiles {
    fingerprints = Collections.unmodifiableSortedMap(new TreeMap<>(fingerprints));
    kept = List.copyOf(kept);
    replaced = List.copyOf(replaced);
  }

  /** All files of the folders, as they are. */
  static MergedFiles whole(RuleSetFiles inFolders) {
    return new MergedFiles(inFolders, inFolders.fingerprints(), List.of(), List.of());
  }

  /**
   * Returns the active files with the changes of the folders. A workbook in which no cell changed
   * does not replace one that was activated without the folders: programs write it again when it is
   * only opened and saved.
   *
   * @param base hashes of the files in the folders when they were activated last, by name
   * @param stored returns the content of a hash, if any rule set ever had it
   */
  static MergedFiles of(
      RuleSetFiles inFolders,
      Map<String, String> base,
      RuleSetFiles active,
      Function<String, Optional<byte[]>> stored) {
    SortedMap<String, String> hashes = inFolders.fingerprints();
    SortedMap<String, String> activeHashes = active.fingerprints();
    SortedMap<String, String> fingerprints = new TreeMap<>(hashes);
    Map<String, byte[]> merged = new TreeMap<>();
    List<String> kept = new ArrayList<>();
    List<String> replaced = new ArrayList<>();
    Set<String> names = new TreeSet<>(hashes.keySet());
    names.addAll(activeHashes.keySet());
    for (String name : names) {
      String before = base.get(name);
      byte @Nullable [] saved = inFolders.all().get(name);
      boolean changed = !Objects.equals(hashes.get(name), before);
      boolean activeChanged = !Objects.equals(activeHashes.get(name), before);
      if (changed && activeChanged && before != null && saved != null) {
        boolean resaved = stored.apply(before).filter(old -> same(name, old, saved)).isPresent();
        if (resaved) {
          changed = false;
          fingerprints.put(name, before);
        }
      }
      byte @Nullable [] decides = active.all().get(name);
      byte @Nullable [] content = changed ? saved : decides;
      if (content != null) {
        merged.put(name, content);
      }
      boolean differs =
          !Objects.equals(hashes.get(name), activeHashes.get(name))
              && !(saved != null && decides != null && same(name, saved, decides));
      if (differs && !changed) {
        kept.add(name);
      } else if (differs && activeChanged) {
        replaced.add(name);
      }
    }
    RuleSetFiles files = RuleSetFiles.of(merged);
    boolean asInFolders = files.hash().equals(inFolders.hash());
    return new MergedFiles(asInFolders ? inFolders : files, fingerprints, kept, replaced);
  }

  private static boolean same(String name, byte[] one, byte[] other) {
    return name.endsWith(WORKBOOK) && WorkbookReader.haveSameCells(one, other);
  }

  /** The comment of the rule set. */
  String comment() {
    return kept.isEmpty()
        ? "Saved in the folder"
        : "Saved in the folder. Kept as it was active, though not in the folder: " + list(kept);
  }

  /** What a person who saves in the folder may not expect, for the log. */
  List<String> notes(String version) {
    List<String> notes = new ArrayList<>();
    if (!kept.isEmpty()) {
      notes.add(
          "Rule set "
              + version
              + " keeps what was activated, but is not in the folder: "
              + list(kept)
              + ". Save it in the folder, too.");
    }
    if (!replaced.isEmpty()) {
      notes.add(
          "Rule set "
              + version
              + " replaces what was activated without the folder by the files saved there: "
              + list(replaced)
              + ".");
    }
    return notes;
  }

  private static String list(List<String> names) {
    String first = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MAX_NAMES;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
