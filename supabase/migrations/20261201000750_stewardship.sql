-- Handing an organisation to another steward.
--
-- Access: site administrators.

create function public.set_steward(organisation uuid, network uuid) returns void
language plpgsql security definer
set search_path = ''
as $$
begin
	if not private.is_administrator() then
		raise exception 'Only a site administrator hands an organisation to another steward.' using errcode = '42501';
	end if;
	perform private.begin_change('hand over', network);
	update public.organisations set steward_network_id = network where id = organisation;
end
$$;

revoke execute on function public.set_steward(uuid, uuid) from public;
grant execute on function public.set_steward(uuid, uuid) to authenticated;
