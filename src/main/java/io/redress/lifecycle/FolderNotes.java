package io.redress.lifecycle;

import io.redress.rules.ruleset.IgnoredFile;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Files in the folders that are not read although a person may think so. */
@Singleton
public class FolderNotes {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private volatile List<IgnoredFile> current = List.of();

  /** The files that are there now, ordered by name. */
  public List<IgnoredFile> current() {
    return current;
  }

  /** Takes over what is in the folders now, and logs what was not there before. */
  public void update(List<IgnoredFile> ignored) {
    List<IgnoredFile> before = current;
    if (!ignored.equals(before)) {
      current = List.copyOf(ignored);
      ignored.stream().filter(one -> !before.contains(one)).forEach(FolderNotes::log);
    }
  }

  private static void log(IgnoredFile file) {
    LOG.log(
        file.kind() == IgnoredFile.Kind.OPEN ? Logger.Level.INFO : Logger.Level.WARN, file.text());
  }
}
