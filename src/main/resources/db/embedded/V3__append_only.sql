create trigger journal_entry_unchanged before update on journal_entry
  for each row call 'io.redress.database.AppendOnly';
create trigger journal_entry_kept before delete on journal_entry
  for each row call 'io.redress.database.KeptUnlessCut';
create trigger journal_cut_kept before update, delete on journal_cut
  for each row call 'io.redress.database.AppendOnly';
