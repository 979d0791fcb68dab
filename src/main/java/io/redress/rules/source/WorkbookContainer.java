package io.redress.rules.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook's zip file, checked before their content means anything. */
final class WorkbookContainer {
  /** Parts that are kept in memory, about 100,000 rows of text. */
  private static final int MAX_KEPT_BYTES = 40 << 20;

  /** All parts; worksheets pass by without being kept, and may hold a million formatted rows. */
  private static final long MAX_BYTES = 400L << 20;

  private static final int MAX_ENTRIES = 1_000;

  /**
   * Ordinary workbooks unpack to about 10 times their size, to 50 times when all rows are equal.
   */
  private static final int MAX_COMPRESSION_RATIO = 100;

  /** Up to this size any compression ratio is accepted. */
  private static final int ALWAYS_ACCEPTED_BYTES = 1 << 20;

  /** Parts from which a spreadsheet program fills cells when it opens the workbook. */
  private static final List<String> EXTERNAL =
      List.of("xl/externallinks/", "xl/connections", "xl/querytables/");

  private static final String CONTENT_TYPES = "[content_types].xml";

  private final String file;
  private final byte[] bytes;
  private final List<RuleProblem> problems;
  private final Map<String, ZipDirectory.Entry> entries = new LinkedHashMap<>();
  private final Map<String, byte[]> kept = new HashMap<>();
  private final long most;
  private @Nullable ZipDirectory directory;
  private long inflated;
  private long keptBytes;
  private boolean macros;
  private boolean externalLinks;

  private WorkbookContainer(String file, byte[] bytes, List<RuleProblem> problems) {
    this.file = file;
    this.bytes = bytes;
    this.problems = problems;
    this.most =
        Math.min(MAX_BYTES, ALWAYS_ACCEPTED_BYTES + (long) MAX_COMPRESSION_RATIO * bytes.length);
  }

  /** A workbook that unpacks to more than is read. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException() {
      super("too large");
    }
  }

  /**
   * Opens an .xlsx file without macros, external links, DOCTYPEs or duplicate parts; empty after a
   * problem was reported.
   */
  static Optional<WorkbookContainer> open(String file, byte[] bytes, List<RuleProblem> problems) {
    int before = problems.size();
    WorkbookContainer container = new WorkbookContainer(file, bytes, problems);
    container.check();
    return problems.size() == before ? Optional.of(container) : Optional.empty();
  }

