package io.redress.security.access;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/** Compares names of people and systems. */
public final class PrincipalNames {
  private static final SpoofChecker SPOOF_CHECKER = new SpoofChecker.Builder().build();

  private PrincipalNames() {}

  /**
   * Whether a reader could take one name for the other: they differ only in case, blanks, or
   * letters that look alike (Unicode Technical Standard 39).
   */
  public static boolean confusable(String name, String other) {
    return skeleton(name).equals(skeleton(other));
  }

  private static String skeleton(String name) {
    String plain = Normalizer2.getNFKCInstance().normalize(name).strip().replaceAll("\\s+", " ");
    return UCharacter.foldCase(SPOOF_CHECKER.getSkeleton(UCharacter.foldCase(plain, true)), true);
  }
}
