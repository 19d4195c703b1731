-- Names that must be quoted, everywhere: reserved words, capitals, spaces, dashes, dots, quotes,
-- other alphabets, and what looks like a place for a parameter.

create table "user" (
  "id" integer primary key,
  "select" varchar(30) not null unique,
  "default" integer default 7 not null,
  "null" varchar(10),
  "check" integer not null check ("check" > 0),
  "primary" boolean not null
);

create table "order" (
  "Order No." integer not null,
  "user" integer not null references "user" ("id"),
  "values" varchar(20) not null check ("values" in ('from', 'where', 'group by')),
  "from" date not null,
  "to" date,
  "desc" varchar(40) not null,
  "limit" numeric(6, 2) not null check ("limit" >= 0),
  primary key ("Order No."),
  constraint "from before to" check ("from" <= "to")
);

create table "Order Line" (
  "Order No." integer not null,
  "Line-No." smallint not null check ("Line-No." between 1 and 20),
  "Unit Price" numeric(8, 2) not null,
  "Quantity" integer not null check ("Quantity" > 0),
  "Line ""Total""" numeric(12, 2) not null,
  constraint "Order Line ""key""" primary key ("Order No.", "Line-No."),
  constraint "to the order" foreign key ("Order No.") references "order" ("Order No."),
  check ("Line ""Total""" = "Unit Price" * "Quantity")
);

create table "t" (
  "t" integer primary key,
  "n" varchar(20) not null,
  "x" integer references "t" ("t")
);

create table "line-item.v2" (
  "a.b" integer not null,
  "a-b" integer not null,
  "a b" varchar(12) not null,
  "a""b" varchar(12),
  "a'b" varchar(12),
  "a`b" varchar(12),
  "a\b" varchar(12),
  "a/b" numeric(4, 1) check ("a/b" <> 0),
  primary key ("a.b", "a-b"),
  unique ("a b", "a.b")
);

create table "Größentabelle" (
  "größe" varchar(10) primary key,
  "naïve" integer check ("naïve" in (1, 2, 3)),
  "価格" numeric(8, 2) not null check ("価格" > 0),
  "Цена €" numeric(8, 2),
  "a.b" integer not null,
  "a-b" integer not null,
  foreign key ("a.b", "a-b") references "line-item.v2" ("a.b", "a-b")
);

create table "where is it?" (
  "really?" integer primary key,
  ":name" varchar(20) not null,
  "$1" integer not null unique,
  "{0}" integer,
  "%s" varchar(20),
  "#hash" varchar(20),
  "@at" varchar(20) not null,
  "--" integer,
  ";" integer,
  "*" integer not null check ("*" between 0 and 9),
  "2fa" boolean,
  "größe" varchar(10) references "Größentabelle" ("größe")
);




-- Words with a meaning in types and functions.
create table "table" (
  "date" date not null,
  "timestamp" timestamp not null,
  "integer" varchar(9) not null,
  "char" integer not null,
  "row" integer not null,
  "key" varchar(30) not null,
  "value" varchar(30),
  "column" varchar(30) not null,
  "current_date" date,
  "count" integer not null check ("count" >= 0),
  primary key ("key", "row"),
  unique ("date", "column")
);

create table "a_name_that_is_exactly_as_long_as_the_longest_one_in_postgresql" (
  "a_column_whose_name_is_exactly_as_long_as_the_longest_one_there" integer primary key,
  "MixedCase" varchar(10) not null,
  "UPPER" varchar(10) not null,
  "rowid" varchar(10) not null unique,
  "oid" varchar(10) not null,
  "password" varchar(60) not null,
  "MixedCase Id" integer not null,
  constraint "MixedCase Id" foreign key ("MixedCase Id") references "user" ("id")
);

create unique index "index" on "order" ("user", "from", "desc");
