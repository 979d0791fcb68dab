create trigger audit_event_kept before update or delete or truncate on audit_event
  for each statement execute function refuse_change();
