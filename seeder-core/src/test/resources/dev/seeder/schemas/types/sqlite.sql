-- A laboratory in SQLite's own types: strict tables, tables without rowid, generated columns,
-- and declared types that only mean an affinity.



create table laboratory (
  id integer primary key autoincrement,
  lab_code text not null unique check (lab_code glob '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  opened_on text not null default current_date check (opened_on glob '????-??-??' and date(opened_on) is not null),
  settings text not null default '{}' check (json_valid(settings)),
  raw blob,
  anything any,
  ratio real not null
) strict;

create table sample (
  sample_no integer not null primary key,
  lab_id integer not null references laboratory (id),
  state text not null check (state in ('received', 'in analysis', 'it''s done', 'Zurückgewiesen')),
  purity real not null check (purity between 0 and 100),
  hash blob not null unique check (length(hash) = 16),
  taken_at integer not null,
  purity_percent text generated always as (round(purity, 1) || ' %') stored,
  unique (lab_id, sample_no)
) strict, without rowid;

create table measurement (
  sample_no integer not null references sample (sample_no),
  channel nchar(1) not null,
  position smallint not null check (position >= 1),
  reading double precision not null,
  doubled double precision generated always as (reading * 2) virtual,
  exact decimal(20, 4) not null,
  measured_at datetime not null,
  undeclared,
  primary key (sample_no, channel, position)
);

create table report (
  id blob primary key not null check (length(id) = 16),
  sample_no integer not null references sample (sample_no),
  title varchar(40) not null check (title <> ''),
  body clob,
  published boolean not null default false check (published in (0, 1)),
  printed_at time,
  price money not null check (price > 0),
  signature native character(64) not null unique,
  file varbinary(100)
);

-- Counted, and not the first column.
create table report_page (
  report_id blob not null references report (id) on delete cascade,
  page_no integer not null check (page_no > 0),
  counter integer primary key,
  width numeric(6, 1) not null,
  height numeric(6, 1) not null,
  area numeric(14, 2) generated always as (width * height) stored,
  unique (report_id, page_no)
);
