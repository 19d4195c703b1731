-- Everything that makes rows unique in other ways than one column: parts of rows, expressions,
-- rows that count only while something is NULL, and keys that overlap.

create table account (
  id bigint auto_increment primary key,
  email varchar(120) not null,
  email_lower varchar(120) generated always as (lower(email)) virtual,
  display_name varchar(60) not null,
  deleted_at datetime,
  active_name varchar(60) generated always as (case when deleted_at is null then display_name end) virtual
);

create unique index account_email on account (email_lower);
create unique index account_name on account (active_name);

-- One main address per account; any number of others.
create table account_address (
  id bigint auto_increment primary key,
  account_id bigint not null references account (id),
  label varchar(20) not null,
  street varchar(100) not null,
  main boolean not null,
  main_account_id bigint generated always as (case when main then account_id end) virtual unique
);

create unique index account_address_label on account_address (account_id, label);

-- NULLs are never the same: many rows may lack a number, none may share one.
create table membership_card (
  id bigint auto_increment primary key,
  account_id bigint references account (id),
  card_number varchar(16),
  issued_on date,
  unique (card_number),
  unique (account_id, issued_on)
);



-- Several keys that overlap: a seat, a guest and a time are each taken once per event.
create table seat_booking (
  id bigint auto_increment primary key,
  event_code varchar(10) not null,
  seat_row smallint not null check (seat_row between 1 and 60),
  seat_number smallint not null check (seat_number between 1 and 60),
  guest_email varchar(120) not null,
  ticket_no integer not null unique,
  entry_slot smallint,
  unique (event_code, seat_row, seat_number),
  unique (event_code, guest_email),
  unique (guest_email, seat_row, seat_number),
  unique (event_code, entry_slot, seat_row)
);

-- The same column in three keys, one of them the primary key.
create table machine (
  plant_code char(3) not null,
  machine_no smallint not null,
  serial_number varchar(30) not null unique,
  network_name varchar(40) not null unique,
  line_no smallint not null,
  place_in_line smallint not null,
  primary key (plant_code, machine_no),
  unique (plant_code, line_no, place_in_line)
);

-- Closed readings once a day.
create table machine_reading (
  id bigint auto_increment primary key,
  plant_code char(3) not null,
  machine_no smallint not null,
  taken_at datetime not null,
  taken_on date generated always as (cast(taken_at as date)) virtual,
  state varchar(6) not null check (state in ('open', 'closed')),
  reading numeric(10, 3),
  foreign key (plant_code, machine_no) references machine (plant_code, machine_no),
  check (state = 'open' or reading is not null),
  unique (plant_code, machine_no, taken_on)
);






-- Unique by the first letters of a long text, and by a text with regard to case.
create table slug_alias (
  id bigint auto_increment primary key,
  account_id bigint not null references account (id),
  slug varchar(40) character set utf8mb4 collate utf8mb4_bin not null unique,
  description varchar(500) not null,
  unique (account_id, description(10))
);
