-- The exchange: envelopes from one jurisdiction to another. The one place where they meet, and nothing else crosses. Envelopes are
-- only ever added, each chained to the one its sender sent before; sender and receiver read them, and nobody else does.
create schema exchange;

create table exchange.envelope (
  id             uuid         primary key,
  sender         char(6)      not null references platform.jurisdiction,
  number         bigint       not null check (number >= 1),
  receiver       char(6)      not null references platform.jurisdiction,
  kind           varchar(40)  not null check (kind ~ '^[A-Z][A-Z_]*$'),
  subject        varchar(160) not null,
  title          varchar(200) not null,
  key            varchar(160) not null,
  schema_version integer      not null check (schema_version >= 1),
  payload        text         not null,
  enclosed       text         not null default '[]',
  answers        uuid         references exchange.envelope,
  sent_at        timestamptz  not null,
  sent_by        uuid         not null,
  sent_by_name   varchar(60)  not null,
  previous       char(64)     not null,
  digest         char(64)     not null,
  constraint envelope_has_its_number_alone unique (sender, number),
  constraint envelope_is_sent_once unique (sender, key),
  constraint nobody_writes_to_itself check (sender <> receiver),
  constraint a_payload_is_an_object check (jsonb_typeof(payload::jsonb) = 'object'),
  constraint enclosures_are_listed check (jsonb_typeof(enclosed::jsonb) = 'array'),
  constraint a_receipt_answers check (kind <> 'RECEIPT' or answers is not null)
);
comment on table exchange.envelope is 'what one jurisdiction sent another; only ever added to, chained for each sender';
comment on column exchange.envelope.subject is 'lasting name of what it is about, the same on both sides';
comment on column exchange.envelope.key is 'the sender''s key of the command: the same key a second time sends nothing';
comment on column exchange.envelope.payload is 'JSON as it was sent, letter by letter, because the digest covers it';
comment on column exchange.envelope.enclosed is 'JSON: name, type, size and SHA-256 of each file that goes with it, covered by the digest';
comment on column exchange.envelope.answers is 'the envelope this one is an answer to: a receipt, a return, a comment';
create index envelope_of_receiver on exchange.envelope (receiver, kind, sent_at);
create index envelope_about on exchange.envelope (subject);
create index answer_to_envelope on exchange.envelope (answers);
create unique index one_receipt_for_an_envelope on exchange.envelope (answers) where kind = 'RECEIPT';

create table exchange.enclosure (
  envelope uuid    not null references exchange.envelope,
  position integer not null check (position >= 1),
  sha256   char(64) not null,
  content  bytea   not null,
  primary key (envelope, position),
  constraint content_is_what_its_digest_says check (encode(sha256(content), 'hex') = sha256)
);
comment on table exchange.enclosure is 'files that go with an envelope, which names the digest of each';

-- Sender and receiver, and only between a jurisdiction and the one above it. The guests of a jurisdiction, its administrators and its
-- audit have other roles, which were granted nothing here.
alter table exchange.envelope enable row level security;
create policy sender_and_receiver_read on exchange.envelope for select using (platform.code_of_role() in (sender, receiver));
create policy sender_sends on exchange.envelope for insert
  with check (sender = platform.code_of_role() and (platform.parent_of(receiver) = sender or platform.parent_of(sender) = receiver));
alter table exchange.enclosure enable row level security;
create policy sender_and_receiver_read on exchange.enclosure for select
  using (envelope in (select id from exchange.envelope));
create policy sender_encloses on exchange.enclosure for insert
  with check (envelope in (select id from exchange.envelope where sender = platform.code_of_role()));

grant usage on schema exchange to ${jurisdiction_role};
grant select, insert on exchange.envelope, exchange.enclosure to ${jurisdiction_role};

-- Whoever adds an envelope goes on from the sender's last one. Two at the same moment wait for each other.
create function exchange.goes_on() returns trigger language plpgsql security definer set search_path = exchange, pg_temp as $$
declare last record;
begin
  perform pg_advisory_xact_lock(hashtext('exchange'), new.sender::integer);
  select number, digest into last from envelope where sender = new.sender order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or new.previous <> coalesce(last.digest, repeat('0', 64)) then
    raise exception 'an envelope goes on from the last one of its sender' using errcode = 'integrity_constraint_violation';
  end if;
  if new.answers is not null
    and not exists (select from envelope e where e.id = new.answers and e.sender = new.receiver and e.receiver = new.sender) then
    raise exception 'an answer goes to whoever wrote' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
revoke all on function exchange.goes_on() from public;
create trigger goes_on before insert on exchange.envelope for each row execute function exchange.goes_on();

create function exchange.listed() returns trigger language plpgsql security definer set search_path = exchange, pg_temp as $$
begin
  if new.sha256 is distinct from (select e.enclosed::jsonb -> (new.position - 1) ->> 'sha256' from envelope e where e.id = new.envelope) then
    raise exception 'an envelope takes along only what it lists' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
revoke all on function exchange.listed() from public;
create trigger listed before insert on exchange.enclosure for each row execute function exchange.listed();

-- What is changed past the application stands in the trails of both.
create function exchange.note_bypass() returns trigger language plpgsql security definer set search_path = exchange, pg_temp as $$
declare
  old_row jsonb := case when tg_op in ('UPDATE', 'DELETE') then to_jsonb(old) end;
  new_row jsonb := case when tg_op in ('INSERT', 'UPDATE') then to_jsonb(new) end;
  place text;
begin
  for place in
    select unnest(array[old_row ->> 'sender', old_row ->> 'receiver', new_row ->> 'sender', new_row ->> 'receiver'])
    union
    select unnest(array[e.sender, e.receiver]) from envelope e
    where tg_table_name = 'enclosure' and e.id::text in (old_row ->> 'envelope', new_row ->> 'envelope')
  loop
    continue when place is null;
    if to_regclass(format('%I.audit_entry', 'j_' || place)) is not null then
      execute format('insert into %I.audit_entry (id, at, person, username, person_name, acting_for, origin, act, subject, title,
                      before, after, outcome, note)
                      values (gen_random_uuid(), clock_timestamp(), ''00000000-0000-0000-0000-000000000000'', left(session_user, 60),
                      left(session_user, 60), ''database'', $1, ''BYPASS'', $2, $2, $3, $4, ''DONE'', $5)', 'j_' || place)
        using coalesce(host(inet_client_addr()), 'local'), 'exchange.' || tg_table_name, coalesce((old_row - 'content')::text, ''),
              coalesce((new_row - 'content')::text, ''), tg_op;
    end if;
  end loop;
  return null;
end $$;
revoke all on function exchange.note_bypass() from public;
create trigger bypass after insert or update or delete on exchange.envelope for each row
  when (session_user <> '${application_login}') execute function exchange.note_bypass();
create trigger bypass after insert or update or delete on exchange.enclosure for each row
  when (session_user <> '${application_login}') execute function exchange.note_bypass();
