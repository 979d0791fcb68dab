package io.redress.console;

/**
 * Where one is in a long list.
 *
 * @param page from 1
 * @param size of a page
 * @param total of the list
 * @param before the address of a page, up to its number
 * @param after the address, from there on
 */
public record Pager(int page, int size, long total, String before, String after) {

  /** How many pages there are, one at least. */
  public long pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  public boolean single() {
    return pages() == 1 && page == 1;
  }

  public boolean first() {
    return page == 1;
  }

  public boolean more() {
    return page < pages();
  }

  /** The page before this one, or the last one for who is beyond it. */
  public String previous() {
    return address(Math.min(page - 1L, pages()));
  }

  public String next() {
    return address(page + 1L);
  }

  private String address(long number) {
    return before + number + after;
  }
}
