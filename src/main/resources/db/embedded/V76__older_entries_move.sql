drop trigger journal_entry_kept;
create trigger journal_entry_kept before delete on journal_entry
  for each row call 'io.redress.database.KeptUnlessCutOrMoved';
