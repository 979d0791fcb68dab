package io.redress.lifecycle.watch;

import io.redress.rules.ruleset.RuleSetFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a proposal from the folders.
 *
 * @param kept names of files that stay as they are active, and are others in the folders
 * @param replaced names of files that were changed both in the folders and without them; those of
 *     the folders win
 */
record MergedFiles(RuleSetFiles files, List<String> kept, List<String> replaced) {
  private static final int MAX_NAMES = 10;

  MergedFiles {
    kept = List.copyOf(kept);
    replaced = List.copyOf(replaced);
  }

  /**
   * Returns the active files with the changes of the folders.
   *
   * @param base hashes of the files in the folders when they were activated last, by name
   */
  static MergedFiles of(RuleSetFiles inFolders, Map<String, String> base, RuleSetFiles active) {
    SortedMap<String, String> hashes = inFolders.fingerprints();
    SortedMap<String, String> activeHashes = active.fingerprints();
    Map<String, byte[]> merged = new TreeMap<>();
    List<String> kept = new ArrayList<>();
    List<String> replaced = new ArrayList<>();
    Set<String> names = new TreeSet<>(hashes.keySet());
    names.addAll(activeHashes.keySet());
    for (String name : names) {
      boolean changed = !Objects.equals(hashes.get(name), base.get(name));
      boolean differs = !Objects.equals(hashes.get(name), activeHashes.get(name));
      boolean activeChanged = !Objects.equals(activeHashes.get(name), base.get(name));
      byte @Nullable [] content = (changed ? inFolders : active).all().get(name);
      if (content != null) {
        merged.put(name, content);
      }
      if (differs && !changed) {
        kept.add(name);
      } else if (differs && activeChanged) {
        replaced.add(name);
      }
    }
    boolean asInFolders = merged.keySet().equals(inFolders.all().keySet()) && kept.isEmpty();
    return new MergedFiles(asInFolders ? inFolders : RuleSetFiles.of(merged), kept, replaced);
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
