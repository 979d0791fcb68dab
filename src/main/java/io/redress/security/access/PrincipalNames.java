package io.redress.security.access;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/** Names of people and systems. */
public final class PrincipalNames {
  private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

  private PrincipalNames() {}

  /**
   * Whether a reader would take them for the same: with other capitals, other blanks, or letters of
   * another alphabet that look alike (Unicode Technical Standard 39).
   */
  public static boolean confusable(String name, String other) {
    return looks(name).equals(looks(other));
  }

  private static String looks(String name) {
    String plain = Normalizer2.getNFKCInstance().normalize(name).strip().replaceAll("\\s+", " ");
    return UCharacter.foldCase(LOOKS.getSkeleton(UCharacter.foldCase(plain, true)), true);
  }
}
