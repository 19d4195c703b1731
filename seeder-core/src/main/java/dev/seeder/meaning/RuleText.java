package dev.seeder.meaning;

/**
 * Which words mean what: the list that {@link Rules} reads. One text on purpose, to be read and
 * changed as a list; it is longer than other files for that.
 */
final class RuleText {

  /**
   * Tables that hold something, by the last word of their names; the same words tell what a column
   * is about, such as {@code supplier_name}.
   */
  static final String KINDS =
      """
      person: person, people, user, customer, employee, author, actor, member, student, teacher,
        patient, doctor, staff, contact, guest, player, passenger, driver, subscriber, lead,
        candidate, applicant, instructor, professor, participant, attendee, visitor, voter, buyer,
        seller, agent, director, reviewer, recipient, sender, resident, child, parent, friend,
        coach, pilot, nurse, manager, operator, donor, volunteer, individual, profile, salesperson,
        borrower, reader, writer, composer, speaker, lawyer, owner, client, holder, cardholder,
        assignee, approver, supervisor, cashier, consignee, spouse, father, mother, referrer,
        organizer, host, requester, crew, worker, physician, dentist, veterinarian, vet, trainer,
        tutor, mentor, editor, translator, illustrator, photographer, beneficiary, insured,
        relative, colleague, leader, technician, musician, singer, accountant, consultant,
        landlord, witness, judge, children
      company: company, organization, organisation, supplier, vendor, manufacturer, publisher,
        employer, firm, business, partner, shipper, carrier, brand, airline, bank, agency,
        merchant, corporation, distributor, provider, sponsor, competitor, institution, insurer,
        studio, dealer, restaurant, hotel, maker, tenant
      product: product, item, article, part, merchandise, sku, good
      book: book
      film: film, movie, show, series, dvd
      album: album
      band: artist, band, performer
      track: track, song, playlist, episode, video, chapter
      order: order, sale, purchase, rental, shipment, delivery, cart, basket
      payment: payment, invoice, transaction, bill, refund, transfer, charge, payout
      task: task, ticket, issue, todo, bug, case, request, assignment, project, incident
      job: job, execution, run, process, workflow, batch
      post: post, page, news, blog, story, document, comment, review, advert, listing
      event: event, course, lesson, campaign, meeting, conference, workshop, exam, session,
        lecture, seminar, tour, exhibition, milestone
      stay: booking, reservation, stay, visit
      country: country, nation
      city: city, town, municipality
      state: state, province, region, county, district, territory
      continent: continent
      place: location, store, shop, branch, office, warehouse, venue, site, airport, station, port
      street: street
      category: category, subcategory
      department: department, division
      genre: genre
      word: tag, keyword, label, topic, hashtag, theme
      role: role
      language: language
      currency: currency
      color: color, colour
      skill: skill
      hobby: hobby, interest
      team: team, club
      university: university, college, school, faculty
      pet: pet, animal, dog, cat
      dish: dish, recipe, meal, food
      ingredient: ingredient
      sport: sport, discipline
      industry: industry, sector
      file: file, image, attachment, upload, photo, asset, media
      web: server, machine, node
      plan: plan, subscription, tier, membership
      type: type, kind, status, level
      """;

