create trigger journal_chain_unchanged before update on journal_chain
  for each row call 'io.redress.database.AppendOnly';
create trigger journal_chain_kept before delete on journal_chain
  for each row call 'io.redress.database.KeptUnlessCut';

-- A decision is in one of two tables, so what belongs to it cannot refer to one.
execute immediate (select 'alter table idempotency_key drop constraint "' || constraint_name || '"'
  from information_schema.table_constraints
  where table_name = 'idempotency_key' and constraint_type = 'FOREIGN KEY');
execute immediate (select 'alter table journal_custom drop constraint "' || constraint_name || '"'
  from information_schema.table_constraints
  where table_name = 'journal_custom' and constraint_type = 'FOREIGN KEY');

-- As with cuts: what refers to itself is not truncated.
alter table journal_entry add constraint journal_entry_not_truncated
  foreign key (replica, number) references journal_entry (replica, number);
alter table journal_chain add constraint journal_chain_not_truncated
  foreign key (replica, number) references journal_chain (replica, number);
