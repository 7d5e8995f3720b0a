-- Search over organisations (old names too), practices and learning links: words and near spellings.
--
-- Access: everyone; a hit is shown only if the caller may read its row. Candidates are found by index without
-- row level security, and are ids only; the rows they lead to are read under the caller's rights.

create index organisations_words_idx on public.organisations
	using gin (to_tsvector('english', private.fold(name || ' ' || coalesce(summary, ''))));
create index practices_words_idx on public.practices
	using gin (to_tsvector('english', private.fold(name || ' ' || coalesce(summary, ''))));
create index learning_links_words_idx on public.learning_links
	using gin (to_tsvector('english', private.fold(title || ' ' || coalesce(publisher, '') || ' ' || coalesce(summary, ''))));

-- At most 300 of a kind. Not in a schema of the API: only public.search() reaches it.
create function private.search_candidates(q text) returns table (kind text, id uuid, score real)
language sql stable security definer
set search_path = ''
as $$
	with asked as (
		select private.fold(q) as folded, websearch_to_tsquery('english', private.fold(q)) as words
	),
	named as (
		(
			select organisation.id, extensions.word_similarity(folded, private.fold(organisation.name)) as score
			from asked, public.organisations organisation
			where folded operator(extensions.<%) private.fold(organisation.name)
			order by score desc limit 300
		)
		union all
		(
			select names.organisation_id, extensions.word_similarity(folded, private.fold(names.name)) * 0.95
			from asked, public.organisation_names names
			where folded operator(extensions.<%) private.fold(names.name)
			order by 2 desc limit 300
		)
		union all
		(
			select organisation.id, 0.5 + ts_rank(
				to_tsvector('english', private.fold(organisation.name || ' ' || coalesce(organisation.summary, ''))), words
			)
			from asked, public.organisations organisation
			where to_tsvector('english', private.fold(organisation.name || ' ' || coalesce(organisation.summary, '')))
				@@ words
			order by 2 desc limit 300
		)
	)
	select 'organisation', named.id, max(named.score)::real from named group by named.id
	union all
	select 'practice', practice.id, greatest(
		extensions.word_similarity(folded, private.fold(practice.name)),
		case when to_tsvector('english', private.fold(practice.name || ' ' || coalesce(practice.summary, ''))) @@ words
			then 0.5 end
	)::real
	from asked, public.practices practice
	where folded operator(extensions.<%) private.fold(practice.name)
		or to_tsvector('english', private.fold(practice.name || ' ' || coalesce(practice.summary, ''))) @@ words
	union all
	select 'link', link.id, greatest(
		extensions.word_similarity(folded, private.fold(link.title)),
		case when to_tsvector('english', private.fold(
			link.title || ' ' || coalesce(link.publisher, '') || ' ' || coalesce(link.summary, '')
		)) @@ words then 0.5 end
	)::real
	from asked, public.learning_links link
	where folded operator(extensions.<%) private.fold(link.title)
		or to_tsvector('english', private.fold(
			link.title || ' ' || coalesce(link.publisher, '') || ' ' || coalesce(link.summary, '')
		)) @@ words
$$;

revoke execute on all functions in schema private from public;
grant execute on function private.search_candidates(text) to anon, authenticated, service_role;

-- Any text is safe to ask: it is cut to 200 characters and parsed as words, never as a pattern.
create function public.search(q text, kinds text[] default null, max_hits integer default 20)
returns table (kind text, id uuid, slug text, title text, detail text, score real)
language sql stable
set search_path = ''
set jit = off
as $$
	with candidate as materialized (
		select found.kind, found.id, found.score
		from private.search_candidates(trim(left(q, 200))) found
		where trim(left(q, 200)) <> '' and (kinds is null or found.kind = any (kinds))
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

revoke execute on function public.search(text, text[], integer) from public;
grant execute on function public.search(text, text[], integer) to anon, authenticated, service_role;
