-- A rental shop whose rules are CHECK constraints: lists, ranges, comparisons, lengths, patterns,
-- sums, and what must be there when something else is.

create table product (
  id bigint auto_increment primary key,
  product_code varchar(10) not null unique
    check (upper(product_code) = product_code and char_length(product_code) between 4 and 10),
  name varchar(80) not null check (char_length(name) >= 3),
  category varchar(20) not null
    check (category in ('tools', 'garden', 'party', 'camping')),
  price numeric(8, 2) not null,
  discount numeric(8, 2) default 0 not null,
  tax_rate numeric(4, 3) not null check (tax_rate >= 0 and tax_rate < 1),
  rating smallint check (rating in (1, 2, 3, 4, 5)),
  in_stock integer not null,
  on_loan integer not null,
  check (price > 0),
  check (discount >= 0 and discount <= price),
  constraint product_stock check (in_stock >= 0 and on_loan between 0 and in_stock)
);

create table customer (
  id bigint auto_increment primary key,
  full_name varchar(100) not null check (trim(full_name) <> ''),
  email varchar(120) not null unique check (email like '%_@_%.__%'),
  website varchar(200) check (website like 'https://%' or website like 'http://%'),
  phone varchar(20) not null check (phone regexp '^[+][1-9][0-9]{6,14}$'),
  birth_date date check (birth_date > '1900-01-01' and birth_date < '2020-01-01'),
  kind char(1) not null,
  company_name varchar(100),
  vat_id varchar(14),
  check (kind in ('P', 'C')),
  check (kind = 'P' or (company_name is not null and vat_id is not null)),
  check (vat_id regexp binary '^[A-Z]{2}[0-9]{8,12}$')
);

create table rental (
  id bigint auto_increment primary key,
  customer_id bigint not null references customer (id),
  status varchar(10) not null,
  starts_on date not null,
  ends_on date not null,
  picked_up_at datetime,
  returned_at datetime,
  cancelled_at datetime,
  check (status in ('booked', 'running', 'returned', 'cancelled')),
  constraint rental_period check (starts_on < ends_on),
  check (returned_at is null or (picked_up_at is not null and returned_at > picked_up_at)),
  check (status <> 'cancelled' or cancelled_at is not null),
  check (status not in ('running', 'returned') or picked_up_at is not null),
  check ((status = 'returned') = (returned_at is not null))
);

create table rental_line (
  rental_id bigint not null references rental (id),
  line_no smallint not null check (line_no between 1 and 99),
  product_id bigint not null references product (id),
  quantity integer not null check (quantity between 1 and 500),
  unit_price numeric(8, 2) not null check (unit_price >= 0.01),
  total numeric(12, 2) not null,
  primary key (rental_id, line_no),
  check (total = unit_price * quantity)
);

-- Paid in exactly one of three ways.
create table payment (
  id bigint auto_increment primary key,
  rental_id bigint not null references rental (id),
  amount numeric(10, 2) not null check (amount > 0),
  card_number varchar(19),
  iban varchar(34),
  voucher_code varchar(12),
  captured_at datetime,
  refunded_at datetime,
  check (
    (case when card_number is null then 0 else 1 end)
      + (case when iban is null then 0 else 1 end)
      + (case when voucher_code is null then 0 else 1 end) = 1
  ),
  check (refunded_at is null or captured_at is not null and refunded_at >= captured_at)
);

-- Either a percentage or an amount.
create table voucher (
  voucher_code varchar(12) primary key,
  percent_off smallint,
  amount_off numeric(8, 2),
  valid_from date not null,
  valid_to date,
  uses_left integer not null,
  uses_total integer not null,
  check ((percent_off is null) <> (amount_off is null)),
  check (percent_off between 1 and 100),
  check (amount_off > 0),
  check (valid_to is null or valid_to >= valid_from),
  check (uses_total >= 1 and uses_left >= 0 and uses_left <= uses_total),
  check (char_length(voucher_code) = 12),
  check (voucher_code regexp binary '^[A-Z0-9]+$')
);

-- Money goes from one account to another.
create table account_transfer (
  id bigint auto_increment primary key,
  from_account integer not null,
  to_account integer not null,
  amount numeric(10, 2) not null,
  fee numeric(10, 2) not null,
  net_amount numeric(10, 2) not null,
  check (from_account <> to_account),
  check (not (amount <= 0)),
  check (fee >= 0 and fee < amount),
  check (net_amount = amount - fee)
);

create table depot (
  id bigint auto_increment primary key,
  depot_name varchar(60) not null unique,
  latitude numeric(8, 6) not null check (latitude between -90 and 90),
  longitude numeric(9, 6) not null check (longitude between -180 and 180),
  opens_at smallint not null check (opens_at between 0 and 23),
  closes_at smallint not null check (closes_at between 1 and 24),
  min_temperature integer,
  target_temperature integer,
  max_temperature integer,
  check (opens_at < closes_at),
  check (min_temperature <= target_temperature and target_temperature <= max_temperature),
  check (coalesce(max_temperature, 0) - coalesce(min_temperature, 0) <= 60)
);

create table vehicle (
  id bigint auto_increment primary key,
  depot_id bigint not null references depot (id),
  plate varchar(12) not null unique check (plate regexp binary '^[A-Z]{1,3}-[A-Z]{2} [0-9]{1,4}$'),
  vin char(17) not null check (char_length(vin) = 17),
  built_in smallint not null check (built_in >= 1990 and built_in <= 2026),
  mileage integer not null check (mileage >= 0),
  seats smallint not null check (seats > 0 and seats < 10),
  fuel varchar(10) not null check (fuel = 'diesel' or fuel = 'petrol' or fuel = 'electric'),
  battery_kwh smallint,
  check ((fuel = 'electric' and battery_kwh is not null and battery_kwh > 0)
    or (fuel <> 'electric' and battery_kwh is null))
);

create table opening_note (
  id bigint auto_increment primary key,
  depot_id bigint not null references depot (id),
  weekday smallint not null check (weekday in (1, 2, 3, 4, 5, 6, 7)),
  note varchar(200) not null check (char_length(note) > 10 and note not like '%<%'),
  shown_from datetime not null,
  shown_to datetime not null,
  importance integer not null check (importance % 5 = 0 and importance between 0 and 100),
  check (shown_to > shown_from)
);
