package io.redress.dispute;

/** The two complaints that every marketplace knows. */
public enum DisputeType {
  NOT_RECEIVED,
  NOT_AS_DESCRIBED
}
