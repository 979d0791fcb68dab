-- Why a run failed, for readers of any language: failure is the English text, which the API gives.
-- Both are empty for runs that failed before.
alter table impact_run add column failure_code varchar(40);
alter table impact_run add column failure_argument varchar(200);
