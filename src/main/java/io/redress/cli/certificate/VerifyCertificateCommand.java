package io.redress.cli.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.cli.options.PrettyJson;
import io.redress.cli.options.RuleSetFolders;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.RuleSetId;
import io.redress.journal.certificate.Certificate;
import io.redress.journal.certificate.CertificateCheck;
import io.redress.journal.certificate.CheckedPart;
import io.redress.journal.certificate.CheckedPart.Outcome;
import io.redress.platform.signature.InvalidSignatureException;
import io.redress.platform.signature.SignedJson;
import io.redress.platform.text.EscapedText;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a certificate of a decision, and decides again. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a certificate of a decision offline: its signature, by the public keys of the service that decided, and the"
          + " rule set that it names.",
      "With the facts, or the whole decision as GET /v1/decisions/ID answers, it decides them again and compares."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything that was checked is as certified",
      "1:it is not, or the certificate is refused",
      "2:usage, or a file cannot be read"
    })
public final class VerifyCertificateCommand implements Callable<Integer> {
  private static final int UNREADABLE = 2;

  @Parameters(index = "0", paramLabel = "CERTIFICATE", description = "The certificate.")
  private Path certificate = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FACTS",
      description = "The facts as they were sent, or the whole decision, as JSON.")
  private @Nullable Path facts;

  @Option(
      names = "--keys",
      paramLabel = "FILE|URL",
      defaultValue = "redress-keys.json",
      description =
          "The public keys: what the service has at /.well-known/redress-keys (default:"
              + " ${DEFAULT-VALUE}).")
  private String keys = "redress-keys.json";

  @Mixin private RuleSetFolders folders = new RuleSetFolders();

  @Option(
      names = "--signature-only",
      description = "Does not compare the rule set, and does not decide again.")
  private boolean signatureOnly;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  @Spec private CommandSpec command = CommandSpec.create();

  /** The result of the command as JSON. */
  record Result(boolean valid, String keyId, Certificate certificate, List<CheckedPart> parts) {}

  @Override
  public Integer call() throws IOException {
    byte[] document = read(certificate);
    @Nullable ObjectNode given = facts == null ? null : object(facts);
    SignedJson.Verified verified;
    try {
      verified = SignedJson.verify(document, PublicKeys.read(keys));
    } catch (InvalidSignatureException invalid) {
      return refuse(String.valueOf(invalid.getMessage()));
    } catch (IOException noKeys) {
      command.commandLine().getErr().println(noKeys.getMessage());
      return UNREADABLE;
    }
    Optional<Certificate> stated = Certificate.read(verified.content());
    return stated.isPresent()
        ? report(stated.get(), verified.keyId(), given)
        : refuse("it is not a certificate of a decision that this version can read");
  }

  private int refuse(String why) {
    command
        .commandLine()
        .getErr()
        .println("The certificate is refused: " + EscapedText.visible(why) + ".");
    return 1;
  }

  private int report(Certificate stated, String keyId, @Nullable ObjectNode given) {
    List<CheckedPart> parts = new ArrayList<>();
    parts.add(
        new CheckedPart(
            "signature",
            Outcome.PASSED,
            "Signed at " + stated.issuedAt() + " with the key " + keyId + "."));
    parts.addAll(signatureOnly ? List.of() : compared(stated, given));
    boolean valid = parts.stream().noneMatch(part -> part.outcome() == Outcome.FAILED);
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(PrettyJson.of(new Result(valid, keyId, stated, parts)));
    } else {
      CertificateText.lines(stated).forEach(out::println);
      parts.forEach(part -> out.println(line(part)));
    }
    return valid ? 0 : 1;
  }

  /** Documents of others may try to draw lines of their own. */
  private static String line(CheckedPart part) {
    String outcome = part.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return outcome + ": " + part.part() + ". " + EscapedText.visible(part.text());
  }

  private List<CheckedPart> compared(Certificate stated, @Nullable ObjectNode given) {
    ProblemList problems = new ProblemList();
    RuleSetFiles files = folders.read(problems);
    if (!files.hash().equals(stated.ruleSet().hash())) {
      problems.forEach(command.commandLine().getErr()::println);
      return List.of(
          new CheckedPart(
              "rule set",
              Outcome.FAILED,
              "The folders %s are the rule set %s, and %s decided. Name its folders with --rules and --test-cases."
                  .formatted(
                      folders, RuleSetId.of(files.hash()).version(), stated.ruleSet().version())));
    }
    CheckedPart same =
        new CheckedPart(
            "rule set", Outcome.PASSED, "The folders " + folders + " are the one that decided.");
    if (given == null) {
      return List.of(
          same,
          new CheckedPart(
              "decision", Outcome.NOT_CHECKED, "Name a file of the facts to decide again."));
    }
    Optional<RuleSet> rules = RuleSet.read(files, problems);
    problems.forEach(command.commandLine().getErr()::println);
    List<CheckedPart> parts = new ArrayList<>(List.of(same));
    if (rules.isPresent()) {
      parts.addAll(CertificateCheck.of(stated, rules.get(), given));
    } else {
      parts.add(
          new CheckedPart(
              "decision", Outcome.FAILED, "This version of Redress cannot read that rule set."));
    }
    return parts;
  }

  private byte[] read(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ParameterException(
          command.commandLine(), "File " + file + " does not exist or cannot be read.");
    }
    return Files.readAllBytes(file);
  }

  private ObjectNode object(Path file) throws IOException {
    try {
      if (DecisionJson.mapper().readTree(read(file)) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      // as below
    }
    throw new ParameterException(
        command.commandLine(), "File " + file + " is not a JSON object of facts.");
  }
}
