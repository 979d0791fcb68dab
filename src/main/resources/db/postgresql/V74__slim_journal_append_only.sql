create trigger journal_chain_unchanged before update or truncate on journal_chain
  for each statement execute function refuse_change();
create trigger journal_chain_kept before delete on journal_chain
  for each row execute function refuse_deletion_unless_cut();

-- A decision is in one of two tables, so what belongs to it cannot refer to one.
alter table idempotency_key drop constraint idempotency_key_decision_id_fkey;
alter table journal_custom drop constraint journal_custom_decision_id_fkey;
