-- The key that encrypts the secret; empty: none does. See WrappingKeys.
alter table personal_key add column wrapped_with varchar(16) default '' not null;
create index personal_key_wrapped_with on personal_key (wrapped_with, id);
