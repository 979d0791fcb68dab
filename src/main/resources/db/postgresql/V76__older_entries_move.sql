create function refuse_deletion_unless_cut_or_moved() returns trigger language plpgsql as $$
begin
  if not exists (
      select from journal_cut where replica = old.replica and through >= old.number)
    and not exists (
      select from journal_chain
      where replica = old.replica and number = old.number and hash = decode(old.hash, 'hex')) then
    raise exception '% is append-only', tg_table_name;
  end if;
  return old;
end $$;
drop trigger journal_entry_kept on journal_entry;
create trigger journal_entry_kept before delete on journal_entry
  for each row execute function refuse_deletion_unless_cut_or_moved();
