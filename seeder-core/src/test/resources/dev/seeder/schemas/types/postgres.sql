-- A laboratory in PostgreSQL's own types.

create type sample_state as enum ('received', 'in analysis', 'it''s done', 'Zurückgewiesen');
create type "Priority" as enum ('low', 'high');
create domain percentage as numeric(5, 2) check (value >= 0 and value <= 100);
create domain short_text as varchar(40) check (value <> '');
create domain barcode as short_text not null check (value ~ '^[0-9]{8}$');
create domain small_percentage as percentage constraint small check (value < 10);
create domain tags as text[] check (cardinality(value) <= 5);
create sequence sample_no_seq start 1000;


create table laboratory (
  id integer generated always as identity primary key,
  lab_code barcode unique,
  opened_on date not null default current_date,
  accreditation uuid not null default gen_random_uuid() unique,
  network cidr,
  gateway inet not null,
  device macaddr,
  place point,
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object')
);

create table sample (
  id bigserial primary key,
  sample_no integer not null default nextval('sample_no_seq') unique,
  lab_id integer not null references laboratory (id),
  state sample_state not null default 'received',
  earlier_states sample_state[] not null default '{}',
  priority "Priority",
  purity percentage not null,
  moisture small_percentage,
  labels tags,
  notes text[] not null default array['none'],
  plate integer[][] check (array_length(plate, 1) <= 8),
  photo bytea,
  taken_at timestamptz(3) not null,
  frozen_for interval check (frozen_for >= interval '0'),
  usable daterange not null check (not isempty(usable)),
  unique (lab_id, sample_no)
);

create table measurement (
  sample_id bigint not null references sample (id),
  channel "char" not null,
  position smallint not null check (position >= 1),
  value double precision not null,
  error real check (error >= 0),
  value_text text generated always as (value::text) stored,
  bounds numrange not null check (lower(bounds) is not null),
  window_ms int4range not null default int4range(0, 100),
  exact numeric not null,
  tiny numeric(20, 10) not null,
  raw json,
  primary key (sample_id, channel, position)
);

create table report (
  id uuid primary key default gen_random_uuid(),
  sample_id bigint not null references sample (id),
  title short_text not null,
  body xml,
  search tsvector generated always as (to_tsvector('english', title)) stored,
  own_search tsvector,
  price money not null check (price > 0::money),
  switches bit(8) not null,
  history bit varying(16),
  printed_at time(0) with time zone,
  signature char(64) not null unique,
  published_during tstzrange,
  attributes jsonb
);

-- Numbers that only the database gives, beside one that anybody may.
create table report_page (
  report_id uuid not null references report (id) on delete cascade,
  page_no integer not null check (page_no > 0),
  counter bigint generated always as identity (start with 500 increment by 10) unique,
  width numeric(6, 1) not null,
  height numeric(6, 1) not null,
  area numeric(14, 2) generated always as (width * height) stored check (area < 1000000),
  rounded numeric(5, -2),
  primary key (report_id, page_no)
);
