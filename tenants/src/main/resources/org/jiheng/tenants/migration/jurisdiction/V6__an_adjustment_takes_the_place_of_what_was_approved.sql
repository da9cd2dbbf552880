-- What is approved changes only by an adjustment (DOMAIN 1.3): a form of its own, with its own way through the review. Until it is
-- approved the form it adjusts stays in force, for everybody who reads it; then that one is superseded.
alter table review add column adjusts uuid references review;
comment on column review.adjusts is 'the approved form this one is to take the place of; empty for a form begun from nothing';
alter table review drop constraint review_state_check;
alter table review add constraint review_state_check
  check (state in ('DRAFT', 'UNIT_REVIEW', 'DEPARTMENT_REVIEW', 'FINANCE_FIRST', 'FINANCE_SECOND', 'APPROVED', 'RETURNED', 'REJECTED',
                   'CANCELLED', 'SUPERSEDED'));
create unique index one_adjustment_of_a_form_at_a_time on review (adjusts) where state <> 'CANCELLED';
alter table review_step add constraint an_adjustment_says_why
  check (move <> 'ADJUST' or to_state = 'SUPERSEDED' or length(comment) >= 5);

-- Files belong to a cell of a form, or to a thing that has no cells.
alter table attachment add column place varchar(120) not null default '';
comment on column attachment.place is 'the cell of the form it was handed in at; empty for a thing without cells';

-- The views have the new columns, too: the same code reads them. The prefecture is shown the files of approved forms, as it is shown
-- the forms; people from outside are shown those of their engagements, as before, and none of forms.
create or replace view ${eye}.review with (security_barrier) as
  select * from review where state = 'APPROVED' and (select ${eye}.recorded());
create view ${eye}.attachment with (security_barrier) as
  select * from attachment where subject in (select id from review where state = 'APPROVED') and (select ${eye}.recorded());
grant select on ${eye}.attachment to ${prefecture_role};
-- of the forms of its projects a guest is shown the self-evaluations: versions, notes and steps hang on this view as well
create or replace view ${guest}.review with (security_barrier) as
  select * from review where round > 0 and state <> 'DRAFT' and form_type = 'SELF_EVALUATION'
    and project in (select project from ${guest}.project_window);
create or replace view ${guest}.attachment with (security_barrier) as
  select * from attachment where subject in (select id from ${guest}.engagement)
  with cascaded check option;
