-- Rows that break what their tables say, beside rows that keep it.

pragma foreign_keys = off;
pragma ignore_check_constraints = on;

create table country (
  code char(2) primary key,
  name varchar(20) not null unique,
  founded date,
  "check" integer default 1 constraint positive check ("check" > 0 and name <> 'check ('),
  -- check (1 = 2) is not one
  check (code = upper(code))
);

insert into country (code, name, founded) values ('DE', 'Germany', '1949-05-23'), ('FR', 'France', null);
insert into country (code, name, founded) values ('it', 'Italy', '1861-03-17');
insert into country (code, name, founded) values ('CHE', 'Switzerland', '1848');
insert into country (code, name) values (null, 'Nowhere');
insert into country (code, name, "check") values ('XX', 'Zero', 0), ('YY', 'Unknown', null);

-- A NULL in a reference refers to nothing.
create table region (
  country char(2) not null references country,
  region_no smallint,
  area numeric(5, 2),
  primary key (country, region_no)
) without rowid;

insert into region values ('DE', 1, 10.25), ('DE', 2, null), ('FR', 1, 999.99);
insert into region values ('ES', 1, 1000), ('ES', 2, 1.005), ('ES', 40000, 1);

create table city (
  id integer primary key,
  country char(2),
  region_no smallint,
  name text,
  capital boolean,
  elevation real,
  seal varbinary(4),
  seen timestamp,
  opens time,
  anything,
  foreign key (region_no, country) references region (region_no, country)
);

insert into city (id, country, region_no) values (1, 'DE', 1), (2, 'DE', null), (3, null, 9), (4, 'DE', 3);
insert into city (id, name, capital, elevation, seal, seen, opens, anything)
  values (5, 'good', true, 1, x'01020304', '2024-02-29 10:00:00.5', '10:00', x'00');
insert into city (id, name, capital, elevation, seal, seen, opens)
  values (6, x'00', 2, 'high', x'0102030405', '2024-02-30T10', 'noon');
insert into city (id, region_no) values (7, 'one');

-- Indexes become unique, and a column NOT NULL, behind the back of SQLite.
create table visitor (
  id integer primary key,
  email text,
  nickname text collate nocase,
  team text,
  place integer,
  deleted_at text,
  nullable text
);

insert into visitor (id, email, nickname, team, place, deleted_at, nullable) values
  (1, 'a@x', 'ann', 'red', 1, null, 'x'),
  (2, 'A@x', 'bob', 'red', 2, null, 'x'),
  (3, 'a@y', 'Bob', 'red', 2, null, 'x'),
  (4, 'b@x', 'cid', 'red', 3, '2024', 'x'),
  (5, 'c@x', 'cyd', 'red', 3, null, null),
  (6, 'd@x', null, 'blue', null, null, 'x'),
  (7, 'e@x', null, 'blue', null, null, 'x');

create index visitor_email on visitor (lower(email) desc, (1));
create index visitor_nickname on visitor (nickname);
create index visitor_place on visitor (team, place) where deleted_at is null and (team, 'a') > ('', '');
create index visitor_id on visitor (team);

pragma writable_schema = on;
update sqlite_schema set sql = replace(sql, 'create index', 'create unique index')
  where type = 'index' and tbl_name = 'visitor' and name <> 'visitor_id';
update sqlite_schema set sql = replace(sql, 'CREATE INDEX', 'CREATE UNIQUE INDEX')
  where type = 'index' and tbl_name = 'visitor' and name <> 'visitor_id';
update sqlite_schema set sql = replace(sql, 'nullable text', 'nullable text not null')
  where name = 'visitor';
pragma writable_schema = reset;
