-- Transfers, continued (DOMAIN 7, 14; S10, S11): the parameters a document was judged with stay with it; money of a withdrawn document
-- is taken back part by part, and nothing is deleted; what was paid of a part is written down, and the execution is reported upward.

alter table fund_document add column parameters text not null default '';
comment on column fund_document.parameters is 'JSON: the parameters it was last sent with; empty before';

alter table fund_line add column taken_back_on date;
alter table fund_line add column taken_back numeric(18,2) not null default 0;
alter table fund_line add constraint only_what_went_down_is_taken_back check (taken_back between 0 and coalesce(sent_amount, 0));
alter table fund_line add constraint it_is_taken_back_once_all_of_it_is check (taken_back_on is null or taken_back = coalesce(sent_amount, -1));
comment on column fund_line.taken_back is 'yuan taken back of what had gone down, which stays written; the rest is still to be taken back';
comment on column fund_line.taken_back_on is 'day the last of the money that had gone down was taken back';

alter table fund_task drop constraint fund_task_kind_check;
alter table fund_task add constraint what_has_to_follow_has_a_known_kind check (kind in ('ADJUST', 'ADD_GOALS', 'TAKE_BACK'));

alter table fund_step add constraint what_is_taken_back_says_why check (act <> 'TAKE_BACK' or length(comment) >= 5);

create table fund_payment (
  id          uuid          primary key,
  line        uuid          not null references fund_line,
  amount      numeric(18,2) not null check (amount >= 0),
  basis       varchar(500)  not null,
  person      uuid          not null,
  person_name varchar(60)   not null,
  at          timestamptz   not null,
  constraint a_payment_says_what_it_rests_on check (length(basis) >= 5)
);
comment on table fund_payment is 'what was paid of a part up to then, where no self-evaluation says it; yuan; the latest counts';
create index payment_of_fund_line on fund_payment (line, at);

create table fund_report (
  id          uuid        primary key,
  document    uuid        not null references fund_document,
  number      integer     not null check (number >= 1),
  content     text        not null,
  reported_on date        not null,
  person      uuid        not null,
  person_name varchar(60) not null,
  at          timestamptz not null,
  constraint a_report_has_its_number_alone unique (document, number),
  constraint a_report_is_an_object check (jsonb_typeof(content::jsonb) = 'object')
);
comment on table fund_report is 'how the execution of a transfer was reported, as it was said then';

-- append-only: what was paid and reported stays as it was said
grant select, insert on fund_payment, fund_report to ${role};

-- Neither the prefecture's eye nor people from outside: a report goes to the jurisdiction above by the exchange.

do $$
declare watched text;
begin
  foreach watched in array array['fund_payment', 'fund_report']
  loop
    execute format('create trigger bypass after insert or update or delete on %I for each row
                    when (session_user <> %L or current_user <> %L) execute function note_bypass()', watched, '${application_login}', '${role}');
    execute format('create trigger bypass_whole after truncate on %I for each statement execute function note_bypass()', watched);
  end loop;
end $$;
