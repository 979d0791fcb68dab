-- Who is signed in to the console. Cookies hold what sha256 is the hash of, and nobody keeps that.

create table console_session (
  sha256 char(64) primary key,
  name varchar(200) not null,
  roles varchar(100) not null,
  key_id char(12),
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null
);

create index console_session_ends on console_session (ends_at);
