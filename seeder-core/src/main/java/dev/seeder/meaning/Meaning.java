package dev.seeder.meaning;

import static dev.seeder.meaning.Shape.ADDRESS;
import static dev.seeder.meaning.Shape.BYTES;
import static dev.seeder.meaning.Shape.CLOCK;
import static dev.seeder.meaning.Shape.DAY;
import static dev.seeder.meaning.Shape.FLAG;
import static dev.seeder.meaning.Shape.MOMENT;
import static dev.seeder.meaning.Shape.NUMBER;
import static dev.seeder.meaning.Shape.TEXT;
import static dev.seeder.meaning.Shape.WHOLE;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the values of a column are. */
public enum Meaning {
  // people
  FIRST_NAME(TEXT),
  MIDDLE_NAME(TEXT),
  LAST_NAME(TEXT),
  FULL_NAME(TEXT),
  INITIALS(TEXT),
  HONORIFIC(TEXT),
  NAME_SUFFIX(TEXT),
  GENDER(TEXT),
  AGE(WHOLE),
  NATIONALITY(TEXT),
  MARITAL_STATUS(TEXT),
  BLOOD_TYPE(TEXT),
  JOB(TEXT),
  DEGREE(TEXT),
  HOBBY(TEXT),
  SKILL(TEXT),
  BIO(TEXT),
  BODY_HEIGHT(WHOLE, NUMBER),
  BODY_WEIGHT(WHOLE, NUMBER),
  SPECIES(TEXT),
  BREED(TEXT),
  PET_NAME(TEXT),

  // accounts
  EMAIL(TEXT),
  USERNAME(TEXT),
  PASSWORD(TEXT, BYTES),
  TOKEN(TEXT, BYTES),
  HASH(TEXT, BYTES),
  MD5(TEXT, BYTES),
  SHA1(TEXT, BYTES),
  SHA256(TEXT, BYTES),
  SHA512(TEXT, BYTES),
  PIN(TEXT, WHOLE),
  ROLE(TEXT),
  LOCALE(TEXT),
  LANGUAGE(TEXT),
  LANGUAGE_CODE(TEXT),
  TIME_ZONE(TEXT),
  UUID(TEXT, Shape.UUID, BYTES),
  ID(TEXT, Shape.UUID),

  // how to reach and where
  PHONE(TEXT, WHOLE),
  AREA_CODE(TEXT, WHOLE),
  STREET(TEXT),
  ADDRESS_2(TEXT),
  FULL_ADDRESS(TEXT),
  HOUSE_NUMBER(TEXT, WHOLE),
  ROOM(TEXT, WHOLE),
  FLOOR(WHOLE),
  CITY(TEXT),
  STATE(TEXT),
  STATE_CODE(TEXT),
  POSTCODE(TEXT, WHOLE),
  COUNTRY(TEXT),
  COUNTRY_CODE(TEXT),
  CONTINENT(TEXT),
  LATITUDE(NUMBER),
  LONGITUDE(NUMBER),
  ALTITUDE(WHOLE, NUMBER),

  // the web
  URL(TEXT),
  PICTURE(TEXT, BYTES),
  DOMAIN(TEXT),
  IP(TEXT, ADDRESS),
  IPV6(TEXT, ADDRESS),
  MAC_ADDRESS(TEXT),
  PORT(WHOLE),
  USER_AGENT(TEXT),
  SLUG(TEXT),
  HTTP_STATUS(WHOLE, TEXT),
  HTTP_METHOD(TEXT),
  MIME_TYPE(TEXT),
  FILE_NAME(TEXT),
  FILE_PATH(TEXT),
  FILE_EXTENSION(TEXT),
  FILE_SIZE(WHOLE, NUMBER),
  SETTINGS(TEXT, Shape.JSON),
  DATA(Shape.JSON),

  // words
  TITLE(TEXT),
  NAME(TEXT),
  BOOK_TITLE(TEXT),
  MOVIE(TEXT),
  ALBUM(TEXT),
  BAND(TEXT),
  DESCRIPTION(TEXT),
  ARTICLE(TEXT),
  WORD(TEXT),
  CATEGORY(TEXT),
  GENRE(TEXT),

