-- I know nothing of the table but its name
select count(*) = 250 from book

-- Fill all columns, not only the required ones
select count(*) = 120 and count(note) = 0
  and sum(id > 100 and phone is not null and birthday is null) = 20
  and sum(id <= 100 and phone is not null) between 80 and 99
  and sum(id <= 100 and birthday is not null) between 80 and 99
from customer

-- A variation of rows that I have already
select sum(country = 'France') = 10 and count(distinct name) = count(*) from author where id > 41

-- People whose names, username and e-mail agree
select count(*) = 1000 and sum(email not like username || '@example.___') = 0
  and sum(username <> lower(first_name || '.' || last_name)) < 100
from customer

-- Two people in one row
select sum(sender = recipient) < 10
  and sum(sender_email like lower(replace(sender, ' ', '.')) || '%') > 900
  and sum(recipient_email like lower(replace(recipient, ' ', '.')) || '%') > 900
from parcel

-- Codes that are all different
select count(*) = 10000 and sum(code glob '[A-Z][A-Z]-[0-9][0-9][0-9][0-9]') = 10000
  and sum(percent = 5) between 6500 and 7500
from voucher

-- NULL in a share of the rows
select sum(email is null) between 100 and 200 from author where id > 41

-- Sales that follow the seasons
select sum(strftime('%m', sold_at) = '12') > 1.8 * sum(strftime('%m', sold_at) = '02')
  and sum(strftime('%H', sold_at) not between '09' and '18') = 0
from sale where id > 500

-- Updated after it was created
select count(updated_at) between 400 and 600 and sum(updated_at <= created_at) = 0 from post

-- A generator of my own
select count(*) = 1000 and sum(abs(unit_price - price * 0.9) > 0.006) = 0
from sale join book on book.id = book_id where sale.id > 500

-- A few books make most of the sales
select sum(sales) > 2500 from (
  select count(*) as sales from sale where id > 500 group by book_id order by sales desc limit 12
)

-- A price that agrees with the parent's, and a total with both
select count(*) = 1000 and sum(reservation.price <> book.price) = 0
  and sum(abs(total - reservation.price * copies) > 0.001) = 0
from reservation join book on book.id = book_id

-- One to five lines per order, numbered from 1
select count(*) = 200 and min(lines) = 1 and max(lines) = 5 and sum(lines <> last) = 0 from (
  select count(line_no) as lines, max(line_no) as last
  from purchase left join purchase_line on purchase_id = id group by id
)

-- One parent for a whole set of rows
select count(*) = 50 from sale join book on book.id = book_id join author on author.id = author_id
where author.name = 'Ada Marsh'

-- A link table
select count(*) = 500 from book_tag

-- A tree of categories
select count(*) = 50 and sum(parent_id is null) between 2 and 15 and sum(parent_id >= id) = 0
from category

-- Reference data in a CSV file
select count(*) = 5 and sum(retired_on = '2002-02-17' and name = 'Franc, French') = 1
  and sum(retired_on is null) = 4 from currency

-- Rows that follow their file when it changes
select count(*) = 2 and sum(hours = '{"weekdays":[10,19]}') = 1 and sum(name = 'Köln') = 1
  and (select revision like '1+%' from seeder_history where seed = 'shops') from shop

-- See which rows a run would change
select count(*) = 2 and sum(percent) = 49 and (select count(*) from sqlite_schema where name = 'seeder_history') = 0 from tax

-- Rows of a YAML file that name other rows, and days from now
select count(*) = 2 and sum(staff_id = 7 and day <> '2026-01-31' and note = 'NO') = 1
  and sum(staff_id = 8 and day = '2026-01-31' and note is null) = 1 from shift

-- A table edited by hand becomes a file
select count(*) > 0 from genre

-- An editor that knows the columns of my files
select count(*) > 0 from genre

-- A few rows that are always the same
select group_concat(code) = 'EBK,HBK,PBK' from binding

-- Read what another seed has inserted
select count(*) > 110 and sum(exists (
    select 1 from book old where old.id <= 100 and old.title = book.title
      and old.author_id = book.author_id and old.published_on < '2000-01-01'
  )) filter (where id > 100) = count(*) - 100
from book

-- Let the build tell that seeds cannot be repeated
select (select count(*) from genre) = 0 and (select count(*) from book) = 0

-- More rows later, or in parts
select count(*) = 3000 and count(distinct name) = 3000 from author

-- A seed too large for one transaction
select count(*) = 4500 and count(distinct id) = 4500 and max(visitor) <= 5000
  and (select inserted_rows = 4500 from seeder_history where seed = 'visits') from visit
-- See how far a long insert is
select count(*) = 4500 and count(distinct id) = 4500 from visit

-- A small seed in a test, rolled back after it
select count(*) = 0 from book

-- The same rows in another language
select count(*) = 100 and sum(country = 'Tunesien') > 0 from author

-- Other rows in each environment
select count(*) = 100 from author

-- Reference data everywhere, demo data in some environments
select (select count(*) from genre) = 12 and (select count(*) from author) = 0
  and (select count(*) from seeder_history where seed = 'genres') = 1

-- All tables at once
select (select count(*) from genre) = 6 and (select count(*) from author) = 50
  and (select count(*) from sale) = 2500

-- All tables at once, in the first migration
select (select count(*) from customer) = 50 and (select count(*) from visit) = 500

-- My seeds have a command line
select count(*) = 100 from book

-- A look at the data, as a page for a browser
select (select count(*) from book) = 100 and (select count(*) from sale) = 500
