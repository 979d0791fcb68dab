package io.redress.http.rulesets;

import io.quarkus.runtime.StartupEvent;
import io.redress.platform.file.PrivateFiles;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Where files are while they are uploaded. A killed process leaves some, which may be large. */
@Singleton
class UploadFolder {
  private static final Logger LOG = Logger.getLogger("io.redress");

  private final Path folder;

  UploadFolder(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder) {
    this.folder = folder;
  }

  void empty(@Observes StartupEvent started) {
    try {
      PrivateFiles.createFolder(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException failed) {
      LOG.warnf("Files of interrupted uploads cannot be removed from %s: %s", folder, failed);
    }
  }
}
