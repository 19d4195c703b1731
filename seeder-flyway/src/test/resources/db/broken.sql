create table genre (code varchar(20));

-- and now:
create tabel book (id integer);
