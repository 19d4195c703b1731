-- A database that is shared: views, triggers, and the
-- tables of migration tools, whose rows must stay as they are.


create table person (
  id integer primary key,
  full_name varchar(80) not null,
  email varchar(100) not null unique
);

create table product (
  sku varchar(12) primary key,
  label varchar(80) not null,
  price numeric(8, 2) not null check (price > 0),
  buyer_id integer not null references person (id)
);

create table stock (
  sku varchar(12) not null references product (sku),
  location_code char(4) not null,
  stock integer not null check (stock >= 0),
  primary key (sku, location_code)
);

create table movement (
  id integer primary key,
  sku varchar(12) not null,
  location_code char(4) not null,
  quantity integer not null,
  moved_by integer references person (id),
  foreign key (sku, location_code) references stock (sku, location_code)
);

-- Stays as it is: a trigger fills it.
create table movement_log (
  id integer primary key,
  movement_id integer not null,
  logged_at timestamp default current_timestamp not null
);





-- Refuse rows that no constraint refuses.
create trigger guard_person before insert on person when new.email not like '%@%'
begin
  select raise(abort, 'A person needs an e-mail address.');
end;

create trigger log_movement after insert on movement
begin
  select raise(abort, 'A movement cannot be negative.') where new.quantity < 0;
  insert into movement_log (movement_id) values (new.id);
end;









create view expensive_product as
  select sku, label, price from product where price > 100;

create view stock_value as
  select p.sku, sum(w.stock * p.price) as total
  from stock w join product p on p.sku = w.sku
  group by p.sku;


-- Stays as it is.
create table flyway_schema_history (
  installed_rank integer not null primary key,
  version varchar(50),
  description varchar(200) not null,
  type varchar(20) not null,
  script varchar(1000) not null,
  checksum integer,
  installed_by varchar(100) not null,
  installed_on timestamp default current_timestamp not null,
  execution_time integer not null,
  success boolean not null
);

create index flyway_schema_history_success on flyway_schema_history (success);

insert into flyway_schema_history
  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
  values (1, '1', 'Products', 'SQL', 'V1__Products.sql', 1234567890, 'owner', 12, true);

-- Stays as it is.
create table databasechangelog (
  id varchar(255) not null,
  author varchar(255) not null,
  filename varchar(255) not null,
  dateexecuted timestamp not null,
  orderexecuted integer not null,
  exectype varchar(10) not null,
  md5sum varchar(35),
  description varchar(255),
  comments varchar(255),
  tag varchar(255),
  liquibase varchar(20),
  contexts varchar(255),
  labels varchar(255),
  deployment_id varchar(10)
);

insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
  values ('products', 'owner', 'changelog.xml', '2024-05-01 10:00:00', 1, 'EXECUTED');

-- Stays as it is.
create table databasechangeloglock (
  id integer not null primary key,
  locked boolean not null,
  lockgranted timestamp,
  lockedby varchar(255)
);

insert into databasechangeloglock (id, locked) values (1, false);
