package dev.seeder.schema;

import java.util.List;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column as the database has it.
 *
 * @param kind what its values are
 * @param name what the database calls it, such as {@code character varying(20)}
 * @param binding jOOQ's type, by which values are bound; its Java type is what values must be of
 * @param length the most characters or bytes, of arrays elements; {@link Integer#MAX_VALUE} if
 *     there is no limit worth knowing
 * @param fixed whether values always have this length
 * @param precision the digits of a number, 0 if there is no limit; of a time, the digits behind its
 *     second
 * @param scale the digits behind the decimal point; negative for whole tens, hundreds, ...
 * @param low the lowest value of an integer type
 * @param high the highest value of an integer type, {@link Long#MAX_VALUE} if beyond
 * @param labels the values of an enum, in their order
 * @param element what an array or a range is made of; null for all others
 */
public record LiveType(
    Kind kind,
    String name,
    DataType<?> binding,
    int length,
    boolean fixed,
    int precision,
    int scale,
    long low,
    long high,
    List<String> labels,
    @Nullable LiveType element) {

  /** Makes a type; the labels are copied. */
  public LiveType {
    labels = List.copyOf(labels);
  }

  /** What values of a type are, and of which Java type the binding takes them. */
  public enum Kind {
    /** {@code String}. */
    TEXT,
    /** {@code Byte, Short, Integer, Long} or {@code BigInteger}, as the binding says. */
    INTEGER,
    /** {@code BigDecimal}, money among them. */
    DECIMAL,
    /** {@code Double} or {@code Float}. */
    FLOAT,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code LocalDate}. */
    DATE,
    /** {@code LocalTime} or {@code OffsetTime}. */
    TIME,
    /** {@code LocalDateTime} or {@code OffsetDateTime}. */
    TIMESTAMP,
    /** {@code String} of days and a time, such as {@code 3 04:05:06}. */
    INTERVAL,
    /** {@code java.util.UUID}. */
    UUID,
    /** {@code byte[]}. */
    BINARY,
    /** {@code String} of zeros and ones. */
    BITS,
    /** {@code org.jooq.JSON}, {@code org.jooq.JSONB} or {@code String}. */
    JSON,
    /** {@code String}. */
    XML,
    /** {@code String}, one of the labels. */
    ENUM,
    /** {@code Object[]} of the element's Java type. */
    ARRAY,
    /** {@code String} of two elements, such as {@code [1,5)}: the upper one is not part of it. */
    RANGE,
    /** {@code String}: an IPv4 or IPv6 address. */
    ADDRESS,
    /** {@code String}: an IPv4 or IPv6 network, such as {@code 192.0.2.0/24}. */
    NETWORK,
    /** {@code String} of six or eight bytes in hex, with colons, as long as the length says. */
    MAC_ADDRESS,
    /** {@code String} of two coordinates, such as {@code (1.5,2.5)}. */
    POINT,
    /** {@code String}: any text will do. */
    SEARCH_TEXT,
    /** {@code String} of texts by texts, such as {@code "a"=>"1", "b"=>"2"}. */
    MAP,
    /** {@code String} in the database's own notation, which nobody here knows. */
    OTHER
  }
}
