package io.redress.http.rulesets;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.text.InvisibleCharacters;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.security.audit.Actor;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Makes candidates of what people send, and says in one way why one can not be made. */
@Singleton
public class Proposals {
  /** In characters. */
  public static final int LONGEST_COMMENT = 2_000;

  /** Each waits for those before it, and keeps a thread from those who want a decision. */
  private static final int MOST_AT_ONCE = 8;

  private final RuleSets ruleSets;
  private final Rejections rejections;
  private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

  Proposals(RuleSets ruleSets, Rejections rejections) {
    this.ruleSets = ruleSets;
    this.rejections = rejections;
  }

  /**
   * A candidate with some files replaced.
   *
   * @throws HttpProblem when files can not be part of a rule set, or make one that can not be read
   */
  public Proposal.Kept ofUploads(
      List<FileUpload> sent, StoredRuleSet base, @Nullable String comment, Actor by) {
    if (sent.isEmpty()) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "No file was sent. Send at least one, as in -F file=@promises.xlsx.");
    }
    return of(base, files -> with(sent, files), comment, by);
  }

  /**
   * A candidate that is a change of a rule set.
   *
   * @throws HttpProblem when it can not be read
   */
  public Proposal.Kept of(
      StoredRuleSet base, UnaryOperator<RuleSetFiles> change, @Nullable String comment, Actor by) {
    Proposal proposal = propose(base, change, comment, by);
    if (proposal instanceof Proposal.Unreadable unreadable) {
      throw unreadable(unreadable.problems());
    }
    return (Proposal.Kept) proposal;
  }

  /** The same for those who show themselves what can not be read. */
  public Proposal propose(
      StoredRuleSet base, UnaryOperator<RuleSetFiles> change, @Nullable String comment, Actor by) {
    if (!turns.tryAcquire()) {
      throw rejections.because(
          Reason.UPLOADS, "Others are sending rules, too. Send these again after Retry-After.");
    }
    try {
      String tidied = tidied(comment);
      if (base.status() == RuleSetStatus.REJECTED) {
        throw ProblemType.UNREADABLE_RULES.with(
            "The base " + base.version() + " can not be read. Take another one.");
      }
      RuleSetFiles changed = change.apply(ruleSets.contents(base));
      return ruleSets.propose(changed, base.version(), tidied, by);
    } finally {
      turns.release();
    }
  }

  private static RuleSetFiles with(List<FileUpload> sent, RuleSetFiles base) {
    UploadedFiles files = new UploadedFiles(base);
    for (FileUpload upload : sent) {
      if (upload.fileName() == null || upload.uploadedFile() == null) {
        throw ProblemType.MALFORMED_REQUEST.with(
            "A part called file holds no file. Send its name and content.");
      }
      try {
        files.add(upload.fileName(), Files.readAllBytes(upload.uploadedFile()));
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
   * A comment as it is kept: without what nobody sees, which could also turn around what follows.
   *
   * @throws HttpProblem when it is too long
   */
  public static String tidied(@Nullable String comment) {
    String text = InvisibleCharacters.removedFromFreeText(comment == null ? "" : comment).strip();
    if (text.length() > LONGEST_COMMENT) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The comment is longer than " + LONGEST_COMMENT + " characters. Shorten it.");
    }
    return text;
  }

  /** The answer to rules that can not be read: each problem with its place. */
  public static HttpProblem unreadable(List<RuleProblem> problems) {
    return ProblemType.UNREADABLE_RULES.with(
        problems.size() == 1
            ? problems.get(0).toString()
            : problems.size() + " problems were found.",
        "problems",
        problems);
  }
}
