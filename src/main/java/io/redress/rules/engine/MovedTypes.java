package io.redress.rules.engine;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The packages in which earlier releases had the types that DRL names. Rule sets are kept forever
 * and must still compile, so their old names are replaced before Drools reads them.
 */
final class MovedTypes {
  private static final Map<String, String> PACKAGES =
      Map.of(
          "dispute", "io.redress.domain.dispute.",
          "decision", "io.redress.domain.decision.",
          "engine", "io.redress.rules.engine.");

  private static final String ACTION_TYPE = "io.redress.domain.dispute.ActionType";

  private static final Pattern OLD_NAME =
      Pattern.compile("\\bio\\.redress\\.(dispute|decision|engine)\\.(?=[A-Z*])");

  private static final Pattern OLD_PACKAGE =
      Pattern.compile("\\bimport\\s+io\\.redress\\.domain\\.decision\\.\\*");

  private static final Pattern OLD_TYPE =
      Pattern.compile("\\bio\\.redress\\.domain\\.decision\\.ActionType\\b");

  private MovedTypes() {}

  /** The same DRL, line by line, with today's names. */
  static String renamed(String drl) {
    String renamed = OLD_NAME.matcher(drl).replaceAll(old -> PACKAGES.get(old.group(1)));
    renamed = OLD_PACKAGE.matcher(renamed).replaceAll("$0; import " + ACTION_TYPE);
    return OLD_TYPE.matcher(renamed).replaceAll(ACTION_TYPE);
  }
}
