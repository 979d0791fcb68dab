package io.redress.intake.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Kafka of one node for tests, which can be stopped and started again. */
public final class KafkaBroker implements AutoCloseable {
  private final Path folder;
  private final Properties settings = new Properties();
  private final String address;
  private KafkaRaftServer server;

  public KafkaBroker() {
    try {
      folder = Files.createTempDirectory("redress-kafka");
      address = "127.0.0.1:" + freePort();
      String controller = "127.0.0.1:" + freePort();
      settings.putAll(
          Map.of(
              "process.roles", "broker,controller",
              "node.id", "1",
              "controller.quorum.voters", "1@" + controller,
              "listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller,
              "advertised.listeners", "PLAINTEXT://" + address,
              "controller.listener.names", "CONTROLLER",
              "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
              "log.dirs", folder.resolve("logs").toString(),
              "auto.create.topics.enable", "false"));
      settings.putAll(
          Map.of(
              "offsets.topic.num.partitions", "1",
              "offsets.topic.replication.factor", "1",
              "group.initial.rebalance.delay.ms", "0",
              "group.min.session.timeout.ms", "1000",
              "log.cleaner.dedupe.buffer.size", "2097152"));
      format();
      server = started();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private void format() throws IOException {
    Path file = folder.resolve("server.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
    String[] format = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    if (StorageTool.execute(format, new PrintStream(OutputStream.nullOutputStream())) != 0) {
      throw new IllegalStateException("The folder of Kafka cannot be formatted.");
    }
  }

  private KafkaRaftServer started() {
    KafkaRaftServer fresh = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    fresh.startup();
    return fresh;
  }

  /** For {@code bootstrap.servers}. */
  public String address() {
    return address;
  }

  /** Stops the server; clients find no one at its address. */
  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Starts it again, with its records and at its address. */
  public void startAgain() {
    server = started();
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
