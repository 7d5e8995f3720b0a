-- Mails that the site sends by itself: who gets which, what they are about, and what became of them.
--
-- A mail is written down in the transaction that causes it, and its text is made when it is sent, from the rows it is
-- about: so nothing is mailed of what was rolled back, and nothing is kept that erasing would miss. It is claimed before
-- it is sent. A mail that was claimed and never reported may or may not have left, and is sent again by hand only.
--
-- Access: coordinators read to whom their network's mails went and what became of them, administrators those of the
-- site. The server alone sends, with the service key.

create type public.mail_state as enum ('waiting', 'claimed', 'sent', 'kept', 'failed', 'unsure', 'cancelled');

create table public.mails (
	id uuid primary key default private.uuid_v7(),
	-- Null: the site's own.
	network_id uuid references public.networks (id) on delete cascade,
	template text not null check (template ~ '^[a-z]+(-[a-z]+)*$' and length(template) <= 60),
	recipient text not null check (length(recipient) <= 254 and recipient ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	-- Keys of the rows that the text is made of; never text itself.
	about jsonb not null default '{}' check (jsonb_typeof(about) = 'object' and length(about::text) <= 4000),
	-- The same mail is written down once: what tells it from others, where it must not be sent twice.
	once text unique check (length(once) <= 300),
	state public.mail_state not null default 'waiting',
	tries smallint not null default 0,
	due_at timestamptz not null default now(),
	claim uuid,
	claimed_at timestamptz,
	sent_at timestamptz,
	fault text check (length(fault) <= 300),
	created_at timestamptz not null default now(),
	check ((state = 'claimed') <= (claim is not null and claimed_at is not null)),
	check ((state = 'sent') = (sent_at is not null))
);
create index mails_network_idx on public.mails (network_id, created_at);
create index mails_due_idx on public.mails (due_at) where state = 'waiting';
create index mails_claimed_idx on public.mails (claimed_at) where state = 'claimed';
create index mails_recipient_idx on public.mails (lower(recipient));

-- Writes a mail down. For functions of this schema only: whoever may call them decides who is written to.
create function private.post(
	template text, recipient text, network uuid, about jsonb, once text default null
) returns uuid
language sql security definer
set search_path = ''
as $$
	insert into public.mails (template, recipient, network_id, about, once)
	values (template, recipient, network, about, once)
	on conflict do nothing
	returning id
$$;

-- Takes up to `most` mails that are due, for this caller alone.
create function public.claim_mails(most integer) returns table (
	id uuid, network_id uuid, template text, recipient text, about jsonb, claim uuid
)
language sql security definer
set search_path = ''
as $$
	update public.mails posted set state = 'claimed', claim = gen_random_uuid(), claimed_at = now(),
		tries = posted.tries + 1
	where posted.id in (
		select due.id from public.mails due
		where due.state = 'waiting' and due.due_at <= now()
		order by due.due_at, due.id
		limit least(greatest(most, 0), 100)
		for update skip locked
	)
	returning posted.id, posted.network_id, posted.template, posted.recipient, posted.about, posted.claim
$$;

-- What became of a claimed mail: `sent`; `kept` where there is no mail server; `refused` for good; or `later`, which
-- is tried again after 1, 10 and 60 minutes and has failed after that. A report of another claim changes nothing.
create function public.report_mail(mail uuid, claimed_as uuid, outcome text, fault text default null)
returns public.mail_state
language plpgsql security definer
set search_path = ''
as $$
declare
	waits constant interval[] := '{1 minute,10 minutes,1 hour}';
	reported public.mail_state;
begin
	if outcome not in ('sent', 'kept', 'refused', 'later') then
		raise exception 'There is no outcome "%" of a mail.', outcome using errcode = '22023';
	end if;
	update public.mails posted set
		state = case
			when outcome = 'sent' then 'sent'
			when outcome = 'kept' then 'kept'
			when outcome = 'later' and posted.tries <= array_length(waits, 1) then 'waiting'
			else 'failed'
		end::public.mail_state,
		sent_at = case when outcome = 'sent' then now() end,
		due_at = case when outcome = 'later' then now() + coalesce(waits[posted.tries], '0') else posted.due_at end,
		claim = null, claimed_at = null,
		fault = left(report_mail.fault, 300)
	where posted.id = mail and posted.claim = claimed_as and posted.state = 'claimed'
	returning posted.state into reported;
	return reported;
end
$$;

-- Mails that somebody claimed so long ago that they can no longer be at it: nobody knows whether these left.
create function public.give_up_mails(after_minutes integer default 15) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
	older_than interval := make_interval(mins => after_minutes);
	given_up integer;
begin
	update public.mails set state = 'unsure', claim = null, claimed_at = null,
		fault = 'The server stopped while this was being sent.'
	where state = 'claimed'
		-- A clock that was set back leaves claims of the future.
		and (claimed_at < now() - older_than or claimed_at > now() + older_than);
	get diagnostics given_up = row_count;
	return given_up;
end
$$;

-- Sends a mail again that failed, was kept, or may not have left; by a coordinator of its network, or an
-- administrator for the site's own.
create function public.send_again(mail uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
	posted public.mails;
begin
	select * into posted from public.mails where id = mail for update;
	if posted.id is null or not private.keeps_mail(posted.network_id) then
		raise exception 'There is no such mail, or it is not yours to send.' using errcode = 'PT404';
	end if;
	if posted.state not in ('failed', 'kept', 'unsure') then
		raise exception 'This mail is waiting or has been sent.' using errcode = 'PT409';
	end if;
	update public.mails set state = 'waiting', tries = 0, due_at = now(), fault = null where id = mail;
end
$$;

create function private.keeps_mail(network uuid) returns boolean
language sql stable security definer
set search_path = ''
as $$
	select case when network is null then private.is_administrator()
		else network in (select private.my_networks('{coordinator}')) end
$$;

revoke execute on function
	private.post(text, text, uuid, jsonb, text), private.keeps_mail(uuid),
	public.claim_mails(integer), public.report_mail(uuid, uuid, text, text), public.give_up_mails(integer),
	public.send_again(uuid)
from public, anon, authenticated;
grant execute on function private.keeps_mail(uuid), public.send_again(uuid) to authenticated;
grant execute on function
	public.claim_mails(integer), public.report_mail(uuid, uuid, text, text), public.give_up_mails(integer)
to service_role;

alter table public.mails enable row level security;
revoke all on public.mails from anon, authenticated;
grant all on public.mails to service_role;
grant select (id, network_id, template, recipient, state, tries, due_at, sent_at, fault, created_at)
	on public.mails to authenticated;

create policy "coordinators read what became of their network's mails" on public.mails
	for select to authenticated
	using (
		network_id in (select private.my_networks('{coordinator}'))
		or (network_id is null and (select private.is_administrator()))
	);
