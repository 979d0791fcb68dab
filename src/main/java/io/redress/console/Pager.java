package io.redress.console;

/**
 * Links to the previous and next page of a list.
 *
 * @param page from 1
 * @param size rows of a page
 * @param total rows of the list
 * @param before the address of a page, up to the page number
 * @param after the address, after the page number
 */
public record Pager(int page, int size, long total, String before, String after) {

  /** The number of pages, at least 1. */
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

  /** The previous page, or the last one if this page is beyond the end. */
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
