-- The rule set to which a candidate was brought up to date; empty: that from which its work began.
alter table rule_set add column based_on varchar(12);
