create table "author" ("id" integer primary key, "name" varchar(100) not null);
create table "book" (
  "id" integer primary key,
  "author_id" integer not null references "author" ("id"),
  "title" varchar(100) not null
);
