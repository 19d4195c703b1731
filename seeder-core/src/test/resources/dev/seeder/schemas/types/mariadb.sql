-- A laboratory in MariaDB's own types.



create table laboratory (
  id integer unsigned auto_increment primary key,
  lab_code char(8) not null unique check (lab_code regexp '^[0-9]{8}$'),
  opened_on date not null default (current_date),
  accreditation uuid not null default uuid() unique,
  gateway inet6 not null,
  gateway4 inet4,
  founded_in year not null,
  settings json not null
);

create table sample (
  id bigint unsigned auto_increment primary key,
  sample_no mediumint unsigned not null unique,
  lab_id integer unsigned not null references laboratory (id),
  state enum('received', 'in analysis', 'it''s done', 'Zurückgewiesen') not null default 'received',
  flags set('urgent', 'toxic', 'frozen') not null default '',
  purity decimal(5, 2) unsigned not null check (purity <= 100),
  fragile tinyint(1) not null default 0,
  small_count tinyint unsigned not null,
  photo mediumblob,
  hash binary(16) not null unique,
  taken_at datetime(6) not null,
  frozen_for time(3),
  unique (lab_id, sample_no)
);

create table measurement (
  sample_id bigint unsigned not null references sample (id),
  channel char(1) not null,
  position smallint unsigned not null check (position >= 1),
  reading double not null,
  error float check (error >= 0),
  doubled double generated always as (reading * 2) stored,
  tiny decimal(20, 10) not null,
  scaled decimal(38, 20) not null,
  raw json check (json_valid(raw)),
  primary key (sample_id, channel, position)
);

create table report (
  id uuid primary key default uuid(),
  sample_id bigint unsigned not null references sample (id),
  title varchar(40) not null check (title <> ''),
  body longtext,
  switches bit(8) not null,
  one_switch bit(1) not null default b'0',
  printed_at time,
  signature char(64) character set ascii not null unique,
  summary tinytext,
  thumbnail tinyblob,
  published_at timestamp(3) null
);

-- Counted in the middle of the row.
create table report_page (
  report_id uuid not null references report (id) on delete cascade,
  page_no integer unsigned not null check (page_no > 0),
  counter bigint unsigned auto_increment unique,
  width decimal(6, 1) not null,
  height decimal(6, 1) not null,
  area decimal(14, 2) generated always as (width * height) stored,
  primary key (report_id, page_no)
);
