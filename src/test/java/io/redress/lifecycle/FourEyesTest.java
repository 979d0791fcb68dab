package io.redress.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.People;
import io.redress.security.access.PrincipalNames;
import io.redress.security.audit.Actor;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FourEyesTest {

  @ParameterizedTest
  @CsvSource({
    "Ed, CANDIDATE, false",
    "ed, CANDIDATE, false",
    "Eva, CANDIDATE, true",
    "Ed, RETIRED, true"
  })
  void proposerMayNotActivateCandidate(String name, RuleSetStatus status, boolean may) {
    assertThat(may(true, sent("Ed", status), name)).isEqualTo(may);
    assertThat(may(false, sent("Ed", status), name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Ed, false", "ED, false", "Eva, true"})
  void thoseWhoWriteToTheFolderAreAuthorsOfWhatComesFromIt(String name, boolean may) {
    StoredRuleSet saved = sent(Actor.FOLDER, RuleSetStatus.CANDIDATE);

    assertThat(may(true, saved, name)).isEqualTo(may);
    assertThat(may(true, sent("Eva", RuleSetStatus.CANDIDATE), "Ed")).isTrue();
    assertThat(may(true, sent(Actor.FOLDER, RuleSetStatus.RETIRED), name)).isTrue();
    assertThat(fourEyes(true).objection(List.of(saved), Actor.within(Actor.FOLDER))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Ed, CONTINUED, false",
    "ED, ARCHIVED, false",
    "Eva, CONTINUED, false",
    "Ann, CONTINUED, true",
    "Ed, RETIRED, true"
  })
  void authorsOfEarlierStagesMayNotActivateEither(String name, RuleSetStatus status, boolean may) {
    List<StoredRuleSet> stages = List.of(sent("Eva", RuleSetStatus.CANDIDATE), sent("Ed", status));

    assertThat(fourEyes(true).objection(stages, new Actor(name, "", "request")).isEmpty())
        .isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({"Ed, false", "folder, false", "local, true", "Eva, true"})
  void keysThatAuthorsCreatedSinceMakeNoSecondPerson(String author, boolean may) {
    assertThat(may(true, sent(author, RuleSetStatus.CANDIDATE), "Key of Ed")).isEqualTo(may);
    assertThat(may(true, sent(author, RuleSetStatus.RETIRED), "Key of Ed")).isTrue();
  }

  private static boolean may(boolean on, StoredRuleSet ruleSet, String name) {
    return fourEyes(on).objection(List.of(ruleSet), new Actor(name, "", "request")).isEmpty();
  }

  private static FourEyes fourEyes(boolean on) {
    return new FourEyes(() -> on, () -> on, List.of("Ed"), new KeysOf());
  }

  /** Each person may hold the key of that name, and the users of this machine all of them. */
  private record KeysOf() implements People {
    @Override
    public boolean same(String name, String other) {
      return PrincipalNames.confusable(name, other);
    }

    @Override
    public boolean mayStandFor(String person, String name, Instant since) {
      return name.equals("Key of " + person)
          || name.startsWith("Key of ") && person.equals(Actor.LOCAL);
    }
  }

  private static StoredRuleSet sent(String author, RuleSetStatus status) {
    return new StoredRuleSet(
        "0123456789ab", "", status, Instant.EPOCH, author, "Why", null, List.of(), "{}");
  }
}
