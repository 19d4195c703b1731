create table plant (
  id integer primary key,
  name text not null unique,
  weeks integer not null check (weeks > 0)
);

create table bed (
  id integer primary key,
  plant_id integer not null references plant (id),
  gardener text not null
);
