-- Buildings managed for many tenants: tenant_id is in every key, natural keys over four levels,
-- and rows whose two or three references must agree in the tenant.

create table tenant (
  tenant_id integer primary key,
  slug varchar(30) not null unique,
  company_name varchar(100) not null
);

create table site (
  tenant_id integer not null,
  site_code varchar(8) not null,
  city varchar(60) not null,
  primary key (tenant_id, site_code),
  foreign key (tenant_id) references tenant (tenant_id)
);

create table building (
  tenant_id integer not null,
  site_code varchar(8) not null,
  building_no smallint not null,
  floors smallint not null check (floors between 1 and 80),
  primary key (tenant_id, site_code, building_no),
  foreign key (tenant_id, site_code) references site (tenant_id, site_code)
);

create table room (
  tenant_id integer not null,
  site_code varchar(8) not null,
  building_no smallint not null,
  room_no varchar(6) not null,
  area numeric(7, 2),
  primary key (tenant_id, site_code, building_no, room_no),
  foreign key (tenant_id, site_code, building_no)
    references building (tenant_id, site_code, building_no)
);

create table employee (
  tenant_id integer not null references tenant (tenant_id),
  employee_no integer not null,
  email varchar(80) not null,
  full_name varchar(120) not null,
  manager_no integer,
  primary key (tenant_id, employee_no),
  unique (tenant_id, email),
  foreign key (tenant_id, manager_no) references employee (tenant_id, employee_no)
);

create table asset (
  tenant_id integer not null,
  asset_tag varchar(12) not null,
  asset_name varchar(80) not null,
  site_code varchar(8),
  building_no smallint,
  room_no varchar(6),
  owner_no integer not null,
  primary key (tenant_id, asset_tag),
  constraint asset_room foreign key (tenant_id, site_code, building_no, room_no)
    references room (tenant_id, site_code, building_no, room_no),
  constraint asset_owner foreign key (tenant_id, owner_no)
    references employee (tenant_id, employee_no)
);

create table part (
  part_code varchar(10) not null,
  tenant_id integer not null references tenant (tenant_id),
  unit_price numeric(9, 2) not null check (unit_price >= 0),
  primary key (tenant_id, part_code)
);

create table work_order (
  tenant_id integer not null,
  order_year smallint not null check (order_year between 2000 and 2099),
  order_no integer not null,
  asset_tag varchar(12) not null,
  reported_by integer not null,
  assigned_to integer,
  opened_at timestamp not null,
  closed_at timestamp,
  primary key (tenant_id, order_year, order_no),
  foreign key (tenant_id, asset_tag) references asset (tenant_id, asset_tag),
  foreign key (tenant_id, reported_by) references employee (tenant_id, employee_no),
  foreign key (tenant_id, assigned_to) references employee (tenant_id, employee_no),
  check (closed_at >= opened_at)
);

-- The order of the columns in the key is not that of the table.
-- At least 900 rows: as many as there are parts for the orders.
create table work_order_line (
  line_no smallint not null,
  order_no integer not null,
  order_year smallint not null,
  tenant_id integer not null,
  part_code varchar(10) not null,
  quantity integer not null check (quantity > 0),
  primary key (tenant_id, order_year, order_no, line_no),
  unique (tenant_id, order_year, order_no, part_code),
  foreign key (tenant_id, order_year, order_no)
    references work_order (tenant_id, order_year, order_no) on delete cascade,
  foreign key (part_code, tenant_id) references part (part_code, tenant_id)
);

create table room_booking (
  tenant_id integer not null,
  site_code varchar(8) not null,
  building_no smallint not null,
  room_no varchar(6) not null,
  booked_on date not null,
  slot smallint not null check (slot between 1 and 48),
  employee_no integer not null,
  primary key (tenant_id, site_code, building_no, room_no, booked_on, slot),
  unique (tenant_id, employee_no, booked_on, slot),
  foreign key (tenant_id, site_code, building_no, room_no)
    references room (tenant_id, site_code, building_no, room_no),
  foreign key (tenant_id, employee_no) references employee (tenant_id, employee_no)
);
