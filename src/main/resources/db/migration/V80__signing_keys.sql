-- Keys that sign certificates of decisions. A key that does not sign any more has no secret.

create table signing_key (
  id uuid primary key,
  key_id varchar(43) not null unique,
  public_key varchar(43) not null,
  secret ${row_bytes},
  -- The key that encrypts the secret; empty: none does. See WrappingKeys.
  wrapped_with varchar(16) default '' not null,
  created_at timestamp with time zone not null,
  created_by varchar(200) not null,
  retired_at timestamp with time zone,
  revoked_at timestamp with time zone
);
