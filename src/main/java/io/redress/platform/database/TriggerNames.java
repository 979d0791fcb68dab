package io.redress.platform.database;

import java.util.Map;
import org.h2.util.JdbcUtils;
import org.h2.util.Utils;

/**
 * Maps the class names that the migrations of the embedded database give to its triggers to the
 * classes that do the work. Databases store these names, so a class can move and the names cannot.
 */
final class TriggerNames implements Utils.ClassFactory {
  private static final Map<String, Class<?>> CLASSES =
      Map.of(
          "io.redress.database.AppendOnly", AppendOnly.class,
          "io.redress.database.KeptUnlessCut", AppendOnlyUntilTruncated.class,
          "io.redress.database.KeptUnlessCutOrMoved", AppendOnlyUntilMoved.class);

  private TriggerNames() {}

  /** Registers the names with H2, before anything connects. */
  static void register() {
    JdbcUtils.addClassFactory(new TriggerNames());
  }

  @Override
  public boolean match(String name) {
    return CLASSES.containsKey(name);
  }

  @Override
  public Class<?> loadClass(String name) throws ClassNotFoundException {
    Class<?> found = CLASSES.get(name);
    if (found == null) {
      throw new ClassNotFoundException(name);
    }
    return found;
  }
}
