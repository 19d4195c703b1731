create table book (
  id integer not null primary key,
  title varchar(200) not null
);
