-- Indexes for what is looked up only when an account, an area or an organisation goes: without them, forgetting
-- one person would read every adoption.
--
-- Access: unchanged.

create index adoptions_stated_by_idx on public.adoptions (stated_by) where stated_by is not null;
create index adoptions_confirmed_by_idx on public.adoptions (confirmed_by) where confirmed_by is not null;
create index ties_stated_by_idx on public.ties (stated_by) where stated_by is not null;
create index ties_confirmed_by_idx on public.ties (confirmed_by) where confirmed_by is not null;
create index associations_stated_by_idx on public.associations (stated_by) where stated_by is not null;
create index associations_confirmed_by_idx on public.associations (confirmed_by) where confirmed_by is not null;
create index memberships_stated_by_idx on public.memberships (stated_by) where stated_by is not null;
create index memberships_confirmed_by_idx on public.memberships (confirmed_by) where confirmed_by is not null;
create index suggestions_reviewer_idx on public.suggestions (reviewer_id) where reviewer_id is not null;
create index import_batches_created_by_idx on public.import_batches (created_by) where created_by is not null;
create index merges_merged_by_idx on public.merges (merged_by) where merged_by is not null;
create index groups_area_idx on public.groups (area_code);
create index join_requests_area_idx on public.join_requests (area_code);
create index join_requests_organisation_idx on public.join_requests (organisation_id);
