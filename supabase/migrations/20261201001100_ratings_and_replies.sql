-- What people think of a link: ratings, and replies.
--
-- Access: anyone signed in rates and replies. Ratings are private; links carry average and count. Replies wait for a
-- coordinator or editor of the link's network, and everyone reads those that are shown.

create table public.ratings (
	link_id uuid not null references public.learning_links (id) on delete cascade,
	user_id uuid not null default auth.uid() references auth.users (id) on delete cascade,
	score smallint not null check (score between 1 and 5),
	rated_at timestamptz not null default now(),
	primary key (link_id, user_id)
);
create index ratings_user_idx on public.ratings (user_id);

create function private.count_ratings() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
	changed uuid := coalesce(new.link_id, old.link_id);
begin
	if tg_op = 'UPDATE' then
		if new.score = old.score then
			return null;
		end if;
	end if;
	update public.learning_links link
	set rating_average = given.average, rating_count = given.count
	from (
		select round(avg(score), 2) as average, count(*)::integer as count
		from public.ratings where link_id = changed
	) given
	where link.id = changed
		and (link.rating_average, link.rating_count) is distinct from (given.average, given.count);
	return null;
end
$$;

create trigger count_ratings after insert or update or delete on public.ratings
	for each row execute function private.count_ratings();

create table public.replies (
	id uuid primary key default private.uuid_v7(),
	key text not null generated always as (private.public_key(id)) stored unique,
	link_id uuid not null references public.learning_links (id) on delete cascade,
	author_id uuid default auth.uid() references auth.users (id) on delete set null,
	-- The name that the author chose to show; nothing is taken from the account.
	signed_as text check (length(signed_as) between 1 and 120),
	body text not null check (length(body) between 1 and 4000),
	status public.reply_status not null default 'pending',
	written_at timestamptz not null default now()
);
create index replies_link_idx on public.replies (link_id);
create index replies_author_idx on public.replies (author_id);

-- Pending replies are seen by the people of the link's network.
create function private.links_of_my_networks() returns setof uuid
language sql stable security definer
set search_path = ''
as $$
	select id from public.learning_links where network_id in (select private.all_my_networks())
$$;

select private.keep_changes('public.replies', '{id,link_id,status}');

revoke execute on all functions in schema private from public;

grant execute on function private.links_of_my_networks() to anon, authenticated, service_role;

alter table public.ratings enable row level security;
alter table public.replies enable row level security;

revoke all on public.ratings, public.replies from anon, authenticated;
grant all on public.ratings, public.replies to service_role;
grant select, delete on public.ratings to authenticated;
grant insert (link_id, user_id, score), update (score) on public.ratings to authenticated;
-- Who wrote a reply is known to its author and to nobody else through the table.
grant select (id, key, link_id, signed_as, body, status, written_at) on public.replies to anon, authenticated;
grant insert (link_id, signed_as, body), update (status) on public.replies to authenticated;
grant delete on public.replies to authenticated;

create policy "people read their own ratings" on public.ratings
	for select to authenticated
	using (user_id = (select auth.uid()));

create policy "signed-in people rate a link they see" on public.ratings
	for insert to authenticated
	with check (
		user_id = (select auth.uid()) and exists (select from public.learning_links where id = link_id)
	);

create policy "people change their own rating" on public.ratings
	for update to authenticated
	using (user_id = (select auth.uid()))
	with check (user_id = (select auth.uid()));

create policy "people take back their own rating" on public.ratings
	for delete to authenticated
	using (user_id = (select auth.uid()));

create policy "everyone reads replies that are shown" on public.replies
	for select to anon, authenticated
	using (status = 'shown' and exists (select from public.learning_links where learning_links.id = link_id));

create policy "authors and people of the network read replies that wait" on public.replies
	for select to authenticated
	using (
		author_id = (select auth.uid())
		or (status = 'pending' and link_id in (select private.links_of_my_networks()))
		or link_id in (select private.links_i_change())
	);

create policy "signed-in people reply to a link they see" on public.replies
	for insert to authenticated
	with check (
		author_id = (select auth.uid()) and status = 'pending'
		and exists (select from public.learning_links where learning_links.id = link_id)
	);

create policy "coordinators and editors decide on replies" on public.replies
	for update to authenticated
	using (link_id in (select private.links_i_change()))
	with check (link_id in (select private.links_i_change()));

create policy "authors take back replies, coordinators and editors remove them" on public.replies
	for delete to authenticated
	using (author_id = (select auth.uid()) or link_id in (select private.links_i_change()));
