package io.redress.rules.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Compiles the DRL and native decision tables of rule sets. Rule sets with the same code share one
 * compilation.
 *
 * <p>Nothing needs to be disposed: modules are removed from Drools' registries as soon as they are
 * compiled, so compiled rules are garbage collected, with their classes, when no rule set or
 * decision uses them.
 */
public final class RuleCompiler {
  /** Drools requires the path of a file to match its package. */
  private static final String FOLDER = "io/redress/rules/";

  /** Compiled rules by paths and contents of their files, for as long as a rule set uses them. */
  private static final Cache<Map<String, ByteBuffer>, CompiledRules> COMPILED =
      Caffeine.newBuilder().weakValues().executor(Runnable::run).build();

  private RuleCompiler() {}

  /**
   * Compiles every {@code *.drl} and {@code *.drl.xlsx}, or returns the rules compiled from the
   * same files.
   *
   * @param files the rule set's files by path
   * @param tables the tables that rules may ask
   * @param problems receives all problems; with any, the result is empty
   */
  public static Optional<CompiledRules> compile(
      Map<String, byte[]> files, Tables tables, List<RuleProblem> problems) {
    int before = problems.size();
    Map<String, byte[]> code = new TreeMap<>(files);
    code.keySet().removeIf(file -> !RuleCode.isCode(file));
    if (code.isEmpty()) {
      problems.add(
          RuleProblem.ofFile(
              "*.drl", ProblemCode.FILE_MISSING, "there is no DRL file.", "Add the flow."));
    }
    Optional<CompiledRules> rules = compiledOnce(code, problems);
    rules.ifPresent(compiled -> problems.addAll(compiled.missingTables(tables)));
    return rules.filter(compiled -> problems.size() == before);
  }

  private static Optional<CompiledRules> compiledOnce(
      Map<String, byte[]> files, List<RuleProblem> problems) {
    Map<String, ByteBuffer> key = new HashMap<>();
    files.forEach((file, bytes) -> key.put(file, ByteBuffer.wrap(bytes)));
    CompiledRules known = COMPILED.getIfPresent(key);
    return known != null ? Optional.of(known) : compiledNow(key, files, problems);
  }

  /** Builds one module at a time, as Drools requires; the cache may have the result by then. */
  private static synchronized Optional<CompiledRules> compiledNow(
      Map<String, ByteBuffer> key, Map<String, byte[]> files, List<RuleProblem> problems) {
    return Optional.ofNullable(
        COMPILED.get(key, built -> compileAll(files, problems).orElse(null)));
  }

  private static Optional<CompiledRules> compileAll(
      Map<String, byte[]> files, List<RuleProblem> problems) {
    int before = problems.size();
    RuleCode code = RuleCode.read(files, problems);
    return problems.size() == before && !files.isEmpty()
        ? build(code.drl(), problems)
            .map(
                base ->
                    new CompiledRules(base, code.sources(), code.tableReferences(), code.words()))
        : Optional.empty();
  }

  private static Optional<KieBase> build(Map<String, String> drl, List<RuleProblem> problems) {
    KieServices services = KieServices.get();
    ReleaseId release = services.newReleaseId("io.redress", "rules", UUID.randomUUID().toString());
    KieFileSystem folder = services.newKieFileSystem();
    folder.generateAndWritePomXML(release);
    drl.forEach(
        (file, text) ->
            folder.write(
                "src/main/resources/" + FOLDER + file.replaceFirst("\\.drl\\.xlsx$", ".xlsx.drl"),
                text));
    try {
      KieBuilder builder =
          services
              .newKieBuilder(folder, RuleCompiler.class.getClassLoader())
              .buildAll(ExecutableModelProject.class);
      var errors = builder.getResults().getMessages(Message.Level.ERROR);
      errors.forEach(error -> problems.add(problem(error)));
      if (!errors.isEmpty()) {
        return Optional.empty();
      }
      guard(((KieBuilderImpl) builder).getTrgMfs());
      return Optional.of(base(services, release));
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  private static void guard(MemoryFileSystem compiled) {
    compiled.getFilePaths().stream()
        .filter(path -> path.asString().endsWith(".class"))
        .forEach(
            path -> compiled.write(path, CheckpointWriter.guarded(compiled.getBytes(path)), true));
  }

  /** Disposes the container, which Drools would keep forever. */
  private static KieBase base(KieServices services, ReleaseId release) {
    KieContainer container = services.newKieContainer(release, RuleCompiler.class.getClassLoader());
    try {
      return container.getKieBase();
    } finally {
      container.dispose();
    }
  }

  private static RuleProblem problem(Message message) {
    String path = message.getPath() == null ? "*.drl" : message.getPath();
    String file = path.replaceFirst(".*" + FOLDER, "").replaceFirst("\\.xlsx\\.drl$", ".drl.xlsx");
    return RuleProblem.ofLine(
        file,
        Math.max(1, message.getLine()),
        ProblemCode.DRL_COMPILE,
        "",
        message.getText().strip().lines().findFirst().orElse("it cannot be compiled."),
        "Correct the rule.");
  }
}
