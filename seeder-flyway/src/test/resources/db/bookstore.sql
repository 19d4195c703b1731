-- the schema of the tests; portable
create table genre (
  code varchar(20) not null primary key
);

create table book (
  id integer not null primary key,
  title varchar(200) not null
);