  // trade
  PRICE(WHOLE, NUMBER),
  AMOUNT(WHOLE, NUMBER),
  BALANCE(WHOLE, NUMBER),
  SALARY(WHOLE, NUMBER),
  BUDGET(WHOLE, NUMBER),
  RATE(WHOLE, NUMBER),
  PERCENT(WHOLE, NUMBER),
  PROBABILITY(NUMBER),
  QUANTITY(WHOLE, NUMBER),
  STOCK(WHOLE, NUMBER),
  CURRENCY_CODE(TEXT),
  SKU(TEXT),
  BARCODE(TEXT, WHOLE),
  ISBN(TEXT, WHOLE),
  DOCUMENT_NUMBER(TEXT, WHOLE),
  TRACKING_NUMBER(TEXT),
  COUPON(TEXT),
  PRODUCT(TEXT),
  COLOR(TEXT),
  COLOR_CODE(TEXT),
  SIZE(TEXT),
  MATERIAL(TEXT),
  UNIT(TEXT),
  WEIGHT(WHOLE, NUMBER),
  DIMENSION(WHOLE, NUMBER),
  AREA(WHOLE, NUMBER),
  DISTANCE(WHOLE, NUMBER),
  TEMPERATURE(WHOLE, NUMBER),
  PAYMENT_METHOD(TEXT),
  CARD_TYPE(TEXT),
  CARD_NUMBER(TEXT),
  CARD_END(TEXT, WHOLE),
  CARD_CHECK(TEXT, WHOLE),
  IBAN(TEXT),
  BIC(TEXT),
  ACCOUNT_NUMBER(TEXT),
  TAX_NUMBER(TEXT),
  IDENTITY_NUMBER(TEXT),
  LICENSE_PLATE(TEXT),
  VIN(TEXT),
  VEHICLE_MAKE(TEXT),
  DISH(TEXT),
  INGREDIENT(TEXT),
  SPORT(TEXT),

  // organisations
  COMPANY(TEXT),
  INDUSTRY(TEXT),
  DEPARTMENT(TEXT),
  TEAM(TEXT),
  UNIVERSITY(TEXT),

  // states, ranks and numbers of things
  ORDER_STATUS(TEXT),
  PAYMENT_STATUS(TEXT),
  TASK_STATUS(TEXT),
  JOB_STATUS(TEXT),
  POST_STATUS(TEXT),
  STATUS(TEXT, WHOLE),
  TYPE(TEXT),
  PRIORITY(TEXT, WHOLE),
  LEVEL(TEXT, WHOLE),
  PLAN(TEXT),
  FILM_RATING(TEXT),
  RATING(WHOLE, NUMBER),
  SCORE(WHOLE, NUMBER),
  RANK(WHOLE),
  COUNT(WHOLE),
  PAGES(WHOLE),
  POPULATION(WHOLE),
  VERSION(WHOLE, TEXT),
  CODE(TEXT),
  /** Nine of ten are true: active. */
  MOSTLY_TRUE(FLAG, WHOLE, TEXT),
  /** Half of them are true. */
  TRUE_OR_FALSE(FLAG, WHOLE, TEXT),
  /** Three of ten are true: subscribed. */
  SOMETIMES_TRUE(FLAG, WHOLE, TEXT),
  /** Three of a hundred are true: deleted. */
  SELDOM_TRUE(FLAG, WHOLE, TEXT),

