package io.redress.lifecycle.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.domain.decision.RuleSetId;
import io.redress.platform.request.LogLines;
import io.redress.rules.ruleset.RuleSetFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastKnownGoodFileTest {
  @TempDir private Path folder;

  @Test
  void lastCopyIsReadBackUnchanged() {
    LastKnownGoodFile lastKnownGood =
        new LastKnownGoodFile(folder.resolve("not").resolve("there yet"));
    lastKnownGood.keep(rules("first"));
    lastKnownGood.keep(rules("second"));

    assertThat(lastKnownGood.read())
        .hasValueSatisfying(
            copy -> {
              assertThat(copy.ruleSet()).isEqualTo(rules("second").ruleSet());
              assertThat(copy.files().hash()).isEqualTo(rules("second").files().hash());
            });
  }

  @Test
  void missingFileIsEmpty() {
    assertThat(new LastKnownGoodFile(folder).read()).isEmpty();
  }

  @Test
  void incompleteTemporaryFileIsNeverRead() throws IOException {
    LastKnownGoodFile lastKnownGood = new LastKnownGoodFile(folder);
    lastKnownGood.keep(rules("whole"));
    Files.write(folder.resolve("last-good.zip.tmp"), new byte[] {'P', 'K', 3});
    assertThat(lastKnownGood.read())
        .map(RuleSetSnapshot::ruleSet)
        .contains(rules("whole").ruleSet());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void damagedCopyIsReadUnchangedOrNotAtAll(long seed) throws IOException {
    LastKnownGoodFile lastKnownGood = new LastKnownGoodFile(folder);
    RuleSetSnapshot rules = rules("whole");
    lastKnownGood.keep(rules);
    Path file = folder.resolve("last-good.zip");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      boolean cut = random.nextInt(3) == 0;
      Files.write(file, cut ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
      assertThat(lastKnownGood.read().map(copy -> copy.files().hash()).orElse(rules.files().hash()))
          .isEqualTo(rules.files().hash());
    }
  }

  @Test
  void contentOfDamagedCopyIsNotLogged() throws IOException {
    Path file = folder.resolve("last-good.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("rule-set.json"));
      zip.write("{\"status\": \"Anna\"}".getBytes(StandardCharsets.UTF_8));
    }
    try (LogLines log = LogLines.recording()) {
      assertThat(new LastKnownGoodFile(folder).read()).isEmpty();
      assertThat(log.with(file + " cannot be read: com.fasterxml.jackson")).hasSize(1);
      assertThat(log.with("Anna")).isEmpty();
    }
  }

  private static RuleSetSnapshot rules(String remark) {
    RuleSetFiles files =
        RuleSetFiles.of(
            Map.of(
                "letters/en.txt", remark.repeat(100).getBytes(StandardCharsets.UTF_8),
                "rule-set.json", "{}".getBytes(StandardCharsets.UTF_8)));
    RuleSetId id = RuleSetId.of(files.hash());
    return new RuleSetSnapshot(
        new StoredRuleSet(
            id.version(),
            id.hash(),
            RuleSetStatus.ACTIVE,
            Instant.parse("2026-11-24T20:00:00.123Z"),
            "test",
            remark,
            null,
            List.of("a blocker"),
            "{}"),
        files);
  }
}
