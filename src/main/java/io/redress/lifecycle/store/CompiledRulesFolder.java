package io.redress.lifecycle.store;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseUnavailable;
import io.redress.platform.file.PrivateFiles;
import io.redress.platform.request.RedactedException;
import io.redress.platform.text.Sha256;
import io.redress.rules.engine.CompiledRulesStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Compiled rules in the data folder, for the next start. The database has their hashes: a file that
 * is torn, was changed or comes from elsewhere is not used, and replaced when the rules have been
 * compiled.
 */
@Singleton
public final class CompiledRulesFolder implements CompiledRulesStore {
  private static final Logger LOG = Logger.getLogger("io.redress");

  /** Compiled rules have 0.3 MB; a larger file is not even read. */
  private static final int MAX_BYTES = 32 << 20;

  private static final int MAX_FILES = 8;
  private static final int MAX_HASHES = 200;
  private static final String END = ".bin";

  private final Jdbi jdbi;
  private final Path folder;
  private final Clock clock;

  public CompiledRulesFolder(
      Database database, @ConfigProperty(name = "redress.data.dir") Path data, Clock clock) {
    this.jdbi = database.jdbi();
    this.folder = data.resolve("compiled-rules");
    this.clock = clock;
  }

  @Override
  public synchronized Optional<byte[]> find(String key) {
    Path file = file(key);
    byte[] content = read(file);
    if (content == null) {
      return Optional.empty();
    }
    try {
      if (!knows(key, Sha256.of(content))) {
        LOG.warnf("%s is not as it was written, so the rules are compiled again.", file);
        return Optional.empty();
      }
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (DatabaseUnavailable | JdbiException unknown) {
      return Optional.empty();
    } catch (IOException readOnly) {
      LOG.debugf("%s keeps its time: %s", file, readOnly);
    }
    return Optional.of(content);
  }

  @Override
  public synchronized void keep(String key, byte[] compiled) {
    try {
      add(key, Sha256.of(compiled));
      PrivateFiles.createFolder(folder);
      write(file(key), compiled);
      removeOld();
    } catch (DatabaseUnavailable | JdbiException | IOException failed) {
      LOG.warnf(
          "Compiled rules could not be kept, so the next start compiles them: %s",
          RedactedException.of(failed));
    }
  }

  private Path file(String key) {
    return folder.resolve(key + END);
  }

  private static byte @Nullable [] read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] content = stream.readNBytes(MAX_BYTES + 1);
      return content.length > MAX_BYTES ? new byte[0] : content;
    } catch (NoSuchFileException none) {
      return null;
    } catch (IOException unreadable) {
      LOG.warnf("%s cannot be read: %s", file, RedactedException.of(unreadable));
      return null;
    }
  }

  /** If the process dies, the file is the former one or complete. */
  private void write(Path file, byte[] content) throws IOException {
    Path temporary = folder.resolve(file.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      PrivateFiles.restrict(temporary);
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes all but the last used files, and what was not completed. */
  private void removeOld() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted(Comparator.comparing(CompiledRulesFolder::used).reversed()).toList();
    }
    int kept = 0;
    for (Path file : files) {
      if (!file.toString().endsWith(END) || ++kept > MAX_FILES) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static FileTime used(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private boolean knows(String key, String hash) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(
                        "select count(*) from compiled_rules"
                            + " where code_key = :key and sha256 = :hash")
                    .bind("key", key)
                    .bind("hash", hash)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  private void add(String key, String hash) {
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              "insert into compiled_rules (code_key, sha256, kept_at) values (?, ?, ?)"
                  + " on conflict do nothing",
              key,
              hash,
              clock.instant().atOffset(ZoneOffset.UTC));
          handle.execute(
              "delete from compiled_rules where kept_at < (select min(kept_at) from"
                  + " (select kept_at from compiled_rules order by kept_at desc"
                  + " fetch first ? rows only) newest)",
              MAX_HASHES);
        });
  }
}
