package dev.seeder.rows;

/**
 * The words, patterns and templates that {@link MeantTexts} makes texts of, to be read as lists.
 */
final class MeantWords {

  /** Datafaker's templates, and the length from which on there are texts enough. */
  static final String TEMPLATES =
      """
      MIDDLE_NAME   5  #{name.first_name}
      NATIONALITY   9  #{demographic.demonym}
      HOBBY         9  #{hobby.activity}
      SKILL        14  #{job.key_skills}
      SPECIES       6  #{creature.animal.name}
      BREED        12  #{dog.breed}
      PET_NAME      5  #{dog.name}
      TIME_ZONE    15  #{address.time_zone}
      STREET       16  #{address.street_address}
      FULL_ADDRESS 40  #{address.full_address}
      CITY          9  #{address.city}
      STATE         8  #{address.state}
      STATE_CODE    2  #{address.state_abbr}
      POSTCODE      5  #{Address.postcode}
      COUNTRY       7  #{address.country}
      BOOK_TITLE   15  #{book.title}
      MOVIE        12  #{movie.name}
      ALBUM        12  #{music.albums}
      BAND          8  #{music.bands}
      CATEGORY      8  #{commerce.department}
      COLOR         6  #{color.name}
      MATERIAL      7  #{commerce.product_name.material}
      PRODUCT      16  #{commerce.product_name.adjective} #{commerce.product_name.material} #{commerce.product_name.product}
      VEHICLE_MAKE  7  #{vehicle.makes}
      DISH         14  #{food.dish}
      INGREDIENT    8  #{food.ingredients}
      SPORT         8  #{team.sport}
      COMPANY      12  #{company.name}
      INDUSTRY     14  #{company.industry}
      TEAM         16  #{team.name}
      UNIVERSITY   20  #{university.name}
      """;

