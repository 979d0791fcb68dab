package io.redress.domain.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisputeReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);
  private static final String LOST = "'disputeType':'NOT_RECEIVED','reason':'LOST'";

  @Test
  void twoFactsAreEnough() {
    Dispute dispute = read("{" + LOST + "}").fold(read -> read, problems -> null);
    assertThat(dispute.reason()).isEqualTo(Reason.LOST);
    assertThat(dispute.asOf()).isNull();
    assertThat(dispute.order()).isNotNull();
    assertThat(dispute.problem().defects()).isEmpty();
    assertThat(dispute.evidence().types()).isEmpty();
  }

  @Test
  void nullIsAbsent() {
    assertThat(dispute("{" + LOST + ",'asOf':null,'order':null,'evidence':{'types':null}}"))
        .isEqualTo(dispute("{" + LOST + "}"));
  }

  @Test
  void unreadableAndImpossibleFactsAreReportedTogether() {
    String facts =
        "{'disputeType':'NOT_RECEIVED','reason':'LOSST','asOf':'2026-02-30','colour':1,"
            + "'order':{'quantity':2,'unitPrice':'1.00','currency':'EURO'},"
            + "'shipment':{'shippedOn':'2026-03-09'},'problem':{'defectiveQuantity':3}}";
    assertThat(read(facts).<List<FactProblem>>fold(read -> List.of(), problems -> problems))
        .extracting(FactProblem::pointer)
        .containsExactlyInAnyOrder(
            "/colour", "/reason", "/asOf", "/order/currency", "/problem/defectiveQuantity");
  }

  @Test
  void byteOrderMarkIsIgnored() {
    assertThat(read("\uFEFF{" + LOST + "}")).isEqualTo(read("{" + LOST + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'order':{'quantity':5.0}           | /order/quantity",
        "'order':{'quantity':'5'}           | /order/quantity",
        "'order':{'quantity':5e0}           | /order/quantity",
        "'order':{'quantity':true}          | /order/quantity",
        "'order':{'unitPrice':12.5}         | /order/unitPrice",
        "'order':[]                         | /order",
        "'order':'x'                        | /order",
        "'order':{'orderedOn':20260305}     | /order/orderedOn",
        "'replacementAvailable':'true'      | /replacementAvailable",
        "'replacementAvailable':1           | /replacementAvailable",
        "'desiredOutcome':0                 | /desiredOutcome",
        "'problem':{'defects':{}}           | /problem/defects",
        "'problem':{'defects':[null]}       | /problem/defects/0",
        "'problem':{'defects':['DAMAGED']}  | /problem/defects/0",
        "'evidence':{'types':'VIDEO'}       | /evidence/types",
        "'evidence':{'types':['VIDEO',null]}| /evidence/types/1",
        "'a/b':1                            | /a~1b",
        "'a~b':1                            | /a~0b",
        "'':1                               | /",
        "'problem':{'defects':[{'type':'DAMAGED','colour':1}]} | /problem/defects/0/colour",
      })
  void wrongTypesAndUnknownFieldsAreMalformed(String facts, String pointer) {
    assertThat(problemsOf("{" + LOST + "," + facts + "}"))
        .extracting(FactProblem::kind, FactProblem::pointer)
        .containsExactly(tuple(FactProblem.Kind.MALFORMED, pointer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'asOf':'2026-02-30'                     | /asOf                 | does not exist",
        "'asOf':'0000-01-01'                     | /asOf                 | does not exist",
        "'asOf':'5.3.2026'                       | /asOf                 | not a date",
        "'asOf':'+12026-03-05'                   | /asOf                 | not a date",
        "'order':{'quantity':0}                  | /order/quantity       | out of range",
        "'order':{'quantity':-1}                 | /order/quantity       | out of range",
        "'order':{'quantity':1000001}            | /order/quantity       | Send 1 to 1000000",
        "'order':{'quantity':99999999999999999999} | /order/quantity     | out of range",
        "'order':{'unitPrice':'-1','currency':'EUR'}    | /order/unitPrice | not a plain decimal",
        "'order':{'unitPrice':'1e3','currency':'EUR'}   | /order/unitPrice | not a plain decimal",
        "'order':{'unitPrice':' 1','currency':'EUR'}    | /order/unitPrice | not a plain decimal",
        "'order':{'unitPrice':'1,50','currency':'EUR'}  | /order/unitPrice | not a plain decimal",
        "'order':{'unitPrice':'1.','currency':'EUR'}    | /order/unitPrice | not a plain decimal",
        "'order':{'unitPrice':'','currency':'EUR'}      | /order/unitPrice | not a plain decimal",
        "'order':{'unitPrice':'\u0661','currency':'EUR'}| /order/unitPrice | not a plain decimal",
        "'order':{'unitPrice':'1000000000000.01','currency':'EUR'} | /order/unitPrice | out of range",
        "'granted':[{'type':'FULL_REFUND','percent':1e999999999}] | /granted/0/percent | out of range",
        "'granted':[{'type':'FULL_REFUND','percent':1e-100000000}] | /granted/0/percent | more than 10 decimals",
        "'order':{'buyerCountry':'XX'}           | /order/buyerCountry   | ISO 3166-1",
        "'order':{'buyerCountry':'de'}           | /order/buyerCountry   | ISO 3166-1",
        "'order':{'currency':'XXX'}              | /order/currency       | ISO 4217",
        "'order':{'currency':'eur'}              | /order/currency       | ISO 4217",
        "'buyer':{'locale':'en_US'}              | /buyer/locale         | BCP 47",
        "'buyer':{'locale':''}                   | /buyer/locale         | BCP 47",
        "'buyer':{'name':''}                     | /buyer/name           | is empty",
        "'buyer':{'name':'{config:x}'}           | /buyer/name           | Remove the braces",
        "'delayCause':'PEAKSEASON'               | /delayCause           | Did you mean PEAK_SEASON?",
        "'delayCause':'ALIENS'                   | /delayCause           | NONE, PEAK_SEASON, HOLIDAY",
        "'disputeId':'a b'                       | /disputeId            | A-Z a-z 0-9",
        "'shipment':{'trackingUrl':'javascript:x'} | /shipment/trackingUrl | http",
        "'problem':{'defects':[{}]}              | /problem/defects/0/type | required",
      })
  void invalidValuesAreImpossible(String facts, String pointer, String message) {
    assertThat(problemsOf("{" + LOST + "," + facts + "}"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(FactProblem.Kind.IMPOSSIBLE);
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.message().toString()).contains(message);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://t.example/1", "HTTPS://T.example/1", "Http://t.example"})
  void addressesMayHaveTheirSchemeInAnyCase(String address) {
    assertThat(problemsOf("{" + LOST + ",'shipment':{'trackingUrl':'" + address + "'}}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\r\\nSet-Cookie: x", "\\u0000", "\\u202Egpj", "\\u200Bx", "\\uD800", "\\u0085"})
  void invisibleCharactersAreRejectedAndShownAsCodePoints(String text) {
    assertThat(problemsOf("{" + LOST + ",'buyer':{'name':'A" + text + "'}}"))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.message().toString()).contains("U+").matches("\\P{C}*"));
  }

  @Test
  void emojiUnknownToTheJdkAreText() {
    assertThat(problemsOf("{" + LOST + ",'order':{'item':'cup \\uD83E\\uDEE0'}}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                          | is empty",
        "{'reason':                | unexpected end",
        "{'a':1}{'b':2}            | unexpected content",
        "{'a':1,'a':2}             | duplicate field 'a'",
        "{'a':NaN}                 | unexpected characters",
        "{'a':Infinity}            | unexpected characters",
        "{'a':01}                  | unexpected characters",
        "{'a':1,}                  | unexpected characters",
        "{a:1}                     | unexpected characters",
        "{'a':1}//comment          | unexpected characters",
        "[]                        | not a JSON object",
        "null                      | not a JSON object",
        "'facts'                   | not a JSON object",
      })
  void bodyThatIsNotAJsonObjectIsOneProblemWithoutJavaTerms(String body, String message) {
    assertThat(problemsOf(body == null ? "" : body))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(FactProblem.Kind.MALFORMED);
              assertThat(problem.pointer()).isEmpty();
              assertThat(problem.message().toString())
                  .contains(message)
                  .doesNotContain("java", "Exception");
            });
  }

  @Test
  void invalidJsonIsLocated() {
    assertThat(problemsOf("{\n  'a': 1,\n  'b': oops\n}").get(0).message().toString())
        .contains("line 3, column ");
  }

  @Test
  void tooDeepOrTooLongJsonIsRejectedEarly() {
    assertThat(problemsOf("[".repeat(1_000)).get(0).message().toString()).contains("32 levels");
    assertThat(problemsOf("{'a':" + "9".repeat(2_000) + "}").get(0).message().toString())
        .contains("32 digits");
    assertThat(problemsOf("{'a':'" + "x".repeat(20_000) + "'}").get(0).message().toString())
        .contains("too long");
    assertThat(problemsOf("{'" + "x".repeat(500) + "':1}").get(0).message().toString())
        .contains("too long");
  }

  @Test
  void hugeExponentsAreRejectedCheaply() {
    assertThat(problemsOf("{" + LOST + ",'order':{'quantity':1e999999999}}"))
        .extracting(FactProblem::pointer)
        .containsExactly("/order/quantity");
  }

  @Test
  void bodyThatIsNotUtf8IsRejected() {
    byte[] latin1 = "{\"item\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1);
    ReadResult reading = DisputeReader.read(latin1, country -> TODAY);
    assertThat(
            reading
                .<List<FactProblem>>fold(read -> List.of(), problems -> problems)
                .get(0)
                .message()
                .toString())
        .contains("not UTF-8");
  }

  private static List<FactProblem> problemsOf(String json) {
    return read(json).fold(read -> List.of(), problems -> problems);
  }

  /** Double quotes are written as single ones. */
  private static Dispute dispute(String json) {
    return read(json)
        .fold(
            dispute -> dispute,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private static ReadResult read(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return DisputeReader.read(bytes, country -> TODAY);
  }
}
