package io.redress.console.rulesets;

/**
 * Where one is in a long list.
 *
 * @param page from 1
 * @param size of a page
 * @param total of the list
 */
public record Pager(int page, int size, long total) {

  /** How many pages there are, one at least. */
  public long pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  public boolean single() {
    return pages() == 1 && page == 1;
  }

  public boolean more() {
    return page < pages();
  }

  /** The page before this one, or the last one for who is beyond it; 0 on the first. */
  public long previous() {
    return Math.min(page - 1, pages());
  }

  public int next() {
    return page + 1;
  }
}
