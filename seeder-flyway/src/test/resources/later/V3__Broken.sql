insert into book (id, title) values (null, 'no key, and no such column follows', 3);
