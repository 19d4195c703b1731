-- Short codes everywhere: keys of two or three letters with references to them, fixed lengths,
-- numbers with few digits, and dates that are unique per parent.

create table currency (
  currency_code char(3) primary key,
  currency_name varchar(60) not null unique,
  minor_units smallint not null check (minor_units between 0 and 4)
);

-- At most 999 rows.
create table country (
  country_code char(2) primary key check (char_length(country_code) = 2 and country_code = upper(country_code)),
  alpha3_code char(3) not null unique,
  numeric_code smallint not null unique check (numeric_code between 1 and 999),
  country_name varchar(80) not null unique,
  currency_code char(3) not null references currency (currency_code)
);

create table language (
  language_code varchar(3) not null,
  script_code char(4) not null,
  country_code char(2) references country (country_code),
  native_name varchar(60) not null,
  primary key (language_code, script_code)
);

-- At most 127 rows: numbers count from 1 on.
create table size_class (
  class_no tinyint not null unique,
  grade varchar(1) not null,
  label varchar(20)
);

-- At most 26 rows.
create table shelf (
  shelf_letter char(1) primary key check (shelf_letter between 'A' and 'Z' and shelf_letter = upper(shelf_letter)),
  height smallint not null
);

create table exchange_rate (
  from_currency char(3) not null references currency (currency_code),
  to_currency char(3) not null references currency (currency_code),
  valid_on date not null,
  rate numeric(12, 6) not null check (rate > 0),
  primary key (from_currency, to_currency, valid_on),
  check (from_currency <> to_currency)
);

-- A holiday per day and country; the key has no other column.
create table public_holiday (
  country_code char(2) not null references country (country_code),
  holiday_date date not null,
  holiday_name varchar(60) not null,
  half_day boolean default false not null,
  primary key (country_code, holiday_date)
);

-- One tax per country and start; numbers below one only.
create table tax_rate (
  country_code char(2) not null references country (country_code),
  valid_from date not null,
  rate numeric(2, 2) not null,
  reduced_rate numeric(3, 3),
  unique (country_code, valid_from)
);

create table branch (
  branch_no smallint primary key,
  country_code char(2) not null references country (country_code),
  swift_code nchar(8) not null unique,
  postal_code varchar(5) not null,
  opened_at timestamp with time zone not null,
  opens_at time(0) with time zone not null,
  closed_at timestamp(3) with time zone check (closed_at > opened_at)
);

create table branch_day (
  branch_no smallint not null references branch (branch_no),
  business_day date not null,
  takings numeric(9, 2) not null,
  currency_code char(3) not null references currency (currency_code),
  shelf_letter char(1) references shelf (shelf_letter),
  remark varchar(1),
  unique (branch_no, business_day)
);
