package io.redress.dispute;

/** One of the two sides of an order. */
public enum Party {
  BUYER,
  SELLER
}
