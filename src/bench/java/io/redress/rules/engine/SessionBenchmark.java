package io.redress.rules.engine;

import io.redress.rules.assessment.Assessor;
import io.redress.rules.calendar.Calendars;
import io.redress.domain.decision.Assessment;
import io.redress.domain.dispute.DisputeReader;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures new sessions against the baseline of pooled sessions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SessionBenchmark {
  private final List<RuleProblem> problems = new ArrayList<>();
  private final Tables tables = Tables.read(RuleSetFiles.folder(Path.of("rules"), problems), problems);
  private final KieBase base =
      RuleCompiler.compile(RuleSetFiles.folder(Path.of("rules"), problems), tables, problems)
          .orElseThrow()
          .base();
  private final KieSessionsPool pool = base.newKieSessionsPool(1);
  private final Assessment assessment = assessment();

  /** Stops Drools from formatting trace lines that are discarded. */
  @Setup
  public void quieten() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  @Benchmark
  public Draft baselinePooledSession() {
    return fire(pool.newKieSession());
  }

  @Benchmark
  public Draft newSession() {
    return fire(base.newKieSession());
  }

  private Draft fire(KieSession session) {
    Draft draft = new Draft(assessment, tables, session, null);
    session.setGlobal("draft", draft);
    session.insert(assessment.dispute());
    session.fireAllRules();
    session.dispose();
    return draft;
  }

  private Assessment assessment() {
    String facts =
        """
        {"disputeId": "dress", "asOf": "2026-12-04",
         "disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON"}
        """;
    Calendars calendars = Calendars.read(RuleSetFiles.folder(Path.of("rules"), problems), problems);
    return DisputeReader.read(
            facts.getBytes(StandardCharsets.UTF_8), country -> LocalDate.EPOCH)
        .fold(
            new Assessor(calendars)::assess,
            invalid -> {
              throw new IllegalStateException(invalid.toString());
            });
  }
}
