-- A form that was sent in and is withdrawn goes back to where it was sent from: a draft, also one of a new round, or a
-- returned form.
alter table review add column sent_from varchar(20) not null default 'DRAFT' check (sent_from in ('DRAFT', 'RETURNED'));
update review set sent_from = 'RETURNED' where round > 1;
create or replace view ${eye}.review with (security_barrier) as select * from review where state = 'APPROVED';