  // times
  CREATED_AT(Kinds.TIMES),
  UPDATED_AT(Kinds.TIMES),
  ORDERED_AT(Kinds.TIMES),
  PAID_AT(Kinds.TIMES),
  SHIPPED_AT(Kinds.TIMES),
  DELIVERED_AT(Kinds.TIMES),
  RETURNED_AT(Kinds.TIMES),
  STARTED_AT(Kinds.TIMES),
  ENDED_AT(Kinds.TIMES),
  CHECKED_IN_AT(Kinds.TIMES),
  CHECKED_OUT_AT(Kinds.TIMES),
  EXPIRES_AT(Kinds.TIMES),
  DUE_AT(Kinds.TIMES),
  DELETED_AT(Kinds.TIMES),
  CONFIRMED_AT(Kinds.TIMES),
  PUBLISHED_AT(Kinds.TIMES),
  LAST_SEEN_AT(Kinds.TIMES),
  BORN_ON(Kinds.TIMES),
  HIRED_ON(Kinds.TIMES),
  DIED_ON(Kinds.TIMES),
  FOUNDED_ON(Kinds.TIMES),
  /** Something that was once. */
  HAPPENED_AT(Kinds.TIMES),
  OPENS_AT(CLOCK),
  CLOSES_AT(CLOCK),
  TIME_OF_DAY(CLOCK),
  YEAR(WHOLE, TEXT),
  BIRTH_YEAR(WHOLE, TEXT),
  EXPIRY_YEAR(WHOLE, TEXT),
  MONTH(WHOLE),
  DAY_OF_MONTH(WHOLE),
  DAY_OF_WEEK(WHOLE, TEXT),
  HOUR(WHOLE),
  MILLISECONDS(WHOLE, NUMBER),
  SECONDS(WHOLE, NUMBER),
  MINUTES(WHOLE, NUMBER),
  FILM_MINUTES(WHOLE, NUMBER),
  HOURS(WHOLE, NUMBER),
  DAYS(WHOLE, NUMBER),
  MONTHS(WHOLE, NUMBER);

  private static final Map<Meaning, List<Meaning>> EARLIER =
      Map.ofEntries(
          Map.entry(UPDATED_AT, List.of(CREATED_AT, ORDERED_AT, STARTED_AT)),
          Map.entry(PAID_AT, List.of(ORDERED_AT, CREATED_AT)),
          Map.entry(SHIPPED_AT, List.of(ORDERED_AT, CREATED_AT)),
          Map.entry(DELIVERED_AT, List.of(SHIPPED_AT, ORDERED_AT, CREATED_AT)),
          Map.entry(
              RETURNED_AT, List.of(DELIVERED_AT, SHIPPED_AT, STARTED_AT, ORDERED_AT, CREATED_AT)),
          Map.entry(ENDED_AT, List.of(STARTED_AT, CREATED_AT)),
          Map.entry(CHECKED_OUT_AT, List.of(CHECKED_IN_AT, STARTED_AT)),
          Map.entry(CLOSES_AT, List.of(OPENS_AT)),
          Map.entry(EXPIRES_AT, List.of(STARTED_AT, ORDERED_AT, CREATED_AT)),
          Map.entry(DUE_AT, List.of(ORDERED_AT, STARTED_AT, CREATED_AT)),
          Map.entry(DELETED_AT, List.of(ORDERED_AT, STARTED_AT, CREATED_AT)),
          Map.entry(CONFIRMED_AT, List.of(ORDERED_AT, CREATED_AT)),
          Map.entry(LAST_SEEN_AT, List.of(CREATED_AT, HIRED_ON)),
          Map.entry(HIRED_ON, List.of(BORN_ON)),
          Map.entry(DIED_ON, List.of(BORN_ON)));

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final Set<Shape> shapes;

  Meaning(Shape first, Shape... others) {
    shapes = Set.copyOf(EnumSet.of(first, others));
  }

  Meaning(Set<Shape> shapes) {
    this.shapes = shapes;
  }

  /** Returns whether a column of this type may mean this. */
  public boolean takes(Shape shape) {
    return shapes.contains(shape);
  }

  /** Returns whether it is a time. */
  public boolean isTime() {
    return takes(DAY);
  }

  /** Returns what a row has before this, the nearest first: creation before updates. */
  public List<Meaning> earlier() {
    return EARLIER.getOrDefault(this, List.of());
  }

  /** Sets that several meanings share: an enum's own constants come before its fields. */
  private static final class Kinds {

    static final Set<Shape> TIMES = Set.of(DAY, MOMENT, CLOCK, TEXT, WHOLE);

    private Kinds() {}
  }
}
