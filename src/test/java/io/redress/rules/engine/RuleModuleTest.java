package io.redress.rules.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.rules.source.RuleProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleModuleTest {
  private static final Map<String, byte[]> CODE =
      SmallRules.files(SmallRules.rule("String said = \"\\u00dcber\";"));
  private static final RuleModule MODULE = compiled();

  @Test
  void moduleIsReadBackAsItWasWritten() throws IOException {
    byte[] bytes = RuleModuleFile.write(MODULE);

    RuleModule read = RuleModuleFile.read(bytes);

    assertThat(read).usingRecursiveComparison().isEqualTo(MODULE);
    assertThat(RuleModuleFile.write(read)).isEqualTo(bytes);
    assertThat(read.sources()).containsOnlyKeys("Answers", "Does more");
    assertThat(read.words()).contains("answer");
    assertThat(read.links()).containsKeys("io/redress/rules/engine/Draft");
    assertThat(read.links().values()).doesNotContain("");
  }

  @Test
  void tornAndForeignBytesAreNoModule() {
    byte[] bytes = RuleModuleFile.write(MODULE);
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] torn = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      assertThat(RuleModule.current(torn, MODULE.key())).isEmpty();
      byte[] foreign = new byte[random.nextInt(200)];
      random.nextBytes(foreign);
      assertThat(RuleModule.current(foreign, MODULE.key())).isEmpty();
    }
    assertThat(RuleModule.current(Arrays.copyOf(bytes, bytes.length + 1), MODULE.key())).isEmpty();
    assertThat(RuleModule.current(bytes, MODULE.key())).isPresent();
  }

  @Test
  void moduleOfOtherCodeProgramOrJavaIsNotCurrent() {
    SortedMap<String, String> otherProgram = new TreeMap<>(MODULE.links());
    otherProgram.put("io/redress/rules/engine/Draft", "0".repeat(64));

    assertThat(current(MODULE, RuleModule.key(SmallRules.files("")))).isFalse();
    assertThat(current(with(otherProgram, MODULE.java()), MODULE.key())).isFalse();
    assertThat(current(with(MODULE.links(), Runtime.version().feature() + 1), MODULE.key()))
        .isFalse();
    assertThat(current(with(MODULE.links(), Runtime.version().feature()), MODULE.key())).isTrue();
  }

  @Test
  void keyNamesEachFileAndItsContent() {
    assertThat(
            List.of(
                RuleModule.key(Map.of("a.drl", bytes("x"))),
                RuleModule.key(Map.of("b.drl", bytes("x"))),
                RuleModule.key(Map.of("a.drl", bytes("y"))),
                RuleModule.key(Map.of("a.drl", bytes("x"), "b.drl", bytes(""))),
                RuleModule.key(Map.of("a.drl", bytes("x\nb.drl\n0\n")))))
        .doesNotHaveDuplicates();
  }

  private static boolean current(RuleModule module, String key) {
    return RuleModule.current(RuleModuleFile.write(module), key).isPresent();
  }

  private static RuleModule with(SortedMap<String, String> links, int java) {
    return new RuleModule(
        MODULE.key(),
        java,
        links,
        MODULE.files(),
        MODULE.sources(),
        MODULE.tableReferences(),
        MODULE.words());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static RuleModule compiled() {
    List<RuleProblem> problems = new ArrayList<>();
    var module = RuleCompiler.module(CODE, problems);
    assertThat(problems).isEmpty();
    return module.orElseThrow();
  }
}
