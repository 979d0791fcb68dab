package io.redress.insight.explain;

import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.engine.Observer;
import io.redress.rules.engine.RuleState;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Explains decisions: decides again, and writes down what each table is asked and answers. */
public final class Explainer {
  private Explainer() {}

  /**
   * @param dispute with its id and {@code asOf}
   * @param question one without {@linkplain Question#problems problems}
   * @param locale the language of the sentences; English where there are none in it
   */
  public static Explanation explain(
      RuleSet rules, Dispute dispute, Question question, Locale locale) {
    return explain(rules, dispute, question, locale, Wording.CODES);
  }

  /**
   * @param dispute with its id and {@code asOf}
   * @param question one without {@linkplain Question#problems problems}
   * @param locale the language of the sentences; English where there are none in it
   * @param wording of columns and values in sentences
   */
  public static Explanation explain(
      RuleSet rules, Dispute dispute, Question question, Locale locale, Wording wording) {
    Notes notes = new Notes(rules, question, new Sentences(locale, wording));
    Decision decision = rules.decideWithoutLetter(dispute, notes);
    return new Explanation(
        rules.id(),
        decision.asOf(),
        decision.resolution(),
        decision.reasonCode(),
        locale,
        notes.tables,
        notes.flow);
  }

  /** What is seen while the decision is taken. */
  private static final class Notes implements Observer {
    private final RuleSet rules;
    private final Question question;
    private final Sentences sentences;
    private final List<ExplainedTable> tables = new ArrayList<>();
    private final List<ExplainedRule> flow = new ArrayList<>();

    private Notes(RuleSet rules, Question question, Sentences sentences) {
      this.rules = rules;
      this.question = question;
      this.sentences = sentences;
    }

    @Override
    public void asked(DecisionTable table, Facts facts) {
      if (question.asksFor(table)) {
        tables.add(TableExplainer.explain(table, facts, true, question, sentences));
      }
    }

    @Override
    public void ended(Facts facts, List<RuleState> states) {
      if (question.table() == null) {
        states.forEach(state -> flow.add(explained(state)));
      } else if (tables.isEmpty()) {
        DecisionTable named = rules.tables().table(question.table()).orElseThrow();
        tables.add(TableExplainer.explain(named, facts, false, question, sentences));
      }
    }

    private ExplainedRule explained(RuleState state) {
      return new ExplainedRule(
          state.rule(),
          state.fired(),
          state.failed(),
          state.missing(),
          state.overtakenBy(),
          sentences.of(state));
    }
  }
}
