-- Whether a transfer went down in time is told by the day it first did (预算法 52), however often it was adjusted and sent again later.

alter table fund_document add column first_sent_on date;
alter table fund_document add constraint it_first_went_down_before_it_last_did check (first_sent_on <= sent_on);
comment on column fund_document.first_sent_on is 'day it went down for the first time; empty before, and where only the last day was written down: that one counts';

-- Money of a withdrawn document that finance had cut from its project by hand before: it is not there to be taken back, and is owed no
-- more (S10). Its figure stands beside what was taken back; what is left of a part is what went down less both.

alter table fund_line add column cut_away numeric(18,2) not null default 0;
comment on column fund_line.cut_away is 'yuan of what had gone down that its project had lost by a cut made by hand before it was taken back';

alter table fund_line drop constraint it_is_taken_back_once_all_of_it_is;
alter table fund_line add constraint nothing_is_left_once_it_is_taken_back
  check (taken_back_on is null or taken_back + cut_away = coalesce(sent_amount, -1));
alter table fund_line add constraint no_more_is_gone_than_went_down
  check (cut_away >= 0 and taken_back + cut_away <= coalesce(sent_amount, 0));

-- Neither the prefecture's eye nor people from outside see anything of fund_document and fund_line: that stays so.
