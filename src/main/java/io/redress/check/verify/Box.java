package io.redress.check.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A product of value sets, one for each column: it holds the facts whose value in every column is
 * in that column's set. A set is a bit set over the column's {@link Domain}.
 */
public final class Box {
  private final long[][] sides;

  Box(long[][] sides) {
    this.sides = sides;
  }

  /** The set of values in a column. */
  public long[] side(int column) {
    return sides[column];
  }

  int columns() {
    return sides.length;
  }

  /** Returns this box with the set of one column replaced. */
  public Box with(int column, long[] side) {
    long[][] changed = sides.clone();
    changed[column] = side;
    return new Box(changed);
  }

  /** Whether no facts are in this box. */
  public boolean isEmpty() {
    return Arrays.stream(sides).anyMatch(side -> Arrays.stream(side).allMatch(word -> word == 0));
  }

  /** Whether the boxes have facts in common. */
  public boolean intersects(Box other) {
    for (int column = 0; column < sides.length; column++) {
      if (!intersect(sides[column], other.sides[column])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the other box holds all facts of this one. */
  public boolean within(Box other) {
    return sidesBeyond(other) == 0;
  }

  /** In how many columns this box, which is not empty, has values that the other has not. */
  public int sidesBeyond(Box other) {
    int beyond = 0;
    for (int column = 0; column < sides.length; column++) {
      if (beyond(sides[column], other.sides[column])) {
        beyond++;
      }
    }
    return beyond;
  }

  /** In how many columns the boxes have no value in common. */
  int sidesApart(Box other) {
    int apart = 0;
    for (int column = 0; column < sides.length; column++) {
      if (!intersect(sides[column], other.sides[column])) {
        apart++;
      }
    }
    return apart;
  }

  /** The facts that are in both boxes. */
  public Box intersection(Box other) {
    long[][] common = new long[sides.length][];
    for (int column = 0; column < sides.length; column++) {
      common[column] = and(sides[column], other.sides[column]);
    }
    return new Box(common);
  }

  /** Returns this box with the other's values of one column added to its own. */
  public Box joined(int column, Box other) {
    return with(column, or(sides[column], other.sides[column]));
  }

  /**
   * Subtracts a box that intersects this one. Returns disjoint boxes, one for each column in which
   * this box has values that the other has not.
   */
  public List<Box> without(Box other) {
    List<Box> left = new ArrayList<>();
    Box rest = this;
    for (int column = 0; column < sides.length; column++) {
      if (beyond(sides[column], other.sides[column])) {
        left.add(rest.with(column, andNot(sides[column], other.sides[column])));
        rest = rest.with(column, and(sides[column], other.sides[column]));
      }
    }
    return left;
  }

  static boolean intersect(long[] one, long[] other) {
    for (int word = 0; word < one.length; word++) {
      if ((one[word] & other[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean beyond(long[] one, long[] other) {
    for (int word = 0; word < one.length; word++) {
      if ((one[word] & ~other[word]) != 0) {
        return true;
      }
    }
    return false;
  }

  private static long[] and(long[] one, long[] other) {
    long[] both = one.clone();
    for (int word = 0; word < both.length; word++) {
      both[word] &= other[word];
    }
    return both;
  }

  private static long[] or(long[] one, long[] other) {
    long[] either = one.clone();
    for (int word = 0; word < either.length; word++) {
      either[word] |= other[word];
    }
    return either;
  }

  private static long[] andNot(long[] one, long[] other) {
    long[] rest = one.clone();
    for (int word = 0; word < rest.length; word++) {
      rest[word] &= ~other[word];
    }
    return rest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Box box && Arrays.deepEquals(sides, box.sides);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(sides);
  }
}
