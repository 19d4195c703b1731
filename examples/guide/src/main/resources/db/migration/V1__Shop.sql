create table category (
  code text primary key,
  name text not null
);

create table product (
  id integer primary key,
  category_code text not null references category (code),
  name text not null,
  price decimal(8, 2) not null check (price > 0)
);
