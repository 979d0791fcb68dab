package io.redress.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.domain.dispute.CustomFacts;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FlatFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How disputes are read from NDJSON, CSV and workbooks. */
class DisputeInputTest {
  private static final FlatFacts FACTS = new FlatFacts(CustomFacts.NONE);

  @Test
  void eachLineIsADisputeAndBlankOnesAreSkipped() throws IOException {
    assertThat(lines("\uFEFF{\"a\":1}\n\n  \r\n{\"a\":2}\r\n{\"a\":3}"))
        .containsExactly("1 {\"a\":1}", "4 {\"a\":2}\r", "5 {\"a\":3}");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n\n")).isEmpty();
    assertThat(lines("x")).containsExactly("1 x");
  }

  @Test
  void ofALongLineOnlyWhatRefusesItIsKept() throws IOException {
    InputStream in = new EndlessLine(200L << 20);
    try (NdjsonInput input = new NdjsonInput(in)) {
      assertThat(input.next().json()).hasSize(DisputeReader.MAX_BYTES + 1);
      assertThat(input.next()).isNull();
    }
  }

  /** A dispute may come after them; that it is too late is said. */
  @Test
  void lineThatBeginsWithManyBlanksIsNotSkipped() throws IOException {
    String blanks = " ".repeat(DisputeReader.MAX_BYTES + 1);
    try (NdjsonInput input = new NdjsonInput(in(blanks + "{}\n{\"a\":1}"))) {
      assertThat(input.next().json()).hasSize(DisputeReader.MAX_BYTES + 1);
      assertThat(input.next().line()).isEqualTo(2);
    }
  }

  @Test
  void blankLinesWithoutEndEndTheInput() throws IOException {
    byte[] blank = (" ".repeat(99_999) + "\n").getBytes(StandardCharsets.US_ASCII);
    InputStream in =
        new SequenceInputStream(
            Collections.enumeration(
                Collections.nCopies(3_000, blank).stream()
                    .map(ByteArrayInputStream::new)
                    .toList()));
    try (NdjsonInput input = new NdjsonInput(in)) {
      assertThatThrownBy(input::next)
          .isInstanceOf(UnreadableInputException.class)
          .hasMessage(
              "The blank lines up to line 2685 are longer than 256 MiB. Everything before them was"
                  + " read. Remove them.");
    }
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void endlessLineEndsTheInput() throws IOException {
    InputStream in = new EndlessLine(300L << 20);
    try (NdjsonInput input = new NdjsonInput(in)) {
      assertThatThrownBy(input::next)
          .isInstanceOf(UnreadableInputException.class)
          .hasMessageStartingWith("Line 1 is longer than 256 MiB.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void utf16IsRefused(String charset) {
    byte[] bytes = "disputeType,reason".getBytes(Charset.forName(charset));
    assertThatThrownBy(() -> new NdjsonInput(new ByteArrayInputStream(bytes)))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("The input is UTF-16. Save it as UTF-8.");
    assertThatThrownBy(() -> new CsvInput(new ByteArrayInputStream(bytes), FACTS, false))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("The input is UTF-16. Save it as UTF-8.");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void separatorIsThatOfTheFirstRow(String separator) throws IOException {
    String csv =
        """
        disputeType;# remark;order.item;order.quantity
        NOT_RECEIVED;for me;"a ""red"" dress,
        size 38; new";2
        ;;;

        NOT_RECEIVED;;x;3
        "NOT_
        RECEIVED";;y;
        """
            .replace(";", separator);
    assertThat(rows(csv, false))
        .containsExactly(
            "2 {\"disputeType\":\"NOT_RECEIVED\",\"order\":{\"item\":\"a \\\"red\\\" dress,\\nsize 38"
                + separator.replace("\t", "\\t")
                + " new\",\"quantity\":2}}",
            "6 {\"disputeType\":\"NOT_RECEIVED\",\"order\":{\"item\":\"x\",\"quantity\":3}}",
            "7 {\"disputeType\":\"NOT_\\nRECEIVED\",\"order\":{\"item\":\"y\"}}");
  }

  @Test
  void decimalCommasAreReadOnlyWhereTheyAreAnnounced() throws IOException {
    String csv = "order.unitPrice;order.item\n12,50;a, b\n";
    assertThat(rows(csv, true))
        .containsExactly("2 {\"order\":{\"unitPrice\":\"12.50\",\"item\":\"a, b\"}}");
    assertThat(rows(csv, false))
        .containsExactly("2 {\"order\":{\"unitPrice\":\"12,50\",\"item\":\"a, b\"}}");
  }

  @Test
  void allProblemsOfTheFirstRowAreReportedAtOnce() {
    assertThatThrownBy(() -> rows("disputeTyp,quantity,reason,reason,xyz\nA,1,B,B,C\n", false))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Column 1: disputeTyp is no fact. Did you mean disputeType?",
                "Column 2: quantity is no fact. Begin it with # if it is for people only.",
                "Column 4: reason is there twice. Keep one.",
                "Column 5: xyz is no fact. Begin it with # if it is for people only."));
    assertThatThrownBy(() -> rows("", false))
        .hasMessageStartingWith("The first row has no names of facts.");
  }

  @Test
  void whatIsWrongWithCsvIsSaidWithItsLine() throws IOException {
    String open = "disputeType,reason\nNOT_RECEIVED,LOST\nNOT_RECEIVED,\"LOST\n" + "x\n".repeat(9);
    assertThatThrownBy(() -> rows(open, false))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("quotation mark");
    byte[] gbk = "disputeType,order.item\nNOT_RECEIVED,连衣裙\n".getBytes(Charset.forName("GBK"));
    try (CsvInput input = new CsvInput(new ByteArrayInputStream(gbk), FACTS, false)) {
      assertThatThrownBy(input::next)
          .isInstanceOf(UnreadableInputException.class)
          .hasMessageContaining("is not UTF-8. Save the file as CSV UTF-8.");
    }
  }

  @Test
  void cellsOfWorkbooksAreReadAsTheyAreShown() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Disputes");
      List<String> names =
          List.of(
              "asOf",
              "order.quantity",
              "order.unitPrice",
              "problem.safetyHazard",
              "granted.0.percent",
              "order.item",
              "granted.0.on");
      for (int i = 0; i < names.size(); i++) {
        sheet.value(0, i, names.get(i));
      }
      sheet.value(1, 0, LocalDate.of(2026, 3, 5));
      sheet.style(1, 0).format("yyyy-mm-dd").set();
      sheet.value(1, 1, 20);
      sheet.value(1, 2, 0.1 + 0.2);
      sheet.value(1, 3, true);
      sheet.value(1, 4, 0.07);
      sheet.style(1, 4).format("0%").set();
      sheet.value(1, 5, "dress");
      sheet.value(1, 6, "2026-03-01");
      sheet.value(50_000, 5, "last");
    }
    assertThat(records(new WorkbookInput(new ByteArrayInputStream(bytes.toByteArray()), FACTS)))
        .containsExactly(
            "2 {\"asOf\":\"2026-03-05\",\"order\":{\"quantity\":20,\"unitPrice\":\"0.3\",\"item\":\"dress\"},"
                + "\"problem\":{\"safetyHazard\":true},\"granted\":[{\"percent\":7,\"on\":\"2026-03-01\"}]}",
            "50001 {\"order\":{\"item\":\"last\"}}");
  }

