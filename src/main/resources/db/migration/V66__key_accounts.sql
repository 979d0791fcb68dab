-- The account of the person who has a key, by which four eyes know that both are one person.

alter table api_key add column account varchar(200);
