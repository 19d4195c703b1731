-- Rows that break what their tables say, beside rows that keep it. H2 lets nobody break unique
-- keys, NOT NULL, lengths and enums.

set referential_integrity false;

create table country (
  code char(2) primary key,
  name varchar(20) unique
);

create domain weight as integer;

create table region (
  country char(2) not null references country,
  region_no smallint,
  mood enum('happy', 'sad'),
  load weight,
  primary key (country, region_no)
);

create table city (
  id integer primary key,
  country char(2),
  region_no smallint,
  constraint city_region foreign key (region_no, country) references region (region_no, country)
);

insert into country values ('DE', 'Germany'), ('FR', null);
insert into region values ('DE', 1, 'happy', 10), ('DE', 2, null, null);
insert into region values ('ES', 1, 'sad', 1000), ('ES', 2, 'sad', 2000);
insert into city values (1, 'DE', 1), (2, 'DE', null), (3, null, 9), (4, 'DE', 3);

set referential_integrity true;

alter table country add constraint not_germany check (name <> 'Germany') nocheck;
alter domain weight add constraint light check (value < 1000 or cast(value as varchar) = 'VALUE') nocheck;
