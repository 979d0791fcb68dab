create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;

create function refuse_deletion_unless_cut() returns trigger language plpgsql as $$
begin
  if not exists (
      select from journal_cut where replica = old.replica and through >= old.number) then
    raise exception '% is append-only', tg_table_name;
  end if;
  return old;
end $$;

create trigger journal_entry_unchanged before update or truncate on journal_entry
  for each statement execute function refuse_change();
create trigger journal_entry_kept before delete on journal_entry
  for each row execute function refuse_deletion_unless_cut();
create trigger journal_cut_kept before update or delete or truncate on journal_cut
  for each statement execute function refuse_change();
