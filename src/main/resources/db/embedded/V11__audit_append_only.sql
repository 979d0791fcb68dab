create trigger audit_event_kept before update, delete on audit_event
  for each row call 'io.redress.database.AppendOnly';
