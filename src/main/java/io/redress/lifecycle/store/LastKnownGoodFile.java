package io.redress.lifecycle.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.platform.file.PrivateFiles;
import io.redress.platform.request.RedactedException;
import io.redress.rules.ruleset.RuleSetFiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A local file with a copy of the active rule set, for a start without the database. */
@Singleton
public final class LastKnownGoodFile {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final String RECORD = "rule-set.json";
  private static final String FILES = "files/";
  private static final ObjectMapper JSON = DecisionJson.mapper();

  private final Path folder;
  private final Path file;
  private final Path temporary;

  public LastKnownGoodFile(@ConfigProperty(name = "redress.data.dir") Path folder) {
    this.folder = folder;
    this.file = folder.resolve("last-good.zip");
    this.temporary = folder.resolve("last-good.zip.tmp");
  }

  /** Replaces the copy atomically: if the process dies, the former copy is still complete. */
  public void keep(RuleSetSnapshot copy) {
    try {
      PrivateFiles.createFolder(folder);
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        write(copy, Channels.newOutputStream(channel));
        channel.force(true);
      }
      PrivateFiles.restrict(temporary);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      LOG.warnf("The active rule set could not be copied to %s: %s", file, failed);
    }
  }

  /** Reads the copy; empty if there is none, or it is damaged. */
  public Optional<RuleSetSnapshot> read() {
    try (InputStream stream = Files.newInputStream(file)) {
      RuleSetSnapshot copy = read(stream);
      if (copy != null) {
        return Optional.of(copy);
      }
      LOG.errorf("%s is damaged and not used.", file);
    } catch (NoSuchFileException none) {
      LOG.debugf("There is no %s.", file);
    } catch (IOException | IllegalArgumentException broken) {
      LOG.errorf("%s cannot be read: %s", file, RedactedException.of(broken));
    }
    return Optional.empty();
  }

  private static void write(RuleSetSnapshot copy, OutputStream stream) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(stream);
    put(zip, RECORD, JSON.writeValueAsBytes(copy.ruleSet()));
    for (Map.Entry<String, byte[]> one : copy.files().all().entrySet()) {
      put(zip, FILES + one.getKey(), one.getValue());
    }
    zip.finish();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static @Nullable RuleSetSnapshot read(InputStream stream) throws IOException {
    @Nullable StoredRuleSet ruleSet = null;
    Map<String, byte[]> files = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(stream);
    for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
      byte[] content = zip.readAllBytes();
      if (one.getName().equals(RECORD)) {
        ruleSet = JSON.readValue(content, StoredRuleSet.class);
      } else if (one.getName().startsWith(FILES)) {
        files.put(one.getName().substring(FILES.length()), content);
      }
    }
    RuleSetFiles read = RuleSetFiles.of(files);
    return ruleSet != null && read.hash().equals(ruleSet.hash())
        ? new RuleSetSnapshot(ruleSet, read)
        : null;
  }
}
