alter table project add column of_the_next_version text;
create table thing_of_the_next_version (id uuid primary key);
grant select, insert on thing_of_the_next_version to ${role};
