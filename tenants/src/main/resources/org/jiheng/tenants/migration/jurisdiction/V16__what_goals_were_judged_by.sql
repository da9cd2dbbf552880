-- The scheme of points a unit chooses where it may (goal.scheme.chosen_by), and the rules finance's sheets were filled in by: a
-- finished goal is shown as it was judged, whatever holds today. What the checks knew is kept in the outcome of the version.

alter table goal add column scheme_chosen varchar(2) check (scheme_chosen in ('W1', 'W2'));
comment on column goal.scheme_chosen is 'family of schemes the unit chose; empty: the one its jurisdiction says, or that fits the lines';

alter table goal_review_sheet add column parameters jsonb;
comment on column goal_review_sheet.parameters is 'in force when it was filled in last; empty: before this was written down';

-- the same views, with the new columns at their end
create or replace view ${eye}.goal with (security_barrier) as
  select * from goal where id in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create or replace view ${eye}.goal_review_sheet with (security_barrier) as
  select * from goal_review_sheet where goal in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
create or replace view ${guest}.goal with (security_barrier) as select * from goal where false;
create or replace view ${guest}.goal_review_sheet with (security_barrier) as select * from goal_review_sheet where false;
