-- Rows that break what their tables say, beside rows that keep it.

create table country (
  code char(2) primary key,
  name varchar(20),
  check (code = upper(code))
);

create domain weight as integer;
create domain light_weight as weight;
create type mood as enum ('happy', 'sad');
create type other_mood as enum ('other');

create table region (
  country char(2) references country,
  region_no smallint,
  load light_weight,
  mood mood,
  primary key (country, region_no)
);

create table city (
  id integer primary key,
  country char(2),
  region_no smallint,
  name text,
  constraint city_region foreign key (region_no, country) references region (region_no, country)
);

set session_replication_role = replica;

insert into country values ('DE', 'Germany'), ('FR', null);
insert into region values ('DE', 1, 10, 'happy'), ('DE', 2, null, null);
insert into region values ('ES', 1, 1000, 'sad'), ('ES', 2, 2000, 'sad');
insert into city values (1, 'DE', 1, 'a'), (2, 'DE', null, 'b'), (3, null, 9, 'c'), (4, 'DE', 3, 'd');

set session_replication_role = origin;

alter table country add check (name <> 'Germany') not valid;
alter domain weight add check (value < 1000) not valid;

create table visitor (
  id integer,
  email text,
  team text,
  place integer,
  deleted_at timestamp
);

insert into visitor values
  (1, 'a@x', 'red', 1, null),
  (2, 'A@x', 'red', 2, null),
  (3, 'a@y', 'red', 2, null),
  (4, 'b@x', 'red', 3, now()),
  (5, 'c@x', 'red', 3, null),
  (6, 'd@x', 'blue', null, null),
  (7, 'e@x', 'blue', null, null);

create index visitor_email on visitor (lower(email) desc);
create index visitor_place on visitor (team, place) include (id) where deleted_at is null;
create index visitor_null on visitor (place);
create index visitor_team on visitor (team);

-- The catalog says more than the rows keep.
update pg_index set indisunique = true
  where indexrelid in ('visitor_email'::regclass, 'visitor_place'::regclass, 'visitor_null'::regclass);
update pg_index set indnullsnotdistinct = true where indexrelid = 'visitor_null'::regclass;
update pg_attribute set attnotnull = true where attrelid = 'country'::regclass and attname = 'name';
update pg_attribute set atttypmod = 4 + 3 where attrelid = 'country'::regclass and attname = 'name';
update pg_enum set enumtypid = 'other_mood'::regtype where enumlabel = 'sad';
