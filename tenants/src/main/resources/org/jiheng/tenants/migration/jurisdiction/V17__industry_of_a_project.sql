-- 行业 of a project (S5): what is required, suggested and counted by industry goes by it. Its words are those of the indicator library.
alter table project
  add column industry varchar(60) not null default '',
  add constraint nothing_classified_is_sorted check (not confidential or industry = '');
comment on column project.industry is 'one of the words the indicator library used when it was said; empty: not known';

-- The prefecture sees it with the project. People from outside do not.
create or replace view ${eye}.project with (security_barrier) as
  select id, code, name, unit, fiscal_year, initial_budget, annual_budget, provisional, category, attribute, type, starts, ends, leader,
         phone, functional_class, basis, content, total_investment, key_project, protection, direct_funds, direct_category, upper_document,
         rural, confidential, completed_on, terminated_on, termination_reason, merged_into, merged_on, version, entered_on,
         confirmed_attribute, confirmed_category, 0::numeric(18,2) as asked_budget, industry
  from project where (select ${eye}.recorded());
create or replace view ${guest}.project with (security_barrier) as
  select id, code, name, unit, fiscal_year, initial_budget, annual_budget, provisional, category, attribute, type, starts, ends, leader,
         ''::varchar(30) as phone, functional_class, basis, content, total_investment, key_project, protection, direct_funds,
         direct_category, upper_document, rural, confidential, completed_on, terminated_on, termination_reason, merged_into, merged_on, version,
         entered_on, confirmed_attribute, confirmed_category, 0::numeric(18,2) as asked_budget, ''::varchar(60) as industry
  from project where id in (select project from ${guest}.project_window);