  /**
   * What there are few of, with how often they come; a shorter list where the first is too long.
   */
  static final String LISTS =
      """
      HONORIFIC: Mr. 45, Ms. 40, Mrs. 10, Dr. 5 | Mr 50, Ms 45, Dr 5
      NAME_SUFFIX: Jr. 50, Sr. 20, II 15, III 15
      GENDER: female 49, male 49, other 2 | F 49, M 49, X 2
      MARITAL_STATUS: single 40, married 45, divorced 10, widowed 5 | S 40, M 45, D 10, W 5
      BLOOD_TYPE: O+ 37, A+ 35, B+ 9, O- 7, A- 6, AB+ 3, B- 2, AB- 1 | O 44, A 41, B 11
      DEGREE: High school 35, Associate 10, Bachelor 35, Master 16, Doctorate 4
      ROLE: user 60, editor 15, manager 10, viewer 8, admin 5, guest 2
      LOCALE: en_US 40, en_GB 15, de_DE 12, fr_FR 10, es_ES 8, it_IT 5, nl_NL 4, pt_BR 4, pl_PL 2
        | en 55, de 12, fr 10, es 8, it 5, nl 4, pt 4, pl 2
      LANGUAGE: English 50, German 10, French 10, Spanish 10, Italian 5, Dutch 3, Portuguese 4,
        Polish 2, Swedish 1, Danish 1, Finnish 1, Japanese 2, Korean 1, Chinese 5, Arabic 2, Hindi 2
        | en 55, de 12, fr 10, es 8, it 5, nl 4, pt 4, pl 2, sv 1, da 1, fi 1, ja 2, ko 1, zh 5, ar 2
      LANGUAGE_CODE: en 55, de 12, fr 10, es 8, it 5, nl 4, pt 4, pl 2, sv 1, da 1, fi 1, ja 2, ko 1,
        zh 5, ar 2, cs 1, el 1, he 1, hi 2, hu 1, nb 1, ro 1, ru 2, th 1, tr 1, uk 1, vi 1
      CONTINENT: Africa 20, Asia 25, Europe 25, North America 14, South America 10, Oceania 5,
        Antarctica 1 | AF 20, AS 25, EU 25, NA 14, SA 10, OC 5, AN 1
      USER_AGENT: Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0 30,
        Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0 10,
        Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:128.0) Gecko/20100101 Firefox/128.0 15,
        Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0 45
      HTTP_METHOD: GET 70, POST 20, PUT 5, DELETE 3, PATCH 2
      MIME_TYPE: image/jpeg 30, application/pdf 25, image/png 20, text/plain 10, text/csv 10,
        application/zip 5 | image/jpeg 40, image/png 30, text/plain 15, text/csv 15
      FILE_EXTENSION: pdf 30, jpg 25, png 20, csv 10, txt 10, zip 5
      GENRE: Drama 16, Comedy 14, Thriller 10, Romance 9, Fantasy 9, Mystery 8, Crime 7, Horror 6,
        Adventure 6, History 5, Biography 5, Music 3, Western 2, Family 4, Poetry 2, Travel 2,
        Documentary 3, Science Fiction 7
      CURRENCY_CODE: USD 40, EUR 35, GBP 10, CHF 5, JPY 4, CAD 3, AUD 3
      SIZE: M 30, L 28, S 20, XL 14, XS 4, XXL 4 | M 40, L 35, S 25
      UNIT: piece 50, kg 15, g 10, litre 8, ml 5, m 5, pack 7 | pc 50, kg 20, g 10, l 10, m 10
      PAYMENT_METHOD: credit card 45, debit card 20, bank transfer 20, cash 10, voucher 5
        | card 65, bank 25, cash 10
      CARD_TYPE: Visa 50, Mastercard 40, Amex 10
      DEPARTMENT: Sales 20, Marketing 12, Finance 10, Engineering 15, Support 12, Production 10,
        Purchasing 6, Logistics 6, Legal 4, Research 5
      ORDER_STATUS: delivered 50, shipped 20, paid 12, new 10, cancelled 8 | D 50, S 20, P 12, N 10, C 8
      PAYMENT_STATUS: paid 75, pending 12, refunded 6, failed 5, cancelled 2
        | paid 80, open 15, void 5 | P 80, O 15, V 5
      TASK_STATUS: done 45, in progress 20, open 30, blocked 5 | done 60, open 40 | D 60, O 40
      JOB_STATUS: COMPLETED 85, FAILED 8, RUNNING 4, PENDING 3 | DONE 90, FAIL 10
      POST_STATUS: published 75, draft 18, archived 7 | live 80, new 20 | P 80, D 20
      STATUS: active 70, inactive 20, pending 10 | A 70, I 20, P 10
      TYPE: standard 50, basic 25, extended 15, special 10 | S 50, B 25, E 15, X 10
      PRIORITY: medium 50, low 30, high 17, urgent 3 | low 30, mid 50, high 20 | M 50, L 30, H 20
      LEVEL: beginner 40, intermediate 35, advanced 25 | low 40, mid 35, high 25
      PLAN: free 50, basic 25, standard 15, premium 10
      FILM_RATING: G 15, PG 25, PG-13 30, R 25, NC-17 5
      DAY_OF_WEEK: Monday 1, Tuesday 1, Wednesday 1, Thursday 1, Friday 1, Saturday 1, Sunday 1
        | Mon 1, Tue 1, Wed 1, Thu 1, Fri 1, Sat 1, Sun 1 | 1 1, 2 1, 3 1, 4 1, 5 1, 6 1, 7 1
      """;

  /** Patterns as those of {@link Values#pattern}, the longest that is short enough. */
  static final String PATTERNS =
      """
      INITIALS ?
      PIN ###### ####
      AREA_CODE ###
      ROOM ###
      SKU ???-#### ??-### ?###
      COUPON ????#### ??####
      TRACKING_NUMBER TRK########## ##########
      CARD_END ####
      CARD_CHECK ###
      BIC TESTDE**
      ACCOUNT_NUMBER ########## ########
      TAX_NUMBER XX######### #########
      IDENTITY_NUMBER 000-##-#### 000######
      LICENSE_PLATE ??-#### ??####
      VIN ZZZ?##?##########
      VERSION #.##.# #.#
      CODE ??-#### ?##### ?#### ?### ?## ?# ?
      """;

  private MeantWords() {}
}
