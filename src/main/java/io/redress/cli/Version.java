package io.redress.cli;

import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven built. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws Exception {
    Properties build = new Properties();
    try (var file = Version.class.getResourceAsStream("/redress.properties")) {
      build.load(Objects.requireNonNull(file));
    }
    return new String[] {"redress " + build.getProperty("version")};
  }
}
