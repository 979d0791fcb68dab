package io.redress.rules.source;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookContainerTest {
  private static final byte[] WORKBOOK =
      WorkbookFixture.table("remedy", "FIRST", "reason", "-> resolution")
          .row("LOST", "FULL_REFUND")
          .bytes();

  @Test
  void anOrdinaryWorkbookIsAccepted() {
    assertThat(codes(WORKBOOK)).isEmpty();
  }

  @Test
  void fileThatIsNotAWorkbookIsRejected() throws IOException {
    assertThat(codes(new byte[0])).containsExactly(ProblemCode.NOT_A_WORKBOOK);
    assertThat(codes("reason,resolution".getBytes(UTF_8)))
        .containsExactly(ProblemCode.NOT_A_WORKBOOK);
    assertThat(codes(Arrays.copyOf(WORKBOOK, WORKBOOK.length / 2)))
        .containsExactly(ProblemCode.NOT_A_WORKBOOK);
    assertThat(codes(with(new byte[0], "word/document.xml", "<a/>".getBytes(UTF_8))))
        .containsExactly(ProblemCode.NOT_A_WORKBOOK);
  }

  @Test
  void oldXlsIsRejected() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var old = new POIFSFileSystem()) {
      old.createDocument(new ByteArrayInputStream(new byte[9]), "Workbook");
      old.writeFilesystem(bytes);
    }

    assertThat(codes(bytes.toByteArray())).containsExactly(ProblemCode.NOT_A_WORKBOOK);
  }

  @Test
  void passwordProtectedWorkbookIsRejected() throws IOException, GeneralSecurityException {
    var bytes = new ByteArrayOutputStream();
    try (var locked = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var content = encryptor.getDataStream(locked)) {
        content.write(WORKBOOK);
      }
      locked.writeFilesystem(bytes);
    }

    assertThat(codes(bytes.toByteArray())).containsExactly(ProblemCode.ENCRYPTED);
  }

  @Test
  void macrosAreRejectedUnderAnyName() throws IOException {
    assertThat(codes(with(WORKBOOK, "xl/activeX/activeX1.xml", new byte[9])))
        .containsExactly(ProblemCode.MACROS);
    assertThat(codes(with(WORKBOOK, "xl/vbaProject.bin", new byte[9])))
        .containsExactly(ProblemCode.MACROS);
    assertThat(codes(retyped("spreadsheetml.sheet.main", "macroEnabled.main")))
        .containsExactly(ProblemCode.MACROS);
  }

  @Test
  void externalLinksAreRejected() throws IOException {
    byte[] linked = with(WORKBOOK, "xl/externalLinks/externalLink1.xml", "<a/>".getBytes(UTF_8));

    assertThat(codes(linked)).containsExactly(ProblemCode.EXTERNAL_LINKS);
    assertThat(codes(with(WORKBOOK, "xl/connections.xml", "<a/>".getBytes(UTF_8))))
        .containsExactly(ProblemCode.EXTERNAL_LINKS);
    assertThat(codes(with(WORKBOOK, "xl/queryTables/queryTable1.xml", "<a/>".getBytes(UTF_8))))
        .containsExactly(ProblemCode.EXTERNAL_LINKS);
  }

  @Test
  void entitiesAreRejectedInAnyEncoding() throws IOException {
    String bomb = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>";

    assertThat(codes(with(WORKBOOK, "xl/a.xml", bomb.getBytes(UTF_8))))
        .containsExactly(ProblemCode.DOCTYPE);
    assertThat(codes(with(WORKBOOK, "xl/a.xml", bomb.getBytes(UTF_16))))
        .containsExactly(ProblemCode.DOCTYPE);
  }

  @Test
  void duplicatePartIsRejected() throws IOException {
    assertThat(codes(with(WORKBOOK, "XL/workbook.xml", "<a/>".getBytes(UTF_8))))
        .containsExactly(ProblemCode.DUPLICATE_ENTRY);
  }

  @Test
  void duplicateRowOrCellIsRejected() throws IOException {
    assertThat(codes(doubled("<c r=\"A4\".*?</c>"))).containsExactly(ProblemCode.DUPLICATE_ENTRY);
    assertThat(codes(doubled("<row r=\"4\".*?</row>")))
        .containsExactly(ProblemCode.DUPLICATE_ENTRY);
  }

  private static byte[] doubled(String element) throws IOException {
    return rewritten(
        (index, part) ->
            new String(part, UTF_8).replaceFirst("(" + element + ")", "$1$1").getBytes(UTF_8));
  }

  @Test
  void zipBombsAreRejectedBeforeTheyUnpack() throws IOException {
    byte[] bomb = with(WORKBOOK, "xl/media/image1.png", new byte[64 << 20]);

    assertThat(bomb).hasSizeLessThan(100 << 10);
    assertThat(codes(bomb)).containsExactly(ProblemCode.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void damagedWorkbooksAreRejectedWithoutExceptions(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      byte[] damaged = changed(random);
      assertThatCode(() -> codes(damaged)).as("try %s", i).doesNotThrowAnyException();
    }
  }

  /** Returns the workbook with one part truncated, or some of its bytes changed. */
  private static byte[] changed(Random random) throws IOException {
    int victim = random.nextInt(9);
    return rewritten(
        (index, part) -> {
          if (index != victim) {
            return part;
          }
          if (random.nextInt(4) == 0) {
            return Arrays.copyOf(part, random.nextInt(part.length));
          }
          for (int i = 0; i < 3; i++) {
            part[random.nextInt(part.length)] = (byte) (32 + random.nextInt(95));
          }
          return part;
        });
  }

  private static byte[] retyped(String from, String to) throws IOException {
    return rewritten((index, part) -> new String(part, UTF_8).replace(from, to).getBytes(UTF_8));
  }

  private interface Change {
    byte[] apply(int index, byte[] part);
  }

  private static byte[] rewritten(Change change) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(WORKBOOK));
        var out = new ZipOutputStream(bytes)) {
      int index = 0;
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(change.apply(index++, in.readAllBytes()));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] with(byte[] workbook, String name, byte[] part) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
        var out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(out);
      }
      out.putNextEntry(new ZipEntry(name));
      out.write(part);
    }
    return bytes.toByteArray();
  }

  private static List<ProblemCode> codes(byte[] bytes) {
    List<RuleProblem> problems = new ArrayList<>();
    WorkbookReader.read("remedy.xlsx", bytes, problems);
    return problems.stream().map(RuleProblem::code).toList();
  }
}
