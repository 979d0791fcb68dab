create trigger audit_chain_kept before update or delete or truncate on audit_chain
  for each statement execute function refuse_change();
