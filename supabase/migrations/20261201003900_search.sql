-- Search over organisations (old names too), practices and learning links: words and near spellings.
--
-- Access: everyone; a hit is shown only if the caller may read its row. Candidates are found by index without
-- row level security, and are ids only; the rows they lead to are read under the caller's rights.

create index organisations_words_idx on public.organisations
	using gin (to_tsvector('english', private.fold(name || ' ' || coalesce(summary, ''))));
create index organisation_names_words_idx on public.organisation_names
	using gin (to_tsvector('english', private.fold(name)));
create index practices_words_idx on public.practices
	using gin (to_tsvector('english', private.fold(name || ' ' || coalesce(summary, ''))));
create index learning_links_words_idx on public.learning_links
	using gin (to_tsvector('english', private.fold(title || ' ' || coalesce(publisher, '') || ' ' || coalesce(summary, ''))));

-- Words first, the last of them as a beginning, so that it serves while one types; near spellings only where words
-- find little. Capped before anything is ranked, so that a word which everybody uses costs no more than a rare
-- one; a name that is exactly what was asked is never among those cut. Not in a schema of the API: only
-- public.search() reaches it.
create function private.search_candidates(q text) returns table (kind text, id uuid, score real)
language plpgsql stable security definer
set search_path = ''
set jit = off
as $$
declare
	folded text := private.fold(q);
	words tsquery := (nullif(websearch_to_tsquery('english', private.fold(q))::text, '') || ':*')::tsquery;
	found integer;
begin
	return query
	select 'organisation', named.id, 2::real
	from public.organisations named where private.fold(named.name) = folded limit 50;

	return query
	with matched (kind, id, label) as (
		(
			select 'organisation', organisation.id, organisation.name
			from public.organisations organisation
			where to_tsvector('english', private.fold(organisation.name || ' ' || coalesce(organisation.summary, '')))
				@@ words
			limit 1000
		)
		union all
		(
			select 'organisation', names.organisation_id, names.name
			from public.organisation_names names
			where to_tsvector('english', private.fold(names.name)) @@ words
			limit 1000
		)
		union all
		(
			select 'practice', practice.id, practice.name
			from public.practices practice
			where to_tsvector('english', private.fold(practice.name || ' ' || coalesce(practice.summary, ''))) @@ words
			limit 1000
		)
		union all
		(
			select 'link', link.id, link.title
			from public.learning_links link
			where to_tsvector('english', private.fold(
				link.title || ' ' || coalesce(link.publisher, '') || ' ' || coalesce(link.summary, '')
			)) @@ words
			limit 1000
		)
	)
	select matched.kind, matched.id, (0.5 + extensions.word_similarity(folded, private.fold(matched.label)))::real
	from matched;
	get diagnostics found = row_count;

	if found < 10 then
		return query
		with near (kind, id, score) as (
			select 'organisation', organisation.id, extensions.word_similarity(folded, private.fold(organisation.name))
			from public.organisations organisation
			where folded operator(extensions.<%) private.fold(organisation.name)
			union all
			select 'organisation', names.organisation_id, extensions.word_similarity(folded, private.fold(names.name))
			from public.organisation_names names
			where folded operator(extensions.<%) private.fold(names.name)
			union all
			select 'practice', practice.id, extensions.word_similarity(folded, private.fold(practice.name))
			from public.practices practice
			where folded operator(extensions.<%) private.fold(practice.name)
			union all
			select 'link', link.id, extensions.word_similarity(folded, private.fold(link.title))
			from public.learning_links link
			where folded operator(extensions.<%) private.fold(link.title)
		)
		select near.kind, near.id, near.score::real from near order by near.score desc limit 300;
	end if;
end
$$;

-- Any text is safe to ask: it is cut to 200 characters and parsed as words, never as a pattern.
create function public.search(q text, kinds text[] default null, max_hits integer default 20)
returns table (kind text, id uuid, slug text, title text, detail text, score real)
language sql stable
set search_path = ''
set jit = off
as $$
	with candidate as materialized (
		select found.kind, found.id, max(found.score) as score
		from private.search_candidates(trim(left(q, 200))) found
		where trim(left(q, 200)) <> '' and (kinds is null or found.kind = any (kinds))
		group by found.kind, found.id
	)
	select hit.kind, hit.id, hit.slug, hit.title, hit.detail, hit.score
	from (
		select candidate.kind, candidate.id, organisation.slug, organisation.name as title,
			organisation.kind::text as detail, candidate.score
		from candidate join public.organisations organisation on organisation.id = candidate.id
		where candidate.kind = 'organisation'
		union all
		select candidate.kind, candidate.id, practice.slug, practice.name, practice.evidence_level::text,
			candidate.score
		from candidate join public.practices practice on practice.id = candidate.id
		where candidate.kind = 'practice'
		union all
		select candidate.kind, candidate.id, link.slug, link.title, link.kind::text, candidate.score
		from candidate join public.learning_links link on link.id = candidate.id
		where candidate.kind = 'link'
	) hit
	order by hit.score desc, hit.title, hit.id
	limit greatest(1, least(coalesce(max_hits, 20), 100))
$$;

revoke execute on all functions in schema private from public;

grant execute on function private.search_candidates(text) to anon, authenticated, service_role;

revoke execute on function public.search(text, text[], integer) from public;
grant execute on function public.search(text, text[], integer) to anon, authenticated, service_role;
