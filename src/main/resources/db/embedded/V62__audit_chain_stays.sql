create trigger audit_chain_kept before update, delete on audit_chain
  for each row call 'io.redress.database.AppendOnly';
