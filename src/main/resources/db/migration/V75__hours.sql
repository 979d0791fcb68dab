-- Sums of what searches have, by the hour (UTC), so that totals do not read each decision. What
-- searches have is copied again, and summed up with it.
create table decision_hour (
  hour_start timestamp with time zone not null,
  replica varchar(36) not null,
  resolution varchar(40) not null,
  currency varchar(3) not null,
  decisions bigint not null,
  refunds bigint not null,
  amount numeric(30, 4) not null,
  discounts bigint not null,
  percent numeric(30, 4) not null,
  primary key (hour_start, replica, resolution, currency)
);
delete from decision_search;
update projection set number = 0;
