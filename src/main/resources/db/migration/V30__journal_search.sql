-- All that searches look at and lists show, so that neither has to read whole entries.
create index journal_entry_search on journal_entry (
  decided_at, decision_id, dispute_id, resolution, reason_code, rule_set, case_status,
  discount_percent, refund_amount, refund_currency, as_of, caller, request_id, replica, number);

drop index journal_entry_decided_at;

create index journal_entry_key on journal_entry (key_id);
create index personal_key_made_at on personal_key (made_at);
