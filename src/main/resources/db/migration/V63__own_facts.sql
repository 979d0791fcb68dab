-- Facts and outcomes of the seller's own, for searches and exports: copies of what entries hold,
-- which have the hashes. Free texts are personal data, and are never here.
create table journal_custom (
  decision_id uuid not null references journal_entry (decision_id) on delete cascade,
  custom_name varchar(40) not null,
  custom_value varchar(200) not null,
  kind varchar(10) not null,
  primary key (decision_id, custom_name)
);

create index journal_custom_value on journal_custom (custom_name, custom_value, decision_id);
