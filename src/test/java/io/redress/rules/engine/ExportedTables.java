package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.table.DecisionTable;
import io.redress.rules.table.Facts;
import io.redress.rules.table.Row;
import io.redress.rules.table.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.definition.type.FactType;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;

/** Runs exported DRL of tables in Drools. */
final class ExportedTables {
  private final KieBase base;

  /**
   * The outcomes of a row.
   *
   * @param outcomes by the name of the field
   */
  record Answer(int row, Map<String, Object> outcomes) {
    static Answer of(Row row) {
      Map<String, Object> outcomes = new LinkedHashMap<>();
      row.outcomes()
          .forEach(
              outcome ->
                  outcomes.put(DrlCondition.field(outcome.term()), ordered(outcome.value())));
      return new Answer(row.source().row(), outcomes);
    }

    private static Object ordered(Object value) {
      return value instanceof Collection<?> values ? List.copyOf(values) : value;
    }
  }

  ExportedTables(Collection<DecisionTable> tables) {
    KieServices services = KieServices.get();
    var folder = services.newKieFileSystem();
    tables.forEach(
        table ->
            folder.write(
                "src/main/resources/" + DrlExport.packageOf(table).replace('.', '/') + "/table.drl",
                DrlExport.of(table)));
    var builder =
        services
            .newKieBuilder(folder, new CompilerClassLoader())
            .buildAll(ExecutableModelProject.class);
    assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
    var release = builder.getKieModule().getReleaseId();
    base = services.newKieContainer(release).getKieBase();
    services.getRepository().removeKieModule(release);
  }

  /** Returns the answers of the table for each of the facts, in the order of firing. */
  List<List<Answer>> ask(DecisionTable table, List<Facts> facts) {
    FactType type = base.getFactType(DrlExport.packageOf(table), "Question");
    Map<Object, List<Answer>> answers = new IdentityHashMap<>();
    List<Object> questions =
        facts.stream().map(known -> question(type, table.conditions(), known)).toList();
    questions.forEach(question -> answers.put(question, new ArrayList<>()));
    KieSession session = base.newKieSession();
    try {
      questions.forEach(session::insert);
      session.addEventListener(
          new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
              FactType answer = base.getFactType(DrlExport.packageOf(table), "Answer");
              Object inserted = event.getObject();
              answers.get(answer.get(inserted, "question")).add(answer(answer, inserted));
            }
          });
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return questions.stream().map(answers::get).toList();
  }

  private static Object question(FactType type, List<Term> conditions, Facts facts) {
    try {
      Object question = type.newInstance();
      for (Term term : conditions) {
        @Nullable Object value = facts.value(term);
        type.set(question, DrlCondition.field(term), value);
      }
      return question;
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Answer answer(FactType type, Object inserted) {
    Map<String, Object> outcomes = new LinkedHashMap<>();
    type.getAsMap(inserted)
        .forEach(
            (field, value) -> {
              if (value != null && !field.equals("question") && !field.equals("row")) {
                outcomes.put(field, value);
              }
            });
    return new Answer((int) type.get(inserted, "row"), outcomes);
  }
}