  /**
   * The rules, the better ones first: a meaning, the kind of table that it needs, and names.
   *
   * <p>A name is found as the whole or as the last words of a column's name; after {@code =} as the
   * whole only. After {@code ~} it is something that happens, and stands for itself, with at, on,
   * date, time, timestamp. After {@code ?} it is something that is true or not. After {@code @} it
   * is for columns of times only.
   */
  static final String RULES =
      """
      FIRST_NAME: first name, given name, forename, christian name, name first, =first
      MIDDLE_NAME: middle name, name middle, second name, =middle
      LAST_NAME: last name, surname, family name, maiden name, birth name, name last
      FULL_NAME: full name, display name, real name, holder name, name full, =author, =owner,
        =sender, =recipient, =assignee, =reviewer, =reporter, =director, =instructor, =teacher,
        =composer, =attention, =approver, =contact, =contact person, =supervisor, =cashier,
        =salesperson, =cardholder, =card holder, =account holder, =signed by, =ship name,
        =billing name, =shipping name, =coach, =doctor, =manager, =organizer, =customer, =passenger, =patient, =guest, =emergency contact, =sales representative
      FULL_NAME person: name
      INITIALS: middle initial, initial
      JOB: job title, position title, occupation, profession, designation, contact title,
        role title, =job
      JOB person: title, position
      HONORIFIC: salutation, honorific, title of courtesy, courtesy title, name prefix
      HONORIFIC person: title, =prefix
      NAME_SUFFIX: name suffix
      NAME_SUFFIX person: =suffix
      GENDER: gender, sex
      AGE: age
      NATIONALITY: nationality, citizenship
      MARITAL_STATUS: marital status, civil status
      BLOOD_TYPE: blood type, blood group
      DEGREE: degree, education, education level
      HOBBY: hobby
      HOBBY hobby: name
      SKILL: skill
      SKILL skill: name
      BIO: bio, biography, about, about me
      BODY_HEIGHT person: =height
      BODY_WEIGHT person: =weight
      SPECIES: species
      BREED: breed
      PET_NAME pet: name

      EMAIL: email, email address, email id, mail address, e mail, e mail address, =mail
      USERNAME: username, user name, login, login name, login id, account name, logon, logon name,
        nickname, nick name, nick, screen name, handle, =alias, nicename, user login, created by,
        updated by, modified by, last modified by, changed by, approved by, deleted by, closed by,
        assigned by, added by, entered by, inserted by, installed by,
        locked by, reviewed by, uploaded by, edited by, published by, submitted by
      PASSWORD: password, password hash, encrypted password, hashed password, password digest,
        password encrypted, passphrase
      TOKEN: token, api key, secret, access key, secret key, session key, nonce, salt, public key,
        private key, server key, cache key, lock key, lookup key, encryption key,
        activation key, session id, client secret, wallet address, contract address, bitcoin address
      MD5: md 5, md 5 hash, md 5 sum
      SHA1: sha 1, sha 1 hash
      SHA256: sha 256, sha 256 hash, sha 256 sum
      SHA512: sha 512, sha 512 hash
      HASH: hash, checksum, digest, fingerprint, etag, e tag, signature, hash code
      PIN: pin, pin code, otp, verification code, one time code
      ROLE: role, role name, user role
      ROLE role: name, code
      LOCALE: locale, culture
      LANGUAGE_CODE: language code, iso language
      LANGUAGE_CODE language: =code, =iso
      LANGUAGE: language, language name
      LANGUAGE language: name
      TIME_ZONE: time zone, timezone, tz
      UUID: uuid, guid
      ID: id, identifier

      AREA_CODE: area code
      PHONE: phone, phone number, mobile, mobile number, cell, cell number, fax, fax number,
        contact number, whatsapp, landline
      ADDRESS_2: address 2, address line 2, street 2, street line 2, line 2, apartment, =suite,
        unit number, address supplement, street address 2
      FULL_ADDRESS: full address, postal address, complete address, formatted address
      IP: ip, ip address, ipv 4, remote address, client address, host address, server address
      IPV6: ipv 6, ipv 6 address
      MAC_ADDRESS: mac, mac address
      URL: web address
      STREET: street, street address, street name, address, address line, address line 1,
        address 1, street 1, street line 1, =line 1
      STREET street: name
      HOUSE_NUMBER: house number, building number, street number
      ROOM: room, room number
      FLOOR: floor, =storey
      CITY: city, town, locality, municipality, city name, birth place, birthplace, hometown,
        destination, =origin, =location, =capital
      CITY city: name
      CITY place: name
      STATE_CODE: state code, state abbreviation, province code, state province code
      STATE_CODE state: =code, =abbreviation
      STATE addressed: state
      STATE: address state, province, state province, state name, region, county, prefecture, =district
      STATE state: name
      POSTCODE: postcode, post code, postal code, zip, zip code
      COUNTRY_CODE: country code, country iso, iso country, country iso code, country id,
        =iso code, iso 2, iso 3, alpha 2, alpha 3
      COUNTRY_CODE country: =code, =code 2, =code 3, =abbreviation, =iso, =code iso 2, =code iso 3
      COUNTRY: country, country name, nation
      COUNTRY country: name
      CONTINENT: continent
      CONTINENT continent: name
      LATITUDE: latitude
      LONGITUDE: longitude
      ALTITUDE: altitude, elevation

      PICTURE: image, photo, picture, avatar, thumbnail, logo, =cover, image url, photo url,
        picture url, avatar url, thumbnail url, logo url, cover url, =icon, banner, portrait
      URL: url, uri, link, website, homepage, home page, web site, permalink, href, referrer,
        referer, webhook
      DOMAIN: domain, domain name, hostname, host name, server name, fqdn, =host, server host,
        mail host, smtp host, smtp server, mail server, =dns, dns name
      DOMAIN web: =name
      PORT: port
      USER_AGENT: user agent
      SLUG: slug
      HTTP_STATUS: http status, http status code, status code, response code, response status,
        http code
      HTTP_METHOD: http method, request method
      MIME_TYPE: mime type, content type, mime
      FILE_NAME: file name, filename, original filename, original name, document name,
        attachment name
      FILE_NAME file: name, =title
      FILE_PATH: file path, path, directory, folder
      FILE_EXTENSION: file extension, file type
      FILE_EXTENSION file: =extension, =type
      FILE_SIZE: file size, size byte, byte, content length, size in byte
      FILE_SIZE file: =size
      SETTINGS: metadata, setting, configuration, =preference, =property, =attribute, =option, payload,
        json, =parameter, custom field, =extra
      DATA: data

      BOOK_TITLE book: title, name
      MOVIE film: title, name
      ALBUM: =album
      ALBUM album: title, name
      BAND: =artist, =band
      BAND band: name
      TITLE: title, headline, heading, subject, subject line, =caption
      TITLE track: name
      TITLE event: name
      TITLE task: name
      TITLE post: name, title
      DESCRIPTION: description, summary, abstract, excerpt, overview, synopsis, short description,
        reason, explanation, remark, note, comment, instruction, feedback, message, reply, answer,
        question, subtitle, tagline, slogan, catch phrase, motto, caption, =detail, short text, =error, last error, =exception
      ARTICLE: body, content, =text, full text, long description, html, markdown, review text,
        body text, article text, review body
      WORD: tag, keyword, =label, topic, hashtag, theme
      WORD word: name, title, =label
      DEPARTMENT: department, department name, division
      DEPARTMENT department: name
      CATEGORY: category, category name, subcategory, product line
      CATEGORY category: name, title
      GENRE: genre, genre name
      GENRE genre: name

      RATE: tax rate, vat rate, interest rate, discount rate, commission rate, commission percent,
        discount percent, discount, vat, tax percent, =rate, tax percentage, =commission
      PRICE: price, unit price, list price, =cost, unit cost, standard cost, rental rate,
        replacement cost, supply cost, fee, charge, fare, shipping cost, freight, nightly rate,
        hourly rate, daily rate, msrp, price each, cost, toll
      SALARY: salary, wage, annual salary, income, base pay, =pay, compensation
      BUDGET: budget, revenue, turnover, profit, funding, credit limit, gnp, gdp, sales amount,
        market cap, net worth
      BALANCE: balance, account balance
      AMOUNT: amount, total, subtotal, sub total, grand total, total due, =net, =gross, sum,
        tax amount, =tax, line total, deposit, refund, tip, bonus, total price, extended price
      PERCENT: percent, percentage, progress, completion, humidity
      PROBABILITY: probability, confidence, likelihood
      STOCK: stock, stock count, inventory, units in stock, units on order, reorder level,
        reorder point, stock level, on hand, quantity on hand, in stock, quantity in stock,
        stock quantity, available quantity
      QUANTITY: quantity, =units, quantity ordered, quantity received, quantity sold
      CURRENCY_CODE: currency, currency code, iso currency
      CURRENCY_CODE currency: =code, =iso code
      SKU: sku, product code, item code, article number, product number, part number, model number,
        item number, style code
      BARCODE: barcode, ean, gtin, upc, ean 13, ean code, upc code
      ISBN: isbn, isbn 13, isbn 10
      TRACKING_NUMBER: tracking number, tracking code, tracking id, waybill number
      ACCOUNT_NUMBER: account number, routing number, sort code
      CARD_NUMBER: card number, credit card number, credit card
      CARD_END: last 4, last four, card last four digit, last 4 digit
      CARD_CHECK: cvv, cvc, security code
      CARD_TYPE: card type, card brand, credit card type
      IBAN: iban
      BIC: bic, swift, swift code, bic code
      TAX_NUMBER: vat id, vat number, tax id, tax number, ein, tin, fiscal code
      IDENTITY_NUMBER: ssn, social security number, national id, national id number,
        passport number, driver license number, license number, identity number, personal id,
        personal number, id card number
      LICENSE_PLATE: license plate, plate number, registration plate, plate
      VIN: vin, vehicle identification number
      COUPON: coupon, coupon code, promo code, promotion code, voucher, voucher code, discount code,
        gift code, referral code, invite code, invitation code
      DOCUMENT_NUMBER: number, reference, booking reference, confirmation code, booking code,
        order code, external reference
      PRODUCT: product, product name, item name, article name, =item
      PRODUCT product: name, title
      COMPANY: company, company name, organization, organization name, organisation, employer,
        business name, vendor, supplier, manufacturer, publisher, brand, trade name, =bank,
        =airline, =carrier, =insurer, =shipper, =agency, institution, =merchant, legal name
      COMPANY company: name
      INDUSTRY: industry, =sector
      INDUSTRY industry: name
      TEAM: =team, team name, =club
      TEAM team: name
      UNIVERSITY: university, =college, =school, school name
      UNIVERSITY university: name
      COLOR: color, color name
      COLOR color: name
      COLOR_CODE: color code, hex color, color hex
      COLOR_CODE color: =code, =hex
      SIZE: =size, shirt size, clothing size, shoe size
      MATERIAL: material, fabric
      UNIT: =unit, unit of measure, measure unit, uom, unit of measurement
      WEIGHT: weight, net weight, gross weight
      DIMENSION: height, width, depth, =length, diameter, thickness
      AREA: area, surface area, square meter
      DISTANCE: distance, mileage, odometer
      TEMPERATURE: temperature
      PAYMENT_METHOD: payment method, payment type, pay method
      VEHICLE_MAKE: =make, car make, vehicle make
      DISH: =dish
      DISH dish: name, title
      INGREDIENT ingredient: name
      SPORT: sport
      SPORT sport: name
      NAME: =name

      ORDER_STATUS order: status, state
      ORDER_STATUS stay: status, state
      PAYMENT_STATUS payment: status, state
      TASK_STATUS task: status, state
      JOB_STATUS job: status, state
      POST_STATUS post: status, state
      STATUS: status, state
      TYPE type: name
      TYPE: type, kind
      PRIORITY: priority, severity, urgency, importance
      PLAN: plan, tier, subscription plan, membership level, customer type, =membership
      PLAN plan: name
      LEVEL: level, difficulty
      FILM_RATING film: =rating
      RATING: rating, star, review score
      SCORE: score, point, grade
      RANK: rank, position, sort order, display order, sort, ordinal, sequence, order index,
        sort index, line number, sequence number, =order, =step, =ordering
      PAGES: =page, page count
      COUNT: count, visit, view, like, hit, click, download, follower, attempt,
        retry, failure, vote, capacity, seat, win, loss, goal, copy, bedroom, bathroom, door
      POPULATION: population, inhabitant
      VERSION: version, revision, lock version, row version, revision number, version number, =opt lock
      CODE: code, =abbreviation, =symbol, short code

      MOSTLY_TRUE: ?active, ?enabled, ?verified, ?confirmed, ?valid, ?approved, ?available,
        ?visible, ?published, ?public, ?current, ?in stock, ?activated, ?accepted, ?success,
        ?successful, ?completed
      SELDOM_TRUE: ?deleted, ?archived, ?blocked, ?banned, ?locked, ?disabled, ?suspended, ?hidden,
        ?expired, ?cancelled, ?canceled, ?discontinued, ?spam, ?removed, ?closed, ?frozen, ?admin,
        ?administrator, ?superuser, ?staff, ?failed, ?error, ?obsolete, ?deprecated, ?test,
        ?internal, ?rejected, ?revoked, ?dead, ?duplicate, ?reported, ?draft
      SOMETIMES_TRUE: ?subscribed, ?newsletter, ?opt in, ?featured, ?premium, ?required, ?optional,
        ?default, ?primary, ?read, ?paid, ?shipped, ?recurring, ?urgent, ?private, ?manual, ?gift,
        ?refunded, ?returned, ?sold, ?pinned, ?sticky, ?favorite, ?online, ?anonymous, ?vip
      TRUE_OR_FALSE: ?official, ?taxable, ?done, ?processed, ?open, ?seen

      OPENS_AT: ~open, ~opens, ~opening
      CLOSES_AT: ~close, ~closes, ~closing
      LAST_SEEN_AT: ~last login, ~last seen, ~last visit, ~last visited, ~last access,
        ~last accessed, ~last active, ~last activity, ~last used, ~last sign in, ~last logon,
        ~last run, ~last logged in
      UPDATED_AT: ~updated, ~update, ~last update, ~last updated, ~modified, ~last modified,
        ~changed, ~last changed, ~change, ~edited, ~last edited, ~edit, ~last edit, ~modification, ~modify, ~revised,
        ~last modification, ~last change
      CHECKED_IN_AT: ~check in, ~checkin, ~checked in
      CHECKED_IN_AT stay: ~arrival
      CHECKED_OUT_AT: ~check out, ~checkout, ~checked out
      CHECKED_OUT_AT stay: ~departure
      BORN_ON: ~birth, ~birthday, ~born, =birth day, birthdate
      DIED_ON: ~death, ~died
      HIRED_ON: ~hire, ~hired, ~employment, ~employed
      FOUNDED_ON: ~founded, ~established, ~founding, ~incorporated
      PUBLISHED_AT: ~published, ~publish, ~publication, ~release, ~released, ~premiere
      PAID_AT: ~paid, ~payment
      SHIPPED_AT: ~shipped, ~ship, ~shipping, ~shipment, ~dispatched, ~dispatch
      DUE_AT: ~due, ~deadline, ~required, ~estimated delivery, ~expected, ~promised, ~planned,
        ~scheduled, ~target, ~commit, ~payment due
      DELIVERED_AT: ~delivered, ~delivery, ~receipt
      RETURNED_AT: ~returned, ~return
      EXPIRES_AT: ~expires, ~expire, ~expiry, ~expiration, ~valid to, ~valid until,
        ~valid through, ~renewal, ~renews
      DELETED_AT: ~deleted, ~deletion, ~archived, ~cancelled, ~canceled, ~cancellation, ~disabled,
        ~banned, ~suspended, ~removed, ~revoked, ~discontinued, ~deactivated, ~locked, ~blocked,
        ~rejected, ~failed
      ORDERED_AT: ~order, ~ordered, ~invoice, ~purchase, ~purchased, ~sale, ~sold, ~booking,
        ~booked, ~transaction, ~issued, ~issue
      STARTED_AT: ~start, ~started, ~starts, ~begin, ~began, ~begins, ~from, ~valid from,
        ~effective, ~effective from, ~since, ~rental, ~departure, ~enrollment, ~enrolled, ~opening,
        ~opened, ~loan, ~admission
      ENDED_AT: ~end, ~ended, ~ends, ~finish, ~finished, ~completed, ~completion, ~to, ~until,
        ~thru, ~arrival, ~stop, ~stopped, ~resolved, ~closed, ~termination, ~terminated, ~closing,
        ~close, ~discharge, ~left
      CONFIRMED_AT: ~confirmed, ~verified, ~approved, ~accepted, ~activated, ~activation,
        ~approval, ~read, ~processed, ~sent, ~answered, ~reviewed, ~signed
      CREATED_AT: ~created, ~creation, ~create, ~inserted, ~insert, ~added, ~registered,
        ~registration, ~signup, ~sign up, ~joined, ~join, ~joining, ~entry, ~submitted,
        ~submission, ~posted, ~post, ~uploaded, ~upload, ~recorded, ~logged, ~entered,
        =member since, ~listed, ~received, ~requested, ~request, ~installed, ~applied, ~comment, ~review
      TIME_OF_DAY: time
      HAPPENED_AT: at, timestamp, date time, date, @time, @on
      BIRTH_YEAR: birth year
      EXPIRY_YEAR: expiry year, expiration year
      YEAR: year, =founded, =established
      MONTH: month
      DAY_OF_WEEK: day of week, weekday, week day
      DAY_OF_MONTH: =day, day of month
      HOUR: =hour, hour of day
      FILM_MINUTES film: =length, =duration, =runtime, =running time
      SECONDS track: =length, =duration
      MILLISECONDS: millisecond, millis, duration ms, elapsed ms, latency ms, =latency, time ms,
        response time, execution time, processing time
      SECONDS: seconds, second, timeout, ttl, lifespan, expires in, time to live
      DAYS: days, rental duration, loan period, days to manufacture
      MINUTES: minutes, duration, runtime, running time, elapsed time
      HOURS: hours
      MONTHS: months
      """;

