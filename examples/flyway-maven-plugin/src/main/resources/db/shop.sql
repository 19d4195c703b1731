-- The schema in the SQL of SQLite, with what no translation would carry over.

create table product (
  id integer primary key,
  name text not null unique,
  price_cents integer not null check (price_cents > 0),
  stock integer not null check (stock >= 0)
) strict;

create table purchase (
  id integer primary key,
  product_id integer not null references product (id),
  customer text not null,
  quantity integer not null check (quantity > 0),
  bought_on text not null check (bought_on is date(bought_on))
) strict;

create index purchase_product_index on purchase (product_id);

-- What is bought leaves the stock.
create trigger purchase_takes_stock after insert on purchase
begin
  update product set stock = stock - new.quantity where id = new.product_id;
end;
