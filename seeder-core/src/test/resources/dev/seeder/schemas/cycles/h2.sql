-- A company: tables that refer to themselves, and rings of tables.

create table department (
  id integer primary key,
  name varchar(60) not null unique,
  head_id integer
);

-- Every employee has a department; a department may have a head.
create table employee (
  id integer primary key,
  department_id integer not null references department (id),
  full_name varchar(100) not null,
  manager_id integer references employee (id),
  mentor_id integer references employee (id),
  check (mentor_id <> id)
);

alter table department add foreign key (head_id) references employee (id);

-- The root is its own parent: NOT NULL.
create table category (
  id integer primary key,
  parent_id integer not null references category (id),
  label varchar(60) not null,
  unique (parent_id, label)
);

-- A chain: each version follows one other, and is followed by at most one.
create table document_version (
  id integer primary key,
  title varchar(80) not null,
  previous_id integer unique references document_version (id)
);

-- The parent is in the same volume.
create table folder (
  volume_id smallint not null,
  folder_no integer not null,
  parent_no integer,
  folder_name varchar(60) not null,
  primary key (volume_id, folder_no),
  unique (volume_id, parent_no, folder_name),
  foreign key (volume_id, parent_no) references folder (volume_id, folder_no)
);

-- Two tables that refer to each other; one of the references may be missing.
create table customer (
  id integer primary key,
  company_name varchar(80) not null,
  default_address_id integer
);

create table address (
  id integer primary key,
  customer_id integer not null references customer (id),
  street varchar(80) not null,
  city varchar(60) not null
);

alter table customer
  add constraint customer_default_address foreign key (default_address_id) references address (id);

-- A ring of three, opened at one reference only; and a task may wait for another.
create table project (
  id integer primary key,
  project_name varchar(60) not null,
  first_task_id integer
);

create table milestone (
  id integer primary key,
  project_id integer not null references project (id),
  due_on date not null,
  unique (project_id, due_on)
);

create table task (
  id integer primary key,
  milestone_id integer not null references milestone (id),
  waits_for_id integer references task (id),
  summary varchar(200) not null
);

alter table project add foreign key (first_task_id) references task (id);
