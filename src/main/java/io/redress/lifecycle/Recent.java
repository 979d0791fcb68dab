package io.redress.lifecycle;

import java.util.LinkedHashMap;
import java.util.Map;

/** The most recently used entries, up to a limit; not safe for concurrent use. */
public final class Recent<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;
  private static final int USUAL_CAPACITY = 16;
  private static final float USUAL_LOAD = 0.75f;

  private final int most;

  public Recent(int most) {
    super(USUAL_CAPACITY, USUAL_LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
