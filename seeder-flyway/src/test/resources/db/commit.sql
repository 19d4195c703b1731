create table genre (code varchar(20));

-- the end
COMMIT;
