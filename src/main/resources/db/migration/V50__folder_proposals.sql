-- What the folders held each time they were proposed, so that only a changed file is news.

create table folder_proposal (
  number bigint primary key,
  version varchar(12) not null,
  proposed_at timestamp with time zone not null,
  files ${text} not null
);