  /**
   * The same workbook as a plain zip file, for readers that take an entry's size from the header in
   * front of it, or from another copy of it than the directory names.
   *
   * @param workbook one that was read without problems
   */
  static byte[] plain(byte[] workbook) {
    var plain = new ByteArrayOutputStream(workbook.length);
    try (ZipOutputStream zip = new ZipOutputStream(plain)) {
      for (Map.Entry<String, byte[]> part : parts(workbook).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return plain.toByteArray();
  }

  /**
   * All parts by name, in the order of the directory.
   *
   * @param workbook one that was read without problems
   */
  static Map<String, byte[]> parts(byte[] workbook) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try {
      ZipDirectory directory = ZipDirectory.of(workbook);
      for (ZipDirectory.Entry entry : directory.entries()) {
        try (InputStream content = directory.open(entry)) {
          parts.put(entry.name(), content.readAllBytes());
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return parts;
  }

  /** Whether there is a part of this name, whose case does not count. */
  boolean holds(String name) {
    return entries.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** Opens a part. */
  InputStream part(String name) throws IOException {
    String key = name.toLowerCase(Locale.ROOT);
    byte[] content = kept.get(key);
    return content != null ? new ByteArrayInputStream(content) : counted(key);
  }

  /**
   * Counts what is kept of a part that passes by.
   *
   * @throws TooLargeException when all that is kept is too large
   */
  void keep(int weight) throws TooLargeException {
    keptBytes += weight;
    if (keptBytes > MAX_KEPT_BYTES) {
      throw new TooLargeException();
    }
  }

  private InputStream counted(String key) throws IOException {
    ZipDirectory.Entry entry = entries.get(key);
    if (entry == null || directory == null) {
      throw new ZipException("no part " + key);
    }
    return new Counted(directory.open(entry));
  }

  /** The total of what is unpacked has a limit, so that a small file cannot fill the memory. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count(read);
      return read;
    }

    private void count(int more) throws TooLargeException {
      inflated += Math.max(0, more);
      if (inflated > most) {
        throw new TooLargeException();
      }
    }
  }

  private void check() {
    if (bytes.length > 1 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
      checkOldFormat();
      return;
    }
    try {
      directory = ZipDirectory.of(bytes);
      checkEntries(directory.entries());
    } catch (TooLargeException bomb) {
      problems.add(tooLarge(file));
      return;
    } catch (IOException | IllegalArgumentException broken) {
      entries.clear();
    }
    if (macros) {
      refuse(ProblemCode.MACROS, "the workbook holds macros.", "Save it as .xlsx without macros.");
    }
    if (externalLinks) {
      refuse(
          ProblemCode.EXTERNAL_LINKS,
          "the workbook has links to other files or data sources.",
          "Break the links and keep the values.");
    }
    if (!entries.containsKey(CONTENT_TYPES)) {
      problems.add(notAWorkbook(file));
    }
  }

  private void checkEntries(List<ZipDirectory.Entry> listed) throws IOException {
    if (listed.size() > MAX_ENTRIES) {
      throw new TooLargeException();
    }
    if (listed.stream().anyMatch(ZipDirectory.Entry::encrypted)) {
      encrypted();
      return;
    }
    Set<String> twice = new HashSet<>();
    for (ZipDirectory.Entry entry : listed) {
      String name = entry.name().toLowerCase(Locale.ROOT);
      if (entries.putIfAbsent(name, entry) != null && twice.add(name)) {
        refuse(
            ProblemCode.DUPLICATE_ENTRY,
            "the file holds two parts called " + name + ".",
            "Save it again.");
      }
      macros |= name.endsWith("vbaproject.bin") || name.startsWith("xl/activex/");
      externalLinks |= EXTERNAL.stream().anyMatch(name::startsWith);
    }
    for (String name : List.copyOf(entries.keySet())) {
      if (!isWorksheet(name)) {
        keep(name);
      }
    }
  }

  /** By its usual place; one at another place is kept in memory, and so may not be as large. */
  private static boolean isWorksheet(String name) {
    return name.startsWith("xl/worksheets/") && name.endsWith(".xml");
  }

  private void keep(String name) throws IOException {
    try (InputStream content = counted(name)) {
      byte[] part = content.readNBytes((int) (MAX_KEPT_BYTES - keptBytes + 1));
      keep(part.length);
      if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
        kept.put(name, part);
        check(name, part);
      }
    }
  }

  private void check(String name, byte[] part) {
    // Without zero bytes, UTF-16 can be searched as ASCII.
    String text = new String(part, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains("<!DOCTYPE")) {
      problems.add(doctype(file, name));
    }
    if (name.equals(CONTENT_TYPES)) {
      // Parts may have any name; their types are listed here.
      macros |= text.contains("vbaProject") || text.contains("macro");
      externalLinks |= text.contains("externalLink+xml") || text.contains("connections+xml");
    }
  }

  /** A password-protected workbook is in the OLE container of .xls files. */
  private void checkOldFormat() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains("EncryptedPackage")) {
      encrypted();
    } else {
      refuse(ProblemCode.NOT_A_WORKBOOK, "the file is an old .xls.", "Save it as .xlsx.");
    }
  }

  private void encrypted() {
    refuse(
        ProblemCode.ENCRYPTED,
        "the workbook is protected by a password.",
        "Save it without a password.");
  }

  static RuleProblem notAWorkbook(String file) {
    return RuleProblem.ofFile(
        file,
        ProblemCode.NOT_A_WORKBOOK,
        "the file is not a complete .xlsx workbook.",
        "Open it in a spreadsheet program, and save it as .xlsx again.");
  }

  static RuleProblem doctype(String file, String part) {
    return RuleProblem.ofFile(
        file, ProblemCode.DOCTYPE, "the part " + part + " declares a DOCTYPE.", "Save it again.");
  }

  static RuleProblem tooLarge(String file) {
    return RuleProblem.ofFile(
        file,
        ProblemCode.TOO_LARGE,
        "the workbook holds more than 40 MB or 1000 parts, or unpacks to 100 times its size.",
        "Split it into smaller workbooks.");
  }

  private void refuse(ProblemCode code, String message, String suggestion) {
    problems.add(RuleProblem.ofFile(file, code, message, suggestion));
  }
}
