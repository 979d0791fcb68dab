-- What retention visits, in the order of the visit, so that no statement reads all of a table.
create index personal_key_visit on personal_key (made_at, id);
drop index personal_key_made_at;
create index journal_entry_key_decided on journal_entry (key_id, decided_at);
drop index journal_entry_key;
