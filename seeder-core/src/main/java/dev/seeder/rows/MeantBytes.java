package dev.seeder.rows;

import dev.seeder.meaning.Meaning;
import dev.seeder.schema.LiveType;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bytes of a meaning, as a type of bytes takes them. */
final class MeantBytes {

  private static final int UUID_LENGTH = 16;

  /** A picture of one dot, without its colour. */
  private static final byte[] GIF =
      HexFormat.of()
          .parseHex("47494638396101000100800000000000000000" + "2c00000000010001000002024401003b");

  private static final int COLOR = 13;
  private static final int COLORS = 1 << 24;

  private MeantBytes() {}

  /** Returns the bytes of the meaning; null if the column is too short. */
  static @Nullable IndexedValues<byte[]> of(Meaning meaning, LiveType type) {
    return switch (meaning) {
      case PICTURE ->
          type.length() < GIF.length ? null : new RangeValues<>(0, COLORS - 1, MeantBytes::picture);
      case UUID ->
          type.length() < UUID_LENGTH
              ? null
              : new MappedValues<>(new RandomUuids(), MeantBytes::bytes);
      case MD5 -> hash(16, type);
      case SHA1 -> hash(20, type);
      case SHA512 -> hash(64, type);
      default -> hash(32, type);
    };
  }

  private static @Nullable IndexedValues<byte[]> hash(int bytes, LiveType type) {
    int length = type.fixed() ? type.length() : Math.min(bytes, type.length());
    return length < 4 || length > 1_024
        ? null
        : new MappedValues<>(new HexText(2 * length), HexFormat.of()::parseHex);
  }

  private static byte[] picture(long color) {
    byte[] picture = GIF.clone();
    for (int i = 0; i < 3; i++) {
      picture[COLOR + i] = (byte) (color >>> (8 * i));
    }
    return picture;
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(UUID_LENGTH)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }
}
