package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Patience;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.RuleSetId;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.RandomDisputes;
import io.redress.rules.assessment.Assessor;
import io.redress.rules.calendar.ShippedCalendar;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Compiled rules that are part of the program, or are kept in a store. */
class KeptRulesTest {
  private static final Map<String, byte[]> SHIPPED =
      RuleSetFiles.folder(Path.of("rules"), new ArrayList<>());

  @AfterEach
  void keepNone() {
    RuleCompiler.keepIn(CompiledRulesStore.NONE);
  }

  @Test
  void shippedAndKeptRulesDecideAsThoseCompiledNow() {
    Map<String, byte[]> code = new HashMap<>(SHIPPED);
    code.keySet().removeIf(file -> !RuleCode.isCode(file));
    String key = RuleModule.key(code);
    RuleModule now = RuleCompiler.module(code, new ArrayList<>()).orElseThrow();
    RuleModule kept = RuleModule.current(RuleModuleFile.write(now), key).orElseThrow();
    RuleModule shipped = ShippedRules.find(key).orElseThrow();
    CompiledRules fresh = RuleCompiler.load(now);
    Tables tables = Tables.read(SHIPPED, new ArrayList<>());
    RandomDisputes random = new RandomDisputes(1);

    for (RuleModule module : List.of(kept, shipped)) {
      CompiledRules other = RuleCompiler.load(module);
      assertThat(other.words()).isEqualTo(fresh.words());
      for (int i = 0; i < 500; i++) {
        Dispute dispute =
            random.next(Dispute.class).on(LocalDate.of(2026, 5, 1).plusDays(i), "d-" + i);
        assertThat(decide(other, tables, dispute)).isEqualTo(decide(fresh, tables, dispute));
      }
    }
  }

  @Test
  void rulesAreKeptOnceAndThenNotCompiled() {
    Map<String, byte[]> code = SmallRules.files(SmallRules.rule("int kept = 1;"));
    Memory store = new Memory();
    RuleCompiler.keepIn(store);

    Decision first = SmallRules.decide(loaded(code), Patience.LIMIT);
    Decision second = SmallRules.decide(loaded(code), Patience.LIMIT);

    assertThat(second).isEqualTo(first);
    assertThat(store.writes).isEqualTo(1);
  }

  @Test
  void whatIsNoModuleOfThisCodeIsIgnoredAndReplaced() {
    Map<String, byte[]> code = SmallRules.files(SmallRules.rule("int replaced = 1;"));
    Memory store = new Memory();
    RuleCompiler.keepIn(store);
    loaded(SmallRules.files(SmallRules.rule("int another = 1;")));
    byte[] another = store.kept.values().iterator().next();
    loaded(code);
    String key = store.last;
    byte[] right = store.kept.get(key);

    for (byte[] wrong : List.of(new byte[0], another)) {
      store.kept.put(key, wrong);
      SmallRules.decide(loaded(code), Patience.LIMIT);
      assertThat(store.kept.get(key)).hasSameSizeAs(right);
    }
  }

  @Test
  void codeWithProblemsIsNotKept() {
    Memory store = new Memory();
    RuleCompiler.keepIn(store);
    List<RuleProblem> problems = new ArrayList<>();

    assertThat(
            RuleCompiler.loadOrCompile(
                SmallRules.files(SmallRules.rule("this is no Java;")), problems))
        .isEmpty();

    assertThat(problems).isNotEmpty();
    assertThat(store.kept).isEmpty();
  }

  private static CompiledRules loaded(Map<String, byte[]> code) {
    List<RuleProblem> problems = new ArrayList<>();
    Optional<CompiledRules> rules = RuleCompiler.loadOrCompile(code, problems);
    assertThat(problems).isEmpty();
    return rules.orElseThrow();
  }

  private static Decision decide(CompiledRules rules, Tables tables, Dispute dispute) {
    return rules.decide(
        new Assessor(ShippedCalendar.CALENDARS).assess(dispute),
        tables,
        ShippedCalendar.CALENDARS,
        RuleSetId.of("0".repeat(64)),
        Patience.LIMIT);
  }

  private static final class Memory implements CompiledRulesStore {
    private final Map<String, byte[]> kept = new HashMap<>();
    private int writes;
    private String last = "";

    @Override
    public Optional<byte[]> find(String key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void keep(String key, byte[] compiled) {
      kept.put(key, compiled);
      last = key;
      writes++;
    }
  }
}
