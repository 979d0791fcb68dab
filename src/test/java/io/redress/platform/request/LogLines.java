package io.redress.platform.request;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Records all log lines while it is open. */
public final class LogLines extends ExtHandler {
  private static final Logger OURS = Logger.getLogger("io.redress");

  private final Logger root = Logger.getLogger("");
  private final Level before = OURS.getLevel();
  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

  /** A log line with its fields. */
  public record Line(String text, Map<String, String> fields) {
    /** Returns the field; empty when the line does not have it. */
    public String field(LogField field) {
      return fields.getOrDefault(field.key(), "");
    }
  }

  private LogLines() {
    setLevel(Level.ALL);
    setFormatter(new PatternFormatter("%p %c %X %s%e"));
  }

  /** Starts recording, at the finest level. */
  public static LogLines recording() {
    LogLines lines = new LogLines();
    lines.root.addHandler(lines);
    OURS.setLevel(Level.ALL);
    return lines;
  }

  public Stream<Line> all() {
    return lines.stream();
  }

  /** Returns the lines that contain the text. */
  public Stream<Line> with(String text) {
    return all().filter(line -> line.text().contains(text));
  }

  @Override
  protected void doPublish(ExtLogRecord logged) {
    lines.add(new Line(getFormatter().format((LogRecord) logged), logged.getMdcCopy()));
  }

  @Override
  public void close() {
    root.removeHandler(this);
    OURS.setLevel(before);
  }
}
