-- Rows that break what their tables say, beside rows that keep it. MariaDB lets nobody break unique
-- keys, NOT NULL and lengths.

create table country (
  code char(2) primary key,
  name varchar(20),
  check (name <> 'Germany')
);

create table region (
  country char(2) not null references country (code),
  region_no smallint unsigned,
  mood enum('happy', 'sa''d'),
  primary key (country, region_no)
);

create table city (
  id integer primary key,
  country char(2),
  region_no smallint unsigned,
  constraint city_region foreign key (country, region_no) references region (country, region_no)
);

set foreign_key_checks = 0;
set check_constraint_checks = 0;
set @strict = @@sql_mode;
set sql_mode = '';

insert into country values ('DE', 'Germany'), ('FR', null);
insert into region values ('DE', 1, 'happy'), ('DE', 2, null), ('ES', 1, 'sa''d'), ('ES', 2, 'angry');
insert into city values (1, 'DE', 1), (2, 'DE', null), (3, null, 9), (4, 'DE', 3);

set foreign_key_checks = 1;
set check_constraint_checks = 1;
set sql_mode = @strict;
