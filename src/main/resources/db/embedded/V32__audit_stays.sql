-- As with cuts: what refers to itself is not truncated.
alter table audit_event add constraint audit_event_not_truncated
  foreign key (number) references audit_event (number);
