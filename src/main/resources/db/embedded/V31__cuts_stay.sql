-- H2 has no trigger for truncate, but truncates no table that another one, or itself, refers to.
alter table journal_cut add constraint journal_cut_not_truncated
  foreign key (replica, through) references journal_cut (replica, through);
