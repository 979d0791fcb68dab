package io.redress.cli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cli.Redress;
import io.redress.domain.decision.DecisionJson;
import io.redress.journal.certificate.IssuedCertificate;
import io.redress.platform.signature.PublicKeySet;
import io.redress.platform.signature.SigningKeyPair;
import io.redress.rules.ruleset.ShippedRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCertificateCommandTest {
  private static final SigningKeyPair KEY = SigningKeyPair.generate();
  private static final String FACTS =
      """
      {"disputeId": "D-1001", "asOf": "2014-12-10", "disputeType": "NOT_RECEIVED",
       "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON", "buyer": {"name": "Greta"}}
      """;
  private static final IssuedCertificate ISSUED =
      IssuedCertificate.of(FACTS, ShippedRules.whole(), KEY);

  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path folder;
  private Path certificate;
  private Path keys;

  @BeforeEach
  void write() throws IOException {
    certificate = Files.write(folder.resolve("certificate.json"), ISSUED.document());
    keys = file("keys.json", new PublicKeySet(List.of(KEY.publicKey())).json());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private int run(Object... arguments) {
    List<String> line = new ArrayList<>(List.of("verify", certificate.toString()));
    for (Object argument : arguments) {
      line.add(argument.toString());
    }
    if (!line.contains("--keys")) {
      line.addAll(List.of("--keys", keys.toString()));
    }
    return new CommandLine(new Redress())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(line.toArray(String[]::new));
  }

  @Test
  void signatureAndRuleSetAreCheckedWithoutFacts() {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains(
            "of dispute D-1001",
            "KEEP_TRACKING (PEAK_SEASON)",
            "journal replica-1:17:1111",
            "passed: signature. ",
            "passed: rule set. The folders rules and test-cases are the one that decided.",
            "not checked: decision. ")
        .doesNotContain("Greta");
  }

  @Test
  void factsAreDecidedAgain() throws IOException {
    assertThat(run(file("facts.json", FACTS))).isZero();
    assertThat(out.toString())
        .contains("passed: facts. ", "passed: decision. The rules decide the same again.");
  }

  /** What others wrote draws neither lines nor colours on a terminal. */
  @Test
  void documentsOfOthersCannotForgeLines() throws IOException {
    String forged = "x\\npassed: signature. \\u001b[2J\\u202e";
    String document =
        ("{\"keyId\":\"" + forged + "\",\"signature\":\"AA\"}").replace("\\u202e", "\u202e");
    Files.writeString(certificate, document);
    assertThat(run()).isOne();
    assertThat(errors.toString().strip())
        .contains("the key xU+000Apassed")
        .doesNotContain("\n", "\u001b", "\u202e");

    Files.write(certificate, ISSUED.document());
    String other = ISSUED.decision().replace("\"decisionId\":\"", "\"decisionId\":\"" + forged);
    assertThat(run(file("decision.json", other))).isOne();
    assertThat(out.toString())
        .contains("The file has the decision xU+000Apassed")
        .doesNotContain("\u001b", "\u202e", "\npassed: signature. U+001B");
  }

  /** As the seller has it from the API; another order and blanks are no difference. */
  @Test
  void wholeDecisionIsComparedWithItsLetter() throws IOException {
    String pretty =
        DecisionJson.mapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(DecisionJson.read(ISSUED.decision()));
    assertThat(run(file("decision.json", pretty))).isZero();
    assertThat(out.toString()).contains("passed: answer. ");
  }

  @Test
  void otherLetterIsADifference() throws IOException {
    String other = ISSUED.decision().replace("Dear Greta", "Dear Anna");
    assertThat(other).isNotEqualTo(ISSUED.decision());
    assertThat(run(file("decision.json", other))).isOne();
    assertThat(out.toString()).contains("passed: decision. ", "failed: answer. /letter/body is ");
  }

  @Test
  void otherFactsAndOtherDecisionsAreNotThese() throws IOException {
    assertThat(run(file("facts.json", FACTS.replace("2014-12-10", "2014-12-11")))).isOne();
    assertThat(out.toString()).contains("failed: facts. These are not the facts of the decision.");
    String another = IssuedCertificate.of(FACTS, ShippedRules.whole(), KEY).decision();
    assertThat(run(file("another.json", another))).isOne();
    assertThat(out.toString()).contains("failed: facts. The file has the decision ");
    assertThat(run(file("refused.json", "{\"disputeType\": \"NOT_RECEIVED\"}"))).isOne();
    assertThat(out.toString()).contains("failed: decision. The facts cannot be decided: /reason");
  }

  /**
   * Personal facts have no hash in the certificate; a rule that looks at them decides otherwise.
   */
  @Test
  void factsWithoutPersonalDataAreEnough() throws IOException {
    String without = FACTS.replace(", \"buyer\": {\"name\": \"Greta\"}", ", \"buyer\": {}");
    assertThat(without).isNotEqualTo(FACTS);
    assertThat(run(file("facts.json", without))).isZero();
  }

  @Test
  void otherRuleSetIsNamed() throws IOException {
    Path cases = Files.createDirectory(folder.resolve("cases"));
    assertThat(run("--test-cases", cases)).isOne();
    assertThat(out.toString())
        .contains("failed: rule set. The folders rules and " + cases + " are the rule set ")
        .contains("Name its folders with --rules and --test-cases.");
    assertThat(run("--rules", folder.resolve("none"))).isOne();
    assertThat(errors.toString()).contains("the folder does not exist");
    assertThat(run("--rules", folder.resolve("none"), "--signature-only")).isZero();
  }

  @Test
  void changedCertificateIsRefused() throws IOException {
    String text = new String(ISSUED.document(), StandardCharsets.UTF_8);
    file("certificate.json", text.replace("KEEP_TRACKING", "FULL_REFUND"));
    assertThat(run()).isOne();
    assertThat(errors.toString())
        .contains("The certificate is refused: it was changed: its signature does not match.");
    assertThat(out.toString()).isEmpty();
    file("certificate.json", text.replace(",", ", "));
    assertThat(run()).isOne();
    assertThat(errors.toString()).contains("it is not in canonical form.");
    file("certificate.json", text + "\n");
    assertThat(run()).isZero();
  }

  @Test
  void keysOfAnotherServiceRefuseIt() throws IOException {
    Path others =
        file(
            "others.json", new PublicKeySet(List.of(SigningKeyPair.generate().publicKey())).json());
    assertThat(run("--keys", others)).isOne();
    assertThat(errors.toString())
        .contains("the key " + KEY.publicKey().id() + " that signed it is not among");
    assertThat(run("--keys", folder.resolve("none.json"))).isEqualTo(2);
    assertThat(run("--keys", certificate)).isEqualTo(2);
    assertThat(errors.toString()).contains("is not a JWK Set. Save /.well-known/redress-keys");
    assertThat(run(folder.resolve("none.json"))).isEqualTo(2);
  }

  @Test
  void resultAsJson() throws IOException {
    assertThat(run(file("facts.json", FACTS), "--json")).isZero();
    var result = DecisionJson.read(out.toString());
    assertThat(result.path("valid").asBoolean()).isTrue();
    assertThat(result.at("/certificate/journal/number").asInt()).isEqualTo(17);
    assertThat(result.path("parts"))
        .extracting(part -> part.path("outcome").asText())
        .containsOnly("PASSED");
  }
}
