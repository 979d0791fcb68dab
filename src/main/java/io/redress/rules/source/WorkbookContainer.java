package io.redress.rules.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The zip file around a workbook, looked at before anything is made of what is in it. */
final class WorkbookContainer {
  /** Some 100,000 rows. What is read needs twenty to thirty times its size in memory. */
  private static final int MOST_BYTES = 40 << 20;

  private static final int MOST_ENTRIES = 1_000;

  /** Ordinary workbooks unpack to some 10 times their size, and to 50 where all rows are alike. */
  private static final int MOST_GROWTH = 100;

  /** Up to this size growth does no harm. */
  private static final int SMALL = 1 << 20;

  /** What a spreadsheet program fills cells from when it opens the workbook. */
  private static final List<String> EXTERNAL =
      List.of("xl/externallinks/", "xl/connections", "xl/querytables/");

  private static final String CONTENT_TYPES = "[content_types].xml";

  private final String file;
  private final byte[] bytes;
  private final List<RuleProblem> problems;
  private final Set<String> parts = new HashSet<>();
  private boolean macros;
  private boolean externalLinks;

  private WorkbookContainer(String file, byte[] bytes, List<RuleProblem> problems) {
    this.file = file;
    this.bytes = bytes;
    this.problems = problems;
  }

  /** Whether the bytes are an ordinary .xlsx file without macros, links or tricks. */
  static boolean accepts(String file, byte[] bytes, List<RuleProblem> problems) {
    int before = problems.size();
    new WorkbookContainer(file, bytes, problems).look();
    return problems.size() == before;
  }

  private void look() {
    if (bytes.length > 1 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF) {
      lookAtOldFormat();
      return;
    }
    int most = (int) Math.min(MOST_BYTES, SMALL + (long) MOST_GROWTH * bytes.length);
    int inflated = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        byte[] part = zip.readNBytes(most - inflated + 1);
        inflated += part.length;
        if (inflated > most || parts.size() == MOST_ENTRIES) {
          refuse(
              ProblemCode.TOO_LARGE,
              "the workbook unpacks to more than 40 MB, 1000 parts or 100 times its size.",
              "Split it into smaller workbooks.");
          return;
        }
        if (!parts.add(name)) {
          refuse(
              ProblemCode.DUPLICATE_ENTRY,
              "the file holds two parts called " + name + ".",
              "Save it anew.");
        }
        look(name, part);
      }
    } catch (IOException | IllegalArgumentException broken) {
      parts.clear();
    }
    if (macros) {
      refuse(ProblemCode.MACROS, "the workbook holds macros.", "Save it as .xlsx without macros.");
    }
    if (externalLinks) {
      refuse(
          ProblemCode.EXTERNAL_LINKS,
          "the workbook takes values from elsewhere.",
          "Break the links and keep the values.");
    }
    if (!parts.contains(CONTENT_TYPES)) {
      problems.add(notAWorkbook(file));
    }
  }

  private void look(String name, byte[] part) {
    macros |= name.endsWith("vbaproject.bin") || name.startsWith("xl/activex/");
    externalLinks |= EXTERNAL.stream().anyMatch(name::startsWith);
    if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml")) {
      // Without zero bytes, UTF-16 reads like ASCII.
      String text = new String(part, StandardCharsets.ISO_8859_1).replace("\0", "");
      if (text.contains("<!DOCTYPE")) {
        refuse(ProblemCode.DOCTYPE, "the part " + name + " declares a DOCTYPE.", "Save it anew.");
      }
      if (name.equals(CONTENT_TYPES)) {
        // A part may bear any name; what it is stands here.
        macros |= text.contains("vbaProject") || text.contains("macro");
        externalLinks |= text.contains("externalLink+xml") || text.contains("connections+xml");
      }
    }
  }

  /** Passwords wrap a workbook into the container that .xls files had. */
  private void lookAtOldFormat() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (text.contains("EncryptedPackage")) {
      refuse(
          ProblemCode.ENCRYPTED,
          "the workbook is protected by a password.",
          "Save it without a password.");
    } else {
      refuse(ProblemCode.NOT_A_WORKBOOK, "the file is an old .xls.", "Save it as .xlsx.");
    }
  }

  static RuleProblem notAWorkbook(String file) {
    return RuleProblem.ofFile(
        file,
        ProblemCode.NOT_A_WORKBOOK,
        "the file is not a whole .xlsx workbook.",
        "Save it as .xlsx.");
  }

  private void refuse(ProblemCode code, String message, String suggestion) {
    problems.add(RuleProblem.ofFile(file, code, message, suggestion));
  }
}
