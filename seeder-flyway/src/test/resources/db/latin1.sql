-- café
create table genre (code varchar(20));
