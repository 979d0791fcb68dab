package io.redress.journal.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.DecisionJson;
import io.redress.journal.certificate.CheckedPart.Outcome;
import io.redress.journal.verify.JsonDifference;
import io.redress.journal.write.NewEntry;
import io.redress.platform.signature.CanonicalJson;
import io.redress.rules.ruleset.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares a certificate, whose signature is valid, with a rule set and with facts, and decides
 * them again. It needs neither the service nor its database.
 */
public final class CertificateCheck {
  private static final int MAX_DIFFERENCES = 5;
  private static final String DECISION = "decision";

  private final Certificate certificate;
  private final RuleSet rules;
  private final List<CheckedPart> parts = new ArrayList<>();

  private CertificateCheck(Certificate certificate, RuleSet rules) {
    this.certificate = certificate;
    this.rules = rules;
  }

  /**
   * Decides again, and says for the facts, the decision and the answer whether they are those of
   * the certificate.
   *
   * @param rules the rule set that the certificate names
   * @param given facts as they were sent, or a whole decision as {@code GET /v1/decisions/{id}}
   *     answers
   */
  public static List<CheckedPart> of(Certificate certificate, RuleSet rules, ObjectNode given) {
    CertificateCheck check = new CertificateCheck(certificate, rules);
    check.run(given);
    return List.copyOf(check.parts);
  }

  private void run(ObjectNode given) {
    boolean whole = given.path("facts").isObject() && given.has("decisionId");
    if (whole && !given.path("decisionId").asText().equals(certificate.decisionId().toString())) {
      add(
          "facts",
          Outcome.FAILED,
          "The file has the decision "
              + given.path("decisionId").asText()
              + ", the certificate is of "
              + certificate.decisionId()
              + ".");
      return;
    }
    ObjectNode facts = (whole ? (ObjectNode) given.get("facts") : given).deepCopy();
    complete(facts, "disputeId", certificate.disputeId());
    complete(facts, "asOf", certificate.asOf().toString());
    NewEntry again;
    try {
      again = DecidedAgain.of(facts, certificate.decisionId(), certificate.decidedAt(), rules);
    } catch (IllegalStateException refused) {
      add(DECISION, Outcome.FAILED, "The facts cannot be decided: " + refused.getMessage());
      return;
    }
    if (!DecidedAgain.factsHash(again.decided()).equals(certificate.factsSha256())) {
      add("facts", Outcome.FAILED, "These are not the facts of the decision.");
      return;
    }
    add(
        "facts",
        Outcome.PASSED,
        "They are those of the decision; personal data are not certified.");
    boolean destroyed = given.path("personalData").asText().equals("DESTROYED");
    compareDecision(again, destroyed);
    if (whole) {
      compareAnswer(again, given, destroyed);
    }
  }

  private static void complete(ObjectNode facts, String member, String value) {
    if (!facts.hasNonNull(member)) {
      facts.put(member, value);
    }
  }

  private void compareDecision(NewEntry again, boolean destroyed) {
    if (DecidedAgain.decisionHash(again.decided()).equals(certificate.decisionSha256())) {
      add(DECISION, Outcome.PASSED, "The rules decide the same again.");
      return;
    }
    String why =
        "The rules decide otherwise: "
            + again.decided().resolution()
            + " ("
            + again.decided().reasonCode()
            + ")."
            + (destroyed
                ? " Personal data were destroyed, and rules may look at them."
                : " Names, item, carrier and tracking must be among the facts as they were sent.");
    Program current = Program.current();
    add(
        DECISION,
        Outcome.FAILED,
        current.equals(certificate.program())
            ? why
            : why
                + " This is another program than the one that signed: "
                + current
                + " instead of "
                + certificate.program()
                + ".");
  }

  /** Letter included, which the certificate does not have. */
  private void compareAnswer(NewEntry again, ObjectNode given, boolean destroyed) {
    ObjectNode answer = given.deepCopy();
    answer.remove(List.of("facts", "personalData", "journal"));
    JsonNode now =
        DecisionJson.read(
            destroyed
                ? again.decided().decision()
                : again.personal().completing(again.decided().decision()));
    List<JsonDifference> differences =
        JsonDifference.between(canonical(answer), canonical(now), "");
    if (differences.isEmpty()) {
      add(
          "answer",
          Outcome.PASSED,
          destroyed
              ? "It is the one that the rules give; the letter was destroyed."
              : "It is the one that the rules give, letter included.");
    } else {
      add(
          "answer",
          Outcome.FAILED,
          differences.stream()
              .limit(MAX_DIFFERENCES)
              .map(one -> one.pointer() + " is " + one.kept() + ", and the rules give " + one.now())
              .collect(Collectors.joining("; ", "", ".")));
    }
  }

  /** So that another order of the members is no difference. */
  private static String canonical(JsonNode json) {
    return new String(CanonicalJson.of(json), StandardCharsets.UTF_8);
  }

  private void add(String part, Outcome outcome, String text) {
    parts.add(new CheckedPart(part, outcome, text));
  }
}
