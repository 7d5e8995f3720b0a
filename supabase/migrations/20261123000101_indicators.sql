-- What an indicator is a share, rate or average of, and how it is had for a larger area: figures without their
-- denominator cannot be added up rightly by whoever takes them away.
--
-- Access: as for the table: everyone reads, administrators write.

create type public.indicator_aggregation as enum ('sum', 'mean', 'none');

alter table public.indicators
	add column denominator text check (length(denominator) between 1 and 160),
	add column aggregation public.indicator_aggregation not null default 'none';
