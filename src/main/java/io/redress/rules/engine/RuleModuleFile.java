package io.redress.rules.engine;

import io.redress.domain.decision.RuleSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A {@link RuleModule} as bytes: texts and numbers in a fixed order, nothing that is executed. */
final class RuleModuleFile {
  private static final String FORMAT = "redress compiled rules 1";

  private RuleModuleFile() {}

  static byte[] write(RuleModule module) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(out, FORMAT);
      text(out, module.key());
      out.writeInt(module.java());
      out.writeInt(module.links().size());
      for (Map.Entry<String, String> link : module.links().entrySet()) {
        text(out, link.getKey());
        text(out, link.getValue());
      }
      out.writeInt(module.files().size());
      for (Map.Entry<String, byte[]> file : module.files().entrySet()) {
        text(out, file.getKey());
        content(out, file.getValue());
      }
      out.writeInt(module.sources().size());
      for (Map.Entry<String, RuleSource> source : new TreeMap<>(module.sources()).entrySet()) {
        text(out, source.getKey());
        source(out, source.getValue());
      }
      out.writeInt(module.tableReferences().size());
      for (TableReference reference : module.tableReferences()) {
        text(out, reference.file());
        out.writeInt(reference.line());
        text(out, reference.table());
      }
      texts(out, new TreeSet<>(module.words()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException if the bytes are not those of a module
   */
  static RuleModule read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (!text(in).equals(FORMAT)) {
      throw new IOException("another format");
    }
    String key = text(in);
    int java = in.readInt();
    SortedMap<String, String> links = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      links.put(text(in), text(in));
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      files.put(text(in), content(in));
    }
    Map<String, RuleSource> sources = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      sources.put(text(in), source(in));
    }
    List<TableReference> references = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      references.add(new TableReference(text(in), in.readInt(), text(in)));
    }
    Set<String> words = new HashSet<>(texts(in));
    if (in.read() >= 0) {
      throw new IOException("more than a module");
    }
    return new RuleModule(key, java, links, files, sources, references, words);
  }

  private static void source(DataOutputStream out, RuleSource source) throws IOException {
    text(out, source.rule());
    text(out, source.file());
    if (source instanceof RuleSource.TableRow row) {
      out.writeBoolean(true);
      out.writeInt(row.row());
      text(out, row.sheet());
      texts(out, row.cells());
    } else if (source instanceof RuleSource.DrlRule rule) {
      out.writeBoolean(false);
      out.writeInt(rule.line());
    }
  }

  private static RuleSource source(DataInputStream in) throws IOException {
    String rule = text(in);
    String file = text(in);
    boolean row = in.readBoolean();
    int number = in.readInt();
    return row
        ? new RuleSource.TableRow(rule, file, text(in), number, texts(in))
        : new RuleSource.DrlRule(rule, file, number);
  }

  private static void texts(DataOutputStream out, Collection<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(out, text);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(text(in));
    }
    return texts;
  }

  /** Unlike {@link DataOutputStream#writeUTF}, of any length. */
  private static void text(DataOutputStream out, String text) throws IOException {
    content(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(content(in), StandardCharsets.UTF_8);
  }

  private static void content(DataOutputStream out, byte[] content) throws IOException {
    out.writeInt(content.length);
    out.write(content);
  }

  private static byte[] content(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new EOFException("shorter than it says");
    }
    return in.readNBytes(length);
  }
}