  /** Other spellings: what is written short, or in one word. */
  static final String SHORT =
      """
      fname=first name, firstname=first name, lname=last name, lastname=last name,
      mname=middle name, uname=user name, nm=name, minit=middle initial,
      addr=address, adr=address, strt=street,
      tel=phone, telephone=phone, telefon=phone, ph=phone, phn=phone, cellphone=cell,
      qty=quantity, qnty=quantity, amt=amount, desc=description, descr=description, dscr=description,
      dob=birth date, birthdt=birth date, dod=death date, pwd=password, passwd=password, pass=password,
      psw=password, nbr=number, num=number, nr=number, nmbr=number, cd=code, cde=code, dt=date,
      dte=date, ts=timestamp, tm=time, datetime=date time, dttm=date time, pct=percent, prc=price,
      perc=percent, lat=latitude, lon=longitude, lng=longitude, long=longitude, msg=message,
      txt=text, org=organization, dept=department, dep=department, mgr=manager, emp=employee,
      cust=customer, prod=product, acct=account, acc=account, inv=invoice, img=image, pic=picture,
      tot=total, bal=balance, curr=currency, ccy=currency, cntry=country, ctry=country,
      lang=language, loc=location, cnt=count, upd=updated, mod=modified, crt=created, cre=created,
      ins=inserted, del=deleted, reg=registered, exp=expiry, eff=effective, yr=year, mo=month,
      mth=month, hr=hour, hrs=hours, min=minimum, max=maximum, avg=average, mins=minutes, secs=seconds,
      sec=second, ext=extension, pos=position, seq=sequence, ver=version, ref=reference,
      sal=salary, comm=commission, disc=discount, prov=province, apt=apartment, ste=suite, bldg=building,
      cat=category, categ=category, mfr=manufacturer, mfgr=manufacturer, uid=user id,
      attr=attribute, prop=property, props=property, config=configuration, cfg=configuration,
      param=parameter, params=parameter, prefs=preference, opts=option, stat=status, sts=status,
      temp=temperature, wgt=weight, wt=weight, vol=volume, freq=frequency, hostname=host name,
      zipcode=zip code, postalcode=postal code, birthdate=birth date, createdat=created at,
      updatedat=updated at, createdon=created on, updatedon=updated on, isactive=is active,
      validfrom=valid from, validto=valid to, dateofbirth=birth date, placeofbirth=birth place,
      activebool=active, passwordhash=password hash, acctbal=account balance,
      supplycost=supply cost,
      availqty=available quantity, colour=color, organisation=organization, po=purchase order, co=company, dest=destination, orig=origin, req=required,
      deliv=delivery, dlvry=delivery, recv=received, rcvd=received, trans=transaction,
      txn=transaction, trx=transaction, tx=transaction, pmt=payment, pymt=payment
      """;

  /** Words around a name that do not change what it is. */
  static final String AROUND =
      """
      home, work, office, business, private, personal, primary, secondary, main, alternate,
      alternative, backup, emergency, billing, shipping, ship, bill, delivery, mailing, new,
      old, previous, current, original, default, preferred, local, official, short, base, total,
      usd, eur, gbp, chf, net, gross, utc, gmt, minimum, maximum, average, estimated, expected,
      actual, planned, in, cent, en, de, fr, es, it, raw, from, to, public, internal, external,
      global, native, english, recovery, user, account, login, daily, monthly, yearly, annual,
      weekly, last, lowest, highest, low, high, permanent, temporary, residential, legal, ms, retail,
      wholesale, special, suggested, market, regular, reduced, final, cm, mm, km, kg, lb, ft, sqm,
      celsius, fahrenheit
      """;

  /** Words that a table's name ends with and that say nothing. */
  static final String NOISE =
      """
      entity, tbl, table, info, master, mst, dim, fact, header, record, list, history, archive, log,
      model, bak, copy, directory, register, t, tb
      """;

  private RuleText() {}
}
