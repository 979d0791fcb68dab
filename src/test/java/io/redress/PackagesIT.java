package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The packages that {@code mvn -Ppackages verify} makes are installed and run. */
class PackagesIT {
  private static final String LOST = "{\"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  private record Ended(int exitCode, String output) {}

  private static Ended run(Path in, String... command) throws Exception {
    return run(in, Map.of(), command);
  }

  private static Ended run(Path in, Map<String, String> environment, String... command)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), output);
  }

  private static String passed(Path in, String... command) throws Exception {
    Ended ended = run(in, command);
    assertThat(ended.exitCode()).as(List.of(command) + "\n" + ended.output()).isZero();
    return ended.output();
  }

  private static Path built(String glob) throws IOException {
    try (var found = Files.newDirectoryStream(Path.of("target"), glob)) {
      return found.iterator().next().toAbsolutePath();
    }
  }

  /** Starts a service, has it decide, and stops it. */
  private static void serveAndDecide(Path in, List<String> command, Map<String, String> environment)
      throws Exception {
    int port = PackagedJar.freePort();
    ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile()).inheritIO();
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    Process service = builder.start();
    try {
      String address = "http://localhost:" + port;
      Patience.await()
          .ignoreException(IOException.class)
          .until(() -> service.isAlive() && get(address + "/q/health/ready") == 200);
      HttpRequest decide =
          HttpRequest.newBuilder(URI.create(address + "/v1/decide"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(LOST))
              .build();
      HttpResponse<String> answer = HTTP.send(decide, BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"resolution\":\"FULL_REFUND\"");
    } finally {
      service.destroy();
      assertThat(service.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static int get(String address) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void archiveIsWholeAndRunsWhereItIsUnpacked() throws Exception {
    Path archive = built("redress-*.tar.gz");
    passed(Path.of("target"), "sha256sum", "-c", archive.getFileName() + ".sha256");
    Path place = Files.createDirectory(folder.resolve("a place"));
    passed(place, "tar", "-xzf", archive.toString());
    Path home;
    try (Stream<Path> inside = Files.list(place)) {
      home = inside.reduce((one, other) -> null).orElseThrow();
    }
    assertThat(home.getFileName().toString()).matches("redress-[0-9.]+");
    passed(home, "sha256sum", "--quiet", "-c", "SHA256SUMS");
    for (String file : List.of("LICENSE", "README.md", "bom.json", "rules/flow.drl")) {
      assertThat(home.resolve(file)).isNotEmptyFile();
    }
    Files.writeString(home.resolve("facts.json"), LOST);
    assertThat(passed(home, "bin/redress", "--version")).startsWith("redress ");
    assertThat(passed(home, "bin/redress", "decide", "facts.json")).contains("FULL_REFUND");
    serveAndDecide(home, List.of("bin/redress"), Map.of());
    assertThat(home.resolve("data")).isDirectory();
  }

  /** As root, on a machine that does not have it. */
  static boolean canInstall() throws Exception {
    return Files.exists(Path.of("/usr/bin/dpkg"))
        && "root".equals(System.getProperty("user.name"))
        && run(Path.of("/"), "dpkg", "-s", "redress").exitCode() != 0;
  }

  @Test
  @EnabledIf("canInstall")
  void debianPackageIsInstalledRunUpgradedAndPurged() throws Exception {
    Path root = Path.of("/");
    Path state = Path.of("/var/lib/redress");
    String[] install = {
      "dpkg", "--force-confdef", "--force-confold", "-i", built("redress_*.deb").toString()
    };
    try {
      passed(root, install);
      assertThat(passed(root, "redress", "--version")).startsWith("redress ");
      assertThat(passed(root, "stat", "-c", "%U %a", state.toString())).isEqualTo("redress 700\n");
      String unit = "/usr/lib/systemd/system/redress.service";
      if (Files.exists(Path.of("/usr/bin/systemd-analyze"))) {
        passed(root, "systemd-analyze", "verify", unit);
        passed(root, "systemd-analyze", "security", "--offline=yes", "--threshold=20", unit);
      }
      serveAndDecide(state, asTheService("redress", "serve"), Map.of("HOME", state.toString()));
      assertThat(state.resolve("redress.mv.db")).isNotEmptyFile();
      Ended verified =
          run(state, asTheService("redress", "journal", "verify").toArray(String[]::new));
      assertThat(verified.output()).contains("1 entries", "the journal is intact");

      Path changed = Path.of("/etc/redress/test-cases/own.yaml");
      Files.writeString(changed, "# of this seller\n");
      Path shipped = Path.of("/etc/redress/rules/invariants.yaml");
      Files.writeString(shipped, Files.readString(shipped) + "# of this seller\n");
      passed(root, install);
      assertThat(changed).exists();
      assertThat(Files.readString(shipped)).endsWith("# of this seller\n");

      passed(root, "dpkg", "-r", "redress");
      assertThat(Path.of("/usr/share/redress")).doesNotExist();
      assertThat(state.resolve("redress.mv.db")).as("the journal").exists();
      Files.delete(changed);
    } finally {
      run(root, "dpkg", "--purge", "redress");
      run(root, "deluser", "--quiet", "--system", "redress");
    }
    assertThat(state).doesNotExist();
    assertThat(Path.of("/etc/redress")).doesNotExist();
  }

  private static List<String> asTheService(String... command) {
    List<String> line =
        new ArrayList<>(
            List.of("setpriv", "--reuid=redress", "--regid=redress", "--init-groups", "--"));
    line.addAll(List.of(command));
    return line;
  }
}
