package io.redress.rules.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.Patience;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.source.WorkbookFixture;
import io.redress.rules.table.Tables;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RuleCompilerTest {
  private static final Tables NONE = Tables.read(Map.of(), new ArrayList<>());

  @Test
  void equalFilesAreCompiledOnce() {
    String drl = SmallRules.rule("int equal = 1;");

    CompiledRules first = SmallRules.compiled(drl);

    assertThat(SmallRules.compiled(new String(drl))).isSameAs(first);
    assertThat(SmallRules.compiled(SmallRules.rule("int equal = 2;"))).isNotSameAs(first);
  }

  @Test
  void twoAtOnceCompileOnce() throws Exception {
    String drl = SmallRules.rule("int atOnce = 1;");
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<CompiledRules>> compiled =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return SmallRules.compiled(drl);
                          }))
              .toList();
      start.countDown();
      for (Future<CompiledRules> one : compiled) {
        assertThat(one.get()).isSameAs(compiled.get(0).get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void sharedCodeIsCheckedAgainstTheTablesOfEachRuleSet() {
    String drl = SmallRules.rule("int held = 1;");
    CompiledRules known = SmallRules.compiled(drl);
    List<RuleProblem> problems = new ArrayList<>();

    assertThat(RuleCompiler.compile(SmallRules.files(drl), NONE, problems)).isEmpty();

    assertThat(problems)
        .extracting(RuleProblem::toString)
        .containsExactly(
            "small.drl:5: the table answer does not exist. Add the table, or ask another one."
                + " [TABLE_MISSING]");
    assertThat(SmallRules.compiled(drl)).isSameAs(known);
  }

  @Test
  void problemsAreReportedEachTime() {
    for (int i = 0; i < 2; i++) {
      List<RuleProblem> problems = new ArrayList<>();
      var files = SmallRules.files(SmallRules.rule("this is no Java;"));
      assertThat(RuleCompiler.compile(files, NONE, problems)).isEmpty();
      assertThat(problems).extracting(RuleProblem::code).contains(ProblemCode.DRL_COMPILE);
    }
  }

  @Test
  void invalidCodeIsAProblem() {
    Map<String, byte[]> files =
        Map.of(
            "flow.drl", SmallRules.rule("x").replace("when", "wen").getBytes(UTF_8),
            "table.drl.xlsx", new WorkbookFixture().sheet("S").row("no rules").bytes());
    List<RuleProblem> problems = new ArrayList<>();

    assertThat(RuleCompiler.compile(files, NONE, problems)).isEmpty();
    assertThat(problems)
        .extracting(RuleProblem::file, RuleProblem::code)
        .contains(
            tuple("flow.drl", ProblemCode.DRL_SYNTAX),
            tuple("table.drl.xlsx", ProblemCode.NATIVE_TABLE));
  }

  @Test
  void spreadsheetsAreNotCode() {
    Map<String, byte[]> files =
        Map.of("some.xlsx", WorkbookFixture.table("some", "FIRST", "reason", "-> why").bytes());
    List<RuleProblem> problems = new ArrayList<>();

    assertThat(RuleCompiler.compile(files, NONE, problems)).isEmpty();
    assertThat(problems).extracting(RuleProblem::code).containsExactly(ProblemCode.FILE_MISSING);
  }

  @Test
  @Timeout(Patience.SECONDS)
  void unusedRulesAndTheirClassesAreGarbageCollected() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        String drl = SmallRules.rule("int version = " + i + ";");
        loaders.add(thread.submit(() -> loaderOfUsedRules(drl)).get());
      }

      // The thread that compiled and decided lives on, and must not hold a reference.
      ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
      for (int i = 0; i < 50 && left(loaders) > 0; i++) {
        System.gc();
        Thread.sleep(50);
      }

      assertThat(left(loaders)).isZero();
      assertThat(classes.getUnloadedClassCount()).isGreaterThan(loaders.size());
    } finally {
      thread.shutdown();
    }
  }

  private static WeakReference<ClassLoader> loaderOfUsedRules(String drl) {
    CompiledRules rules = SmallRules.compiled(drl);
    SmallRules.decide(rules, Patience.LIMIT);
    Class<?> generated = rules.base().getFactType("io.redress.rules", "Marker").getFactClass();
    return new WeakReference<>(generated.getClassLoader());
  }

  private static long left(List<WeakReference<ClassLoader>> loaders) {
    return loaders.stream().filter(loader -> !loader.refersTo(null)).count();
  }
}
