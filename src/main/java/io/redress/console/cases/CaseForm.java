package io.redress.console.cases;

import io.redress.check.testcase.ExpectedPart;
import io.redress.platform.text.InvisibleCharacters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form for a new test case. */
public class CaseForm {
  @RestForm @Nullable String decision;
  @RestForm @Nullable String id;
  @RestForm @Nullable String title;
  @RestForm @Nullable String source;
  @RestForm @Nullable String comment;

  /** An existing file; empty for a new one. */
  @RestForm @Nullable String file;

  @RestForm @Nullable String newFile;
  @RestForm @Nullable List<String> part;

  /** Of a case that is written from nothing. */
  @RestForm @Nullable String version;

  @RestForm @Nullable String facts;
  @RestForm @Nullable String resolution;
  @RestForm @Nullable String discount;
  @RestForm @Nullable String refund;
  @RestForm @Nullable String pieces;
  @RestForm @Nullable String goods;
  @RestForm @Nullable String caseStatus;
  @RestForm @Nullable String more;

  /** Replaces control characters and trims. */
  static String tidied(@Nullable String text) {
    return text == null ? "" : InvisibleCharacters.blankedInFreeText(text).strip();
  }

  Set<ExpectedPart> parts() {
    List<String> chosen = part == null ? List.of() : part;
    return Arrays.stream(ExpectedPart.values())
        .filter(one -> chosen.contains(one.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ExpectedPart.class)));
  }

  boolean inNewFile() {
    return tidied(file).isEmpty();
  }
}
