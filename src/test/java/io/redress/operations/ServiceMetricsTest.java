package io.redress.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.database.Database;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("service")
class ServiceMetricsTest {
  @Inject ActiveRules active;
  @Inject Database database;

  @Test
  void onlyTheActiveRuleSetHasASeries() {
    RuleSet shipped = active.current().orElseThrow();
    RuleSetFiles files =
        RuleSetFiles.read(Path.of("rules"), Path.of("test-cases"), new ArrayList<>());
    for (int i = 0; i < 3; i++) {
      byte[] changed = ("package io.redress.rules\n// " + i).getBytes(StandardCharsets.UTF_8);
      active.activate(
          RuleSet.read(files.with(Map.of("remark.drl", changed)), new ArrayList<>()).orElseThrow());
    }
    active.activate(shipped);
    assertThat(ScrapedMetrics.series("redress_ruleset_active"))
        .containsExactly("redress_ruleset_active{version=\"" + shipped.id().version() + "\"} 1.0");
  }

  @Test
  void connectionsInUseAreMeasured() {
    double before = ScrapedMetrics.value("redress_pool_active");
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute("select 1");
              assertThat(ScrapedMetrics.value("redress_pool_active")).isGreaterThan(before);
            });
    // 16, of which two are for storing decisions alone.
    assertThat(ScrapedMetrics.value("redress_pool_most")).isEqualTo(14);
    assertThat(ScrapedMetrics.names()).contains("redress_pool_available", "redress_pool_awaiting");
  }

  @Test
  void jvmIsMeasured() {
    assertThat(ScrapedMetrics.names())
        .contains(
            "process_uptime_seconds",
            "process_cpu_usage",
            "jvm_memory_used_bytes",
            "jvm_gc_pause_seconds_count",
            "jvm_threads_live_threads",
            "jvm_info_total");
  }
}
