package io.redress.rules.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.platform.text.Sha256;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import io.redress.rules.table.Tables;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModuleProvider;
import org.drools.compiler.kie.builder.impl.KieBuilderImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.util.PortablePath;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;

/**
 * Compiles the DRL and native decision tables of rule sets. Rule sets with the same code share one
 * compilation, which can be kept for the next start; that of the shipped code is part of the
 * program.
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

  private static volatile CompiledRulesStore store = CompiledRulesStore.NONE;

  private RuleCompiler() {}

  /**
   * Has rules that are compiled from now on kept in a store, and taken from it.
   *
   * @param kept {@link CompiledRulesStore#NONE} to keep none
   */
  public static void keepIn(CompiledRulesStore kept) {
    store = kept;
  }

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
        COMPILED.get(key, built -> loadOrCompile(files, problems).orElse(null)));
  }

  /** From what the program ships or the store keeps, otherwise by compiling. */
  static Optional<CompiledRules> loadOrCompile(
      Map<String, byte[]> files, List<RuleProblem> problems) {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    String key = RuleModule.key(files);
    Optional<RuleModule> known = ShippedRules.find(key).or(() -> kept(key));
    if (known.isPresent()) {
      return known.map(RuleCompiler::load);
    }
    Optional<RuleModule> compiled = module(files, problems);
    compiled.ifPresent(module -> store.keep(keptAs(key), RuleModuleFile.write(module)));
    return compiled.map(RuleCompiler::load);
  }

  /** Returns the version of Drools, which runs the rules. */
  public static String engineVersion() {
    return RuleModule.drools();
  }

  private static Optional<RuleModule> kept(String key) {
    return store.find(keptAs(key)).flatMap(bytes -> RuleModule.current(bytes, key));
  }

  private static String keptAs(String key) {
    return Sha256.of(key + Runtime.version());
  }

  /**
   * Compiles code, whether or not the result is known.
   *
   * @param files all of them code
   * @param problems receives all problems; with any, the result is empty
   */
  static Optional<RuleModule> module(Map<String, byte[]> files, List<RuleProblem> problems) {
    int before = problems.size();
    RuleCode code = RuleCode.read(files, problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    String key = RuleModule.key(files);
    return build(release(key), code.drl(), problems)
        .map(classes -> RuleModule.of(key, code, classes));
  }

  private static ReleaseId release(String key) {
    return KieServices.get().newReleaseId("io.redress", "rules", key);
  }

  /** Returns the files of the compiled module, with checkpoints in its classes. */
  private static Optional<SortedMap<String, byte[]>> build(
      ReleaseId release, Map<String, String> drl, List<RuleProblem> problems) {
    KieServices services = KieServices.get();
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
              .newKieBuilder(folder, new CompilerClassLoader())
              .buildAll(ExecutableModelProject.class);
      var errors = builder.getResults().getMessages(Message.Level.ERROR);
      errors.forEach(error -> problems.add(problem(error)));
      return errors.isEmpty()
          ? Optional.of(guarded(((KieBuilderImpl) builder).getTrgMfs()))
          : Optional.empty();
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  private static SortedMap<String, byte[]> guarded(MemoryFileSystem compiled) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (PortablePath path : compiled.getFilePaths()) {
      byte[] content = compiled.getBytes(path);
      String name = path.asString();
      files.put(name, name.endsWith(".class") ? CheckpointWriter.guarded(content) : content);
    }
    return files;
  }

  /** Loads the classes of a module. The container is disposed: Drools would keep it forever. */
  static CompiledRules load(RuleModule module) {
    KieServices services = KieServices.get();
    ReleaseId release = release(module.key());
    MemoryFileSystem files = new MemoryFileSystem();
    module.files().forEach((path, content) -> files.write(PortablePath.of(path), content));
    KieModuleModel settings = services.newKieModuleModel();
    KieBuilderImpl.setDefaultsforEmptyKieModule(settings);
    services.getRepository().addKieModule(InternalKieModuleProvider.get(release, settings, files));
    try {
      KieContainer container =
          services.newKieContainer(release, RuleCompiler.class.getClassLoader());
      try {
        return new CompiledRules(
            container.getKieBase(), module.sources(), module.tableReferences(), module.words());
      } finally {
        container.dispose();
      }
    } finally {
      services.getRepository().removeKieModule(release);
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