  @Test
  void whatIsNoWorkbookIsRefused() {
    assertThatThrownBy(() -> new WorkbookInput(stream("disputeType\n"), FACTS))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("The input is not a workbook (.xlsx). Save it as one.");
  }

  @Test
  void damagedRowEndsTheWorkbookWithAClearProblem(@TempDir Path folder) throws IOException {
    byte[] whole = workbook(sheet -> sheet.value(1, 0, 20));
    assertThat(records(new WorkbookInput(new ByteArrayInputStream(whole), FACTS)))
        .containsExactly("2 {\"order\":{\"quantity\":20}}");
    byte[] damaged =
        replaced(
            Files.write(folder.resolve("disputes.xlsx"), whole), "<row r=\"2\"", "<row r=\"x\"");
    assertThatThrownBy(() -> records(new WorkbookInput(new ByteArrayInputStream(damaged), FACTS)))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessage("The workbook is damaged. Open it in a spreadsheet program and save it again.");
  }

  @Test
  void numberThatIsNoDayIsLeftToTheChecksOfFacts() throws IOException {
    byte[] bytes =
        workbook(
            sheet -> {
              sheet.value(0, 0, "asOf");
              sheet.value(1, 0, 1e20);
              sheet.value(2, 0, -1);
              sheet.value(3, 0, LocalDate.of(2026, 3, 5));
            });
    assertThat(records(new WorkbookInput(new ByteArrayInputStream(bytes), FACTS)))
        .containsExactly(
            "2 {\"asOf\":\"100000000000000000000\"}",
            "3 {\"asOf\":\"-1\"}",
            "4 {\"asOf\":\"2026-03-05\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "a.ndjson, NDJSON",
    "a.jsonl.gz, NDJSON",
    "a.csv, CSV",
    "A.CSV.GZ, CSV",
    "a.tsv, CSV",
    "a.tsv.gz, CSV",
    "a.xlsx, XLSX",
    "a.xlsx.gz, XLSX"
  })
  void endingOfTheNameSaysTheFormatAlsoOfCompressedFiles(Path file, BatchFormat format) {
    assertThat(BatchFormat.of(file)).isEqualTo(format);
  }

  private static byte[] workbook(Consumer<Worksheet> cells) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Disputes");
      sheet.value(0, 0, "order.quantity");
      cells.accept(sheet);
    }
    return bytes.toByteArray();
  }

  private static byte[] replaced(Path workbook, String before, String after) throws IOException {
    try (FileSystem parts = FileSystems.newFileSystem(workbook)) {
      Path sheet = parts.getPath("xl", "worksheets", "sheet1.xml");
      String xml = Files.readString(sheet);
      assertThat(xml).contains(before);
      Files.writeString(sheet, xml.replace(before, after));
    }
    return Files.readAllBytes(workbook);
  }

  private static List<String> lines(String text) throws IOException {
    return records(new NdjsonInput(stream(text)));
  }

  private static List<String> rows(String csv, boolean decimalComma) throws IOException {
    return records(new CsvInput(stream(csv), FACTS, decimalComma));
  }

  private static List<String> records(DisputeInput input) throws IOException {
    List<String> records = new ArrayList<>();
    try (input) {
      for (DisputeRecord one = input.next(); one != null; one = input.next()) {
        records.add(one.line() + " " + new String(one.json(), StandardCharsets.UTF_8));
      }
    }
    return records;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class EndlessLine extends InputStream {
    private long left;

    EndlessLine(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) {
      int some = (int) Math.min(left, count);
      java.util.Arrays.fill(into, from, from + some, (byte) 'x');
      left -= some;
      return some == 0 ? -1 : some;
    }
  }
}
