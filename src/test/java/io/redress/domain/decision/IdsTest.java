package io.redress.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.platform.text.Sha256;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void aDecisionIdIsAWholeUuid() {
    String text = "01890a5d-ac96-774b-bcce-b302099a8057";
    assertThat(DecisionId.parse(text)).contains(UUID.fromString(text));
    assertThat(DecisionId.parse("1-1-1-1-1")).isEmpty();
    assertThat(DecisionId.parse(text + "0")).isEmpty();
  }

  @Test
  void aVersionIsTheBeginningOfTheHash() {
    String hash = Sha256.of("rules");
    String version = RuleSetId.of(hash).version();
    assertThat(RuleSetId.isVersion(version)).isTrue();
    assertThat(RuleSetId.isVersion(hash)).isFalse();
    assertThat(RuleSetId.versionIn(version)).contains(version);
    assertThat(RuleSetId.versionIn(hash)).contains(version);
    assertThat(RuleSetId.versionIn(hash.substring(0, 13))).isEmpty();
    assertThat(RuleSetId.versionIn("active")).isEmpty();
  }

  @Test
  void aCodeIsInCapitalsAndBeginsWithALetter() {
    assertThat(Code.isValid("LOST_2")).isTrue();
    assertThat(Code.isValid("2_LOST")).isFalse();
    assertThat(Code.isValid("Lost")).isFalse();
  }
}
