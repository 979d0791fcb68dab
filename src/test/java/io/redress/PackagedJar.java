package io.redress;

import io.redress.lifecycle.store.Activation;
import io.redress.lifecycle.store.ActivationStore;
import io.redress.lifecycle.store.FolderProposalStore;
import io.redress.lifecycle.store.RuleSetStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseKind;
import io.redress.platform.database.DatabaseSettings;
import io.redress.security.audit.Actor;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code target/quarkus-app/bin/redress} from the project's root, as a user would. */
public final class PackagedJar {
  private static final Path APPLICATION = Path.of("target", "quarkus-app");

  /** Options of the JVM: what runs for seconds is done sooner when little of it is optimised. */
  private static final String OPTIONS =
      System.getProperty("redress.service.options", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");

  /** The variable for a port that the caller has chosen; otherwise it is a free one. */
  static final String PORT = "QUARKUS_HTTP_PORT";

  private PackagedJar() {}

  /** What a command printed, both streams together, and how it ended. */
  public record Ended(int exitCode, String output) {}

  /** Runs a command to its end. */
  public static Ended run(Map<String, String> environment, String input, String... arguments)
      throws IOException, InterruptedException {
    return run(Patience.LIMIT, environment, input, arguments);
  }

  /** Runs a command to its end, which comes within a limit. */
  static Ended run(
      Duration limit, Map<String, String> environment, String input, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("redress", ".txt");
    return ended(start(environment, output, arguments), input, output, limit);
  }

  /** Runs a command by {@code java -jar}, without the launcher, to its end. */
  static Ended runJar(String input, String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("redress", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(OPTIONS.split(" ")));
    command.add("-jar");
    command.add(APPLICATION.resolve("quarkus-run.jar").toString());
    command.addAll(List.of(arguments));
    return ended(started(command, Map.of(), output), input, output, Patience.LIMIT);
  }

  private static Ended ended(Process process, String input, Path output, Duration limit)
      throws IOException, InterruptedException {
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("no end after " + limit);
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }

  /** Starts the service on a free port, the shipped rules active, and waits until it is ready. */
  public static Service serve() throws IOException, InterruptedException {
    return serve(Map.of("REDRESS_DATA_DIR", activatedData().toString()));
  }

  /**
   * A service for tests that leave its active rules and its access as they are; it ends with this
   * JVM.
   */
  public static Service shared() {
    return Shared.SERVICE;
  }

  /** A new data folder in which the shipped rules are active and nothing is decided. */
  public static Path activatedData() throws IOException {
    return activatedData(Files.createTempDirectory("redress"));
  }

  /**
   * @param data an empty folder, which becomes one in which the shipped rules are active
   */
  public static Path activatedData(Path data) throws IOException {
    ActivatedData.copy(Activated.DATA, data);
    return data;
  }

  /**
   * Activates in an empty database on a server what is active in {@link #activatedData()}, as its
   * first start would; that takes half a minute of a processor.
   */
  static void activate(DatabaseSettings server) throws IOException {
    try (Database from = Database.open(DatabaseSettings.embedded(activatedData()));
        Database to = Database.open(server)) {
      RuleSetStore kept = new RuleSetStore(from);
      Activation active = new ActivationStore(from).latest().orElseThrow();
      StoredRuleSet ruleSet = kept.find(active.version()).orElseThrow();
      new RuleSetStore(to)
          .add(ruleSet, kept.contents(active.version()), Actor.within(ruleSet.createdBy()));
      new ActivationStore(to).add(active, Actor.within(active.activatedBy()), Map.of());
      new FolderProposalStore(to)
          .add(new FolderProposalStore(from).latest().orElseThrow(), active.activatedAt());
    }
  }

  /** What a first start makes of a data folder: it takes longer than those that follow. */
  private static final class Activated {
    static final Path DATA = made();

    /** The build starts the service once, to archive its classes. */
    private static Path made() {
      if (Files.isDirectory(ActivatedData.BUILT)) {
        return ActivatedData.BUILT;
      }
      try {
        Path data = Files.createTempDirectory("redress");
        serve(Map.of("REDRESS_DATA_DIR", data.toString())).close();
        return data;
      } catch (IOException | InterruptedException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  private static final class Shared {
    static final Service SERVICE = started();

    private static Service started() {
      try {
        Service service = serve();
        Runtime.getRuntime().addShutdownHook(new Thread(service.process()::destroyForcibly));
        return service;
      } catch (IOException | InterruptedException failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  /** Starts the service on a free port, and waits until it is ready. */
  public static Service serve(Map<String, String> environment)
      throws IOException, InterruptedException {
    Service service = launch(environment);
    service.await("/q/health/ready");
    return service;
  }

  /** Starts the service on a free port, and waits until it lives, ready or not. */
  static Service serveUnready(Map<String, String> environment)
      throws IOException, InterruptedException {
    Service service = launch(environment);
    service.await("/q/health/live");
    return service;
  }

  /** Starts the service on a free port, and waits for nothing. */
  static Service launch(Map<String, String> environment) throws IOException {
    Path output = Files.createTempFile("redress", ".log");
    Map<String, String> all = new HashMap<>(environment);
    if (!all.containsKey(PORT)) {
      all.put(PORT, Integer.toString(freePort()));
    }
    return new Service(start(all, output), Integer.parseInt(all.get(PORT)), output);
  }

  static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /** What has the service use a database, and keep everything else in a folder. */
  public static Map<String, String> environment(DatabaseSettings settings, Path data) {
    Map<String, String> environment = new HashMap<>();
    environment.put("REDRESS_DATA_DIR", data.toString());
    if (settings.kind() == DatabaseKind.POSTGRESQL) {
      environment.put("REDRESS_DATABASE", "postgresql");
      environment.put("REDRESS_POSTGRESQL_URL", settings.url());
      environment.put("REDRESS_POSTGRESQL_USER", String.valueOf(settings.user()));
      environment.put("REDRESS_POSTGRESQL_PASSWORD", String.valueOf(settings.password()));
    }
    return environment;
  }

  /** Starts a command. */
  static Process start(Map<String, String> environment, Path output, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(APPLICATION.resolve("bin").resolve("redress").toString());
    command.addAll(List.of(arguments));
    return started(command, environment, output);
  }

  private static Process started(List<String> command, Map<String, String> environment, Path output)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    // The last one of contradicting options counts.
    builder
        .environment()
        .compute(
            "REDRESS_JAVA_OPTIONS", (name, own) -> own == null ? OPTIONS : OPTIONS + " " + own);
    return builder.start();
  }

  /** A running service. */
  public record Service(Process process, int port, Path output) implements AutoCloseable {
    public URI address(String path) {
      return URI.create("http://localhost:" + port + path);
    }

    private void await(String path) throws IOException, InterruptedException {
      HttpClient http = HttpClient.newHttpClient();
      HttpRequest ready = HttpRequest.newBuilder(address(path)).build();
      Instant end = Instant.now().plus(Patience.LIMIT);
      while (Instant.now().isBefore(end) && process.isAlive()) {
        try {
          if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException notYet) {
          // it does not listen yet
        }
        Thread.sleep(100);
      }
      process.destroyForcibly();
      throw new IllegalStateException("not ready:\n" + Files.readString(output));
    }

    /** The memory that it has from the system, at most so far; empty where that is unknown. */
    String memory() throws IOException {
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      return Files.exists(status)
          ? Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmHWM:"))
              .map(line -> line.replaceAll("\\s+", " "))
              .findFirst()
              .orElse("")
          : "";
    }

    /** As {@code kill -9} does, and waits until the process is gone. */
    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
