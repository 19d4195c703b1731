package dev.seeder.rows;

import dev.seeder.random.CellRandom;
import dev.seeder.random.Permutation;
import java.util.UUID;

/** UUIDs of random bits (RFC 9562, version 4). */
record RandomUuids() implements IndexedValues<UUID> {

  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 1L << 63;
  private static final long VARIANT_BITS = 62;

  @Override
  public UUID value(Draw draw) {
    return uuid(draw.random().nextLong(), draw.random().nextLong());
  }

  @Override
  public long size() {
    return 1L << VARIANT_BITS;
  }

  @Override
  public UUID at(long index) {
    return uuid(CellRandom.mix(index), new Permutation(0, size()).at(index));
  }

  private static UUID uuid(long high, long low) {
    return new UUID((high & ~0xf000L) | VERSION_4, (low & (VARIANT - 1) >>> 1) | VARIANT);
  }
}
