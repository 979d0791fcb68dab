package io.redress.http.rulesets;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * Creates candidates from uploads and edits, and reports problems in the same way for all. Its
 * callers are {@link io.redress.http.load.ExpensiveWrite}s.
 */
@Singleton
public class Proposals {
  /** In characters. */
  public static final int MAX_COMMENT = 2_000;

  private final RuleSets ruleSets;

  Proposals(RuleSets ruleSets) {
    this.ruleSets = ruleSets;
  }

  /**
   * Creates a candidate with some files replaced.
   *
   * @throws HttpProblem when a file name is not allowed or the rule set would be unreadable
   */
  public Proposal.Kept ofUploads(
      List<FileUpload> sent, StoredRuleSet base, @Nullable String comment, Actor by) {
    return ofUploads(sent, (name, content, files) -> name, base, comment, by);
  }

  /** The same for files that people drop, each of which goes where it belongs. */
  public Proposal.Kept ofDropped(
      List<FileUpload> sent, StoredRuleSet base, @Nullable String comment, Actor by) {
    return ofUploads(sent, UploadPlace::of, base, comment, by);
  }

  /** Names the place of a file in a rule set. */
  private interface Placing {
    String of(String name, byte[] content, RuleSetFiles base);
  }

  private Proposal.Kept ofUploads(
      List<FileUpload> sent,
      Placing placing,
      StoredRuleSet base,
      @Nullable String comment,
      Actor by) {
    if (sent.isEmpty()) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The form has no part named file. Send at least one, such as -F file=@promises.xlsx; the"
              + " boundary of the form must be that of Content-Type.");
    }
    return of(base, files -> with(sent, placing, files), comment, by);
  }

  /**
   * Creates a candidate from a changed rule set. If that is a candidate itself, the new one goes on
   * from it, with its comment unless there is another.
   *
   * @throws HttpProblem when the candidate would be unreadable
   */
  public Proposal.Kept of(
      StoredRuleSet base, UnaryOperator<RuleSetFiles> change, @Nullable String comment, Actor by) {
    Proposal proposal = propose(base, change, comment, by);
    if (proposal instanceof Proposal.Unreadable unreadable) {
      throw unreadable(unreadable.problems());
    }
    return (Proposal.Kept) proposal;
  }

  /** The same, but returns problems instead of throwing them. */
  public Proposal propose(
      StoredRuleSet base, UnaryOperator<RuleSetFiles> change, @Nullable String comment, Actor by) {
    String said = tidied(comment);
    String tidied = said.isEmpty() && base.status().inWork() ? base.comment() : said;
    if (base.status() == RuleSetStatus.REJECTED) {
      throw ProblemType.UNREADABLE_RULES.with(
          "The base " + base.version() + " cannot be read. Use another one.");
    }
    RuleSetFiles changed = change.apply(ruleSets.contents(base));
    return ruleSets.propose(changed, base.version(), tidied, by);
  }

  /**
   * Creates the next stage of a candidate, brought up to date.
   *
   * @param basedOn the rule set to which the changes were made
   * @throws HttpProblem when the candidate would be unreadable
   */
  Proposal.Kept ofRebase(
      StoredRuleSet candidate,
      StoredRuleSet basedOn,
      UnaryOperator<RuleSetFiles> change,
      Actor by) {
    Proposal proposal =
        ruleSets.propose(change.apply(ruleSets.contents(candidate)), candidate, basedOn, by);
    if (proposal instanceof Proposal.Unreadable unreadable) {
      throw unreadable(unreadable.problems());
    }
    return (Proposal.Kept) proposal;
  }

  private static RuleSetFiles with(List<FileUpload> sent, Placing placing, RuleSetFiles base) {
    UploadedFiles files = new UploadedFiles(base);
    int number = 0;
    for (FileUpload upload : sent) {
      number++;
      String name =
          FormFileName.of(
              upload.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION), upload.fileName());
      if (name == null || upload.uploadedFile() == null) {
        throw ProblemType.MALFORMED_REQUEST.with(
            "Part "
                + number
                + " of those named file has no file name. Send it in its"
                + " Content-Disposition, such as filename=\"promises.xlsx\".");
      }
      try {
        byte[] content = Files.readAllBytes(upload.uploadedFile());
        files.add(placing.of(name, content, base), content);
      } catch (IOException lost) {
        throw new UncheckedIOException(lost);
      }
    }
    if (!files.problems().isEmpty()) {
      throw unreadable(files.problems());
    }
    return files.onBase();
  }

  /**
   * A comment without invisible characters, which could also reorder the text around them.
   *
   * @throws HttpProblem when it is too long
   */
  public static String tidied(@Nullable String comment) {
    String text = InvisibleCharacters.removedFromFreeText(comment == null ? "" : comment).strip();
    if (text.length() > MAX_COMMENT) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The comment is longer than " + MAX_COMMENT + " characters. Shorten it.");
    }
    return text;
  }

  /** The response to unreadable rules: each problem with its place. */
  public static HttpProblem unreadable(List<RuleProblem> problems) {
    return ProblemType.UNREADABLE_RULES.with(
        problems.size() == 1
            ? problems.get(0).toString()
            : problems.size() + " problems were found.",
        "problems",
        problems);
  }
}
