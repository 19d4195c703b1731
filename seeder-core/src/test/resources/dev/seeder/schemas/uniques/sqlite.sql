-- Everything that makes rows unique in other ways than one column: parts of rows, expressions,
-- rows that count only while something is NULL, and keys that overlap.

create table account (
  id integer primary key,
  email varchar(120) not null,
  display_name varchar(60) not null,
  deleted_at timestamp
);

create unique index account_email on account (lower(email));
create unique index account_name on account (display_name) where deleted_at is null;

-- One main address per account; any number of others.
create table account_address (
  id integer primary key,
  account_id integer not null references account (id),
  label varchar(20) not null,
  street varchar(100) not null,
  main boolean not null
);

create unique index account_address_main on account_address (account_id) where main;
create unique index account_address_label on account_address (account_id, lower(label));

-- NULLs are never the same: many rows may lack a number, none may share one.
create table membership_card (
  id integer primary key,
  account_id integer references account (id),
  card_number varchar(16),
  issued_on date,
  unique (card_number),
  unique (account_id, issued_on)
);



-- Several keys that overlap: a seat, a guest and a time are each taken once per event.
create table seat_booking (
  id integer primary key,
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

-- At most one open reading per machine; closed ones once a day.
create table machine_reading (
  id integer primary key,
  plant_code char(3) not null,
  machine_no smallint not null,
  taken_at timestamp not null,
  taken_on date generated always as (date(taken_at)) virtual,
  state varchar(6) not null check (state in ('open', 'closed')),
  reading numeric(10, 3),
  foreign key (plant_code, machine_no) references machine (plant_code, machine_no),
  check (state = 'open' or reading is not null)
);

create unique index machine_reading_open on machine_reading (plant_code, machine_no) where state = 'open';
create unique index machine_reading_day on machine_reading (plant_code, machine_no, taken_on) where state <> 'open';



-- Unique without regard to case: the collation says so.
create table slug_alias (
  id integer primary key,
  account_id integer not null references account (id),
  slug varchar(40) not null collate nocase unique,
  code varchar(20)
);

create unique index slug_alias_code on slug_alias (account_id, coalesce(code, ''));
