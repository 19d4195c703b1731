package dev.seeder.meaning;

/** The types of columns, as far as a meaning cares. */
public enum Shape {
  TEXT,
  /** Numbers without decimals. */
  WHOLE,
  /** Numbers with decimals. */
  NUMBER,
  /** Truth values. */
  FLAG,
  /** Dates. */
  DAY,
  /** Dates with a time. */
  MOMENT,
  /** Times of day. */
  CLOCK,
  UUID,
  BYTES,
  JSON,
  /** Addresses of the internet. */
  ADDRESS
}
