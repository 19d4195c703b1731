-- Music: link tables of two and of three, positions that are unique per parent, one-to-one by a
-- unique reference, and primary keys that are references.

create table artist (
  id integer primary key,
  stage_name varchar(80) not null,
  country_code char(2) not null
);

create table track (
  id integer primary key,
  isrc char(12) not null unique,
  title varchar(120) not null,
  duration_seconds integer not null check (duration_seconds between 10 and 3600)
);

create table album (
  id integer primary key,
  title varchar(120) not null,
  released_on date,
  barcode varchar(13) unique
);

create table listener (
  id integer primary key,
  nickname varchar(40) not null unique,
  favourite_track_id integer references track (id) on delete set null
);

create table playlist (
  id integer primary key,
  listener_id integer not null references listener (id),
  title varchar(60) not null,
  unique (listener_id, title)
);

-- Nothing but two references.
create table track_artist (
  track_id integer not null references track (id),
  artist_id integer not null references artist (id),
  primary key (track_id, artist_id)
);

-- A place in the list is taken once, and a track is in the list once.
create table playlist_track (
  playlist_id integer not null references playlist (id),
  position integer not null check (position >= 1),
  track_id integer not null references track (id),
  primary key (playlist_id, position),
  unique (playlist_id, track_id)
);

-- Three, of which one is a word of a list.
create table album_credit (
  album_id integer not null references album (id),
  artist_id integer not null references artist (id),
  credit varchar(12) not null check (credit in ('producer', 'writer', 'mixer')),
  primary key (album_id, artist_id, credit)
);

-- Three references in the key, two of which refer to a link together.
create table recommendation (
  listener_id integer not null references listener (id),
  track_id integer not null,
  artist_id integer not null,
  score numeric(3, 2),
  primary key (listener_id, track_id, artist_id),
  foreign key (track_id, artist_id) references track_artist (track_id, artist_id)
);

-- The key is the reference.
create table artist_profile (
  artist_id integer not null primary key references artist (id),
  biography text,
  website varchar(200)
);

-- One-to-one by a unique reference, to a table whose key is a reference, too.
create table artist_contract (
  id integer primary key,
  artist_id integer not null unique references artist_profile (artist_id),
  signed_on date not null
);

-- Two references to one table, which must differ.
create table listener_follow (
  follower_id integer not null references listener (id),
  followed_id integer not null references listener (id),
  since date,
  primary key (follower_id, followed_id),
  check (follower_id <> followed_id)
);
