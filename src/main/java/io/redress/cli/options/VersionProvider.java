package io.redress.cli.options;

import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Provides the version from the Maven build. */
public final class VersionProvider implements IVersionProvider {
  @Override
  public String[] getVersion() throws Exception {
    Properties build = new Properties();
    try (var file = VersionProvider.class.getResourceAsStream("/redress.properties")) {
      build.load(Objects.requireNonNull(file));
    }
    return new String[] {"redress " + build.getProperty("version")};
  }
}
