// Written by `npm run types` from supabase/migrations. Not edited by hand.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			adoption_contacts: {
				Row: {
					adoption_id: string;
					person_id: string;
				};
				Insert: {
					adoption_id: string;
					person_id: string;
				};
				Update: {
					adoption_id?: string;
					person_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'adoption_contacts_adoption_id_fkey'; columns: ['adoption_id']; isOneToOne: false; referencedRelation: 'adoptions'; referencedColumns: ['id'] },
					{ foreignKeyName: 'adoption_contacts_person_id_fkey'; columns: ['person_id']; isOneToOne: false; referencedRelation: 'people'; referencedColumns: ['id'] },
				];
			};
			adoption_gaps: {
				Row: {
					created_at: string;
					note: string | null;
					organisation_id: string;
					practice_id: string;
					revision: number;
					source_on: string | null;
					source_url: string | null;
				};
				Insert: {
					created_at?: string;
					note?: string | null;
					organisation_id: string;
					practice_id: string;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
				};
				Update: {
					created_at?: string;
					note?: string | null;
					organisation_id?: string;
					practice_id?: string;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'adoption_gaps_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'adoption_gaps_practice_id_fkey'; columns: ['practice_id']; isOneToOne: false; referencedRelation: 'practices'; referencedColumns: ['id'] },
				];
			};
			adoption_stages: {
				Row: {
					adoption_id: string;
					id: string;
					key: string;
					note: string | null;
					reached_on: string | null;
					reached_precision: Database['public']['Enums']['date_precision'];
					revision: number;
					source_url: string | null;
					stage: Database['public']['Enums']['adoption_stage'];
				};
				Insert: {
					adoption_id: string;
					id?: string;
					key?: never;
					note?: string | null;
					reached_on?: string | null;
					reached_precision?: Database['public']['Enums']['date_precision'];
					revision?: number;
					source_url?: string | null;
					stage: Database['public']['Enums']['adoption_stage'];
				};
				Update: {
					adoption_id?: string;
					id?: string;
					key?: never;
					note?: string | null;
					reached_on?: string | null;
					reached_precision?: Database['public']['Enums']['date_precision'];
					revision?: number;
					source_url?: string | null;
					stage?: Database['public']['Enums']['adoption_stage'];
				};
				Relationships: [
					{ foreignKeyName: 'adoption_stages_adoption_id_fkey'; columns: ['adoption_id']; isOneToOne: false; referencedRelation: 'adoptions'; referencedColumns: ['id'] },
				];
			};
			adoptions: {
				Row: {
					confidence: Database['public']['Enums']['confidence'];
					confirmed_at: string | null;
					confirmed_by: string | null;
					contact_route: string | null;
					created_at: string;
					end_kind: Database['public']['Enums']['end_kind'];
					ended_on: string | null;
					ended_precision: Database['public']['Enums']['date_precision'];
					evidence_url: string | null;
					id: string;
					is_public: boolean;
					key: string;
					learned_from_confidence: Database['public']['Enums']['confidence'] | null;
					learned_from_organisation_id: string | null;
					learned_via_link_id: string | null;
					note: string | null;
					organisation_id: string;
					practice_id: string;
					revision: number;
					source_on: string | null;
					source_url: string | null;
					stage: Database['public']['Enums']['adoption_stage'];
					started_bound: Database['public']['Enums']['date_bound'];
					started_on: string | null;
					started_precision: Database['public']['Enums']['date_precision'];
					stated_by: string | null;
					withheld: boolean;
				};
				Insert: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					contact_route?: string | null;
					created_at?: string;
					end_kind?: Database['public']['Enums']['end_kind'];
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					evidence_url?: string | null;
					id?: string;
					is_public?: never;
					key?: never;
					learned_from_confidence?: Database['public']['Enums']['confidence'] | null;
					learned_from_organisation_id?: string | null;
					learned_via_link_id?: string | null;
					note?: string | null;
					organisation_id: string;
					practice_id: string;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
					stage?: Database['public']['Enums']['adoption_stage'];
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					stated_by?: string | null;
					withheld?: boolean;
				};
				Update: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					contact_route?: string | null;
					created_at?: string;
					end_kind?: Database['public']['Enums']['end_kind'];
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					evidence_url?: string | null;
					id?: string;
					is_public?: never;
					key?: never;
					learned_from_confidence?: Database['public']['Enums']['confidence'] | null;
					learned_from_organisation_id?: string | null;
					learned_via_link_id?: string | null;
					note?: string | null;
					organisation_id?: string;
					practice_id?: string;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
					stage?: Database['public']['Enums']['adoption_stage'];
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					stated_by?: string | null;
					withheld?: boolean;
				};
				Relationships: [
					{ foreignKeyName: 'adoptions_learned_from_organisation_id_fkey'; columns: ['learned_from_organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'adoptions_learned_via_link_id_fkey'; columns: ['learned_via_link_id']; isOneToOne: false; referencedRelation: 'learning_links'; referencedColumns: ['id'] },
					{ foreignKeyName: 'adoptions_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'adoptions_practice_id_fkey'; columns: ['practice_id']; isOneToOne: false; referencedRelation: 'practices'; referencedColumns: ['id'] },
				];
			};
			affiliations: {
				Row: {
					confidence: Database['public']['Enums']['confidence'];
					confirmed_at: string | null;
					ended_on: string | null;
					ended_precision: Database['public']['Enums']['date_precision'];
					id: string;
					job_title: string | null;
					key: string;
					note: string | null;
					organisation_id: string;
					person_id: string;
					revision: number;
					source_on: string | null;
					source_url: string | null;
					started_bound: Database['public']['Enums']['date_bound'];
					started_on: string | null;
					started_precision: Database['public']['Enums']['date_precision'];
				};
				Insert: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					id?: string;
					job_title?: string | null;
					key?: never;
					note?: string | null;
					organisation_id: string;
					person_id: string;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
				};
				Update: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					id?: string;
					job_title?: string | null;
					key?: never;
					note?: string | null;
					organisation_id?: string;
					person_id?: string;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
				};
				Relationships: [
					{ foreignKeyName: 'affiliations_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'affiliations_person_id_fkey'; columns: ['person_id']; isOneToOne: false; referencedRelation: 'people'; referencedColumns: ['id'] },
				];
			};
			area_adjacency: {
				Row: {
					area_a: string;
					area_b: string;
					shared_border_km: number;
				};
				Insert: {
					area_a: string;
					area_b: string;
					shared_border_km: number;
				};
				Update: {
					area_a?: string;
					area_b?: string;
					shared_border_km?: number;
				};
				Relationships: [
					{ foreignKeyName: 'area_adjacency_area_a_fkey'; columns: ['area_a']; isOneToOne: false; referencedRelation: 'areas'; referencedColumns: ['code'] },
					{ foreignKeyName: 'area_adjacency_area_b_fkey'; columns: ['area_b']; isOneToOne: false; referencedRelation: 'areas'; referencedColumns: ['code'] },
				];
			};
			area_boundaries: {
				Row: {
					area_code: string;
					geometry: Json;
					imported_at: string;
					source: string;
				};
				Insert: {
					area_code: string;
					geometry: Json;
					imported_at?: string;
					source: string;
				};
				Update: {
					area_code?: string;
					geometry?: Json;
					imported_at?: string;
					source?: string;
				};
				Relationships: [
					{ foreignKeyName: 'area_boundaries_area_code_fkey'; columns: ['area_code']; isOneToOne: true; referencedRelation: 'areas'; referencedColumns: ['code'] },
				];
			};
			area_codes: {
				Row: {
					area_code: string;
					former_code: string;
					name: string | null;
					valid_to: string | null;
				};
				Insert: {
					area_code: string;
					former_code: string;
					name?: string | null;
					valid_to?: string | null;
				};
				Update: {
					area_code?: string;
					former_code?: string;
					name?: string | null;
					valid_to?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'area_codes_area_code_fkey'; columns: ['area_code']; isOneToOne: false; referencedRelation: 'areas'; referencedColumns: ['code'] },
				];
			};
			areas: {
				Row: {
					centre_latitude: number | null;
					centre_longitude: number | null;
					code: string;
					combined_authority_code: string | null;
					combined_authority_name: string | null;
					county_code: string | null;
					county_name: string | null;
					hex_q: number | null;
					hex_r: number | null;
					kind: string;
					name: string;
					nation: string;
					population_centre_latitude: number | null;
					population_centre_longitude: number | null;
					region_code: string | null;
					region_name: string | null;
					source: string | null;
					valid_from: string | null;
					valid_to: string | null;
				};
				Insert: {
					centre_latitude?: number | null;
					centre_longitude?: number | null;
					code: string;
					combined_authority_code?: string | null;
					combined_authority_name?: string | null;
					county_code?: string | null;
					county_name?: string | null;
					hex_q?: number | null;
					hex_r?: number | null;
					kind: string;
					name: string;
					nation: string;
					population_centre_latitude?: number | null;
					population_centre_longitude?: number | null;
					region_code?: string | null;
					region_name?: string | null;
					source?: string | null;
					valid_from?: string | null;
					valid_to?: string | null;
				};
				Update: {
					centre_latitude?: number | null;
					centre_longitude?: number | null;
					code?: string;
					combined_authority_code?: string | null;
					combined_authority_name?: string | null;
					county_code?: string | null;
					county_name?: string | null;
					hex_q?: number | null;
					hex_r?: number | null;
					kind?: string;
					name?: string;
					nation?: string;
					population_centre_latitude?: number | null;
					population_centre_longitude?: number | null;
					region_code?: string | null;
					region_name?: string | null;
					source?: string | null;
					valid_from?: string | null;
					valid_to?: string | null;
				};
				Relationships: [
				];
			};
			associations: {
				Row: {
					confidence: Database['public']['Enums']['confidence'];
					confirmed_at: string | null;
					confirmed_by: string | null;
					created_at: string;
					end_kind: Database['public']['Enums']['end_kind'];
					ended_on: string | null;
					ended_precision: Database['public']['Enums']['date_precision'];
					id: string;
					is_public: boolean;
					key: string;
					network_id: string;
					note: string | null;
					organisation_id: string;
					revision: number;
					role: string;
					source_on: string | null;
					source_url: string | null;
					started_bound: Database['public']['Enums']['date_bound'];
					started_on: string | null;
					started_precision: Database['public']['Enums']['date_precision'];
					stated_by: string | null;
					withheld: boolean;
				};
				Insert: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					end_kind?: Database['public']['Enums']['end_kind'];
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					id?: string;
					is_public?: never;
					key?: never;
					network_id: string;
					note?: string | null;
					organisation_id: string;
					revision?: number;
					role: string;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					stated_by?: string | null;
					withheld?: boolean;
				};
				Update: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					end_kind?: Database['public']['Enums']['end_kind'];
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					id?: string;
					is_public?: never;
					key?: never;
					network_id?: string;
					note?: string | null;
					organisation_id?: string;
					revision?: number;
					role?: string;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					stated_by?: string | null;
					withheld?: boolean;
				};
				Relationships: [
					{ foreignKeyName: 'associations_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
					{ foreignKeyName: 'associations_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			campaign_answers: {
				Row: {
					answer: string;
					answered_at: string;
					campaign_id: string;
					organisation_id: string;
					revision: number;
				};
				Insert: {
					answer: string;
					answered_at?: string;
					campaign_id: string;
					organisation_id: string;
					revision?: number;
				};
				Update: {
					answer?: string;
					answered_at?: string;
					campaign_id?: string;
					organisation_id?: string;
					revision?: number;
				};
				Relationships: [
					{ foreignKeyName: 'campaign_answers_campaign_id_fkey'; columns: ['campaign_id']; isOneToOne: false; referencedRelation: 'campaigns'; referencedColumns: ['id'] },
					{ foreignKeyName: 'campaign_answers_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			campaigns: {
				Row: {
					closes_on: string | null;
					created_at: string;
					id: string;
					key: string;
					name: string;
					network_id: string;
					opens_on: string | null;
					question: string;
					revision: number;
				};
				Insert: {
					closes_on?: string | null;
					created_at?: string;
					id?: string;
					key?: never;
					name: string;
					network_id: string;
					opens_on?: string | null;
					question: string;
					revision?: number;
				};
				Update: {
					closes_on?: string | null;
					created_at?: string;
					id?: string;
					key?: never;
					name?: string;
					network_id?: string;
					opens_on?: string | null;
					question?: string;
					revision?: number;
				};
				Relationships: [
					{ foreignKeyName: 'campaigns_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			change_rows: {
				Row: {
					after: Json | null;
					before: Json | null;
					change_id: string;
					columns: string[] | null;
					id: number;
					is_apart: boolean;
					links: string[];
					networks: string[];
					organisations: string[];
					persons: string[];
					practices: string[];
					row_key: Json;
					row_mark: string;
					step: number;
					table_name: string;
					undone_by: string | null;
					verb: Database['public']['Enums']['change_verb'];
				};
				Insert: {
					after?: Json | null;
					before?: Json | null;
					change_id: string;
					columns?: string[] | null;
					id?: never;
					is_apart: boolean;
					links: string[];
					networks: string[];
					organisations: string[];
					persons: string[];
					practices: string[];
					row_key: Json;
					row_mark: string;
					step: number;
					table_name: string;
					undone_by?: string | null;
					verb: Database['public']['Enums']['change_verb'];
				};
				Update: {
					after?: Json | null;
					before?: Json | null;
					change_id?: string;
					columns?: string[] | null;
					id?: never;
					is_apart?: boolean;
					links?: string[];
					networks?: string[];
					organisations?: string[];
					persons?: string[];
					practices?: string[];
					row_key?: Json;
					row_mark?: string;
					step?: number;
					table_name?: string;
					undone_by?: string | null;
					verb?: Database['public']['Enums']['change_verb'];
				};
				Relationships: [
					{ foreignKeyName: 'change_rows_change_id_fkey'; columns: ['change_id']; isOneToOne: false; referencedRelation: 'changes'; referencedColumns: ['id'] },
					{ foreignKeyName: 'change_rows_undone_by_fkey'; columns: ['undone_by']; isOneToOne: false; referencedRelation: 'changes'; referencedColumns: ['id'] },
				];
			};
			changes: {
				Row: {
					actor_erased: boolean;
					actor_id: string | null;
					happened_at: string;
					id: string;
					key: string;
					kind: Database['public']['Enums']['change_kind'];
					network_id: string | null;
					reason: string | null;
					undoes: string | null;
					undone_by: string | null;
				};
				Insert: {
					actor_erased?: boolean;
					actor_id?: string | null;
					happened_at?: string;
					id?: string;
					key?: never;
					kind?: Database['public']['Enums']['change_kind'];
					network_id?: string | null;
					reason?: string | null;
					undoes?: string | null;
					undone_by?: string | null;
				};
				Update: {
					actor_erased?: boolean;
					actor_id?: string | null;
					happened_at?: string;
					id?: string;
					key?: never;
					kind?: Database['public']['Enums']['change_kind'];
					network_id?: string | null;
					reason?: string | null;
					undoes?: string | null;
					undone_by?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'changes_undoes_fkey'; columns: ['undoes']; isOneToOne: false; referencedRelation: 'changes'; referencedColumns: ['id'] },
					{ foreignKeyName: 'changes_undone_by_fkey'; columns: ['undone_by']; isOneToOne: false; referencedRelation: 'changes'; referencedColumns: ['id'] },
				];
			};
			characteristics: {
				Row: {
					description: string | null;
					framework_id: string;
					id: string;
					key: string;
					label: string;
					position: number;
					revision: number;
				};
				Insert: {
					description?: string | null;
					framework_id: string;
					id?: string;
					key?: never;
					label: string;
					position: number;
					revision?: number;
				};
				Update: {
					description?: string | null;
					framework_id?: string;
					id?: string;
					key?: never;
					label?: string;
					position?: number;
					revision?: number;
				};
				Relationships: [
					{ foreignKeyName: 'characteristics_framework_id_fkey'; columns: ['framework_id']; isOneToOne: false; referencedRelation: 'frameworks'; referencedColumns: ['id'] },
				];
			};
			confirmations: {
				Row: {
					expires_at: string;
					id: string;
					key: string;
					network_id: string;
					organisation_id: string;
					sent_at: string;
					token_hash: string;
					used_at: string | null;
				};
				Insert: {
					expires_at?: string;
					id?: string;
					key?: never;
					network_id: string;
					organisation_id: string;
					sent_at?: string;
					token_hash: string;
					used_at?: string | null;
				};
				Update: {
					expires_at?: string;
					id?: string;
					key?: never;
					network_id?: string;
					organisation_id?: string;
					sent_at?: string;
					token_hash?: string;
					used_at?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'confirmations_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
					{ foreignKeyName: 'confirmations_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			consents: {
				Row: {
					field: Database['public']['Enums']['personal_field'];
					given_at: string;
					id: string;
					key: string;
					person_id: string;
					recorded_by: string | null;
					text_version: string;
					visibility: Database['public']['Enums']['visibility'];
					withdrawn_at: string | null;
				};
				Insert: {
					field: Database['public']['Enums']['personal_field'];
					given_at?: string;
					id?: string;
					key?: never;
					person_id: string;
					recorded_by?: string | null;
					text_version: string;
					visibility: Database['public']['Enums']['visibility'];
					withdrawn_at?: string | null;
				};
				Update: {
					field?: Database['public']['Enums']['personal_field'];
					given_at?: string;
					id?: string;
					key?: never;
					person_id?: string;
					recorded_by?: string | null;
					text_version?: string;
					visibility?: Database['public']['Enums']['visibility'];
					withdrawn_at?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'consents_person_id_fkey'; columns: ['person_id']; isOneToOne: false; referencedRelation: 'people'; referencedColumns: ['id'] },
				];
			};
			frameworks: {
				Row: {
					id: string;
					key: string;
					name: string;
					network_id: string;
					note: string | null;
					revision: number;
					source_url: string | null;
				};
				Insert: {
					id?: string;
					key?: never;
					name: string;
					network_id: string;
					note?: string | null;
					revision?: number;
					source_url?: string | null;
				};
				Update: {
					id?: string;
					key?: never;
					name?: string;
					network_id?: string;
					note?: string | null;
					revision?: number;
					source_url?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'frameworks_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			group_memberships: {
				Row: {
					confidence: Database['public']['Enums']['confidence'];
					confirmed_at: string | null;
					ended_on: string | null;
					ended_precision: Database['public']['Enums']['date_precision'];
					group_id: string;
					id: string;
					key: string;
					note: string | null;
					person_id: string;
					revision: number;
					source_on: string | null;
					source_url: string | null;
					started_bound: Database['public']['Enums']['date_bound'];
					started_on: string | null;
					started_precision: Database['public']['Enums']['date_precision'];
				};
				Insert: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					group_id: string;
					id?: string;
					key?: never;
					note?: string | null;
					person_id: string;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
				};
				Update: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					group_id?: string;
					id?: string;
					key?: never;
					note?: string | null;
					person_id?: string;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
				};
				Relationships: [
					{ foreignKeyName: 'group_memberships_group_id_fkey'; columns: ['group_id']; isOneToOne: false; referencedRelation: 'groups'; referencedColumns: ['id'] },
					{ foreignKeyName: 'group_memberships_person_id_fkey'; columns: ['person_id']; isOneToOne: false; referencedRelation: 'people'; referencedColumns: ['id'] },
				];
			};
			groups: {
				Row: {
					area_code: string | null;
					id: string;
					key: string;
					name: string;
					network_id: string;
					revision: number;
					summary: string | null;
				};
				Insert: {
					area_code?: string | null;
					id?: string;
					key?: never;
					name: string;
					network_id: string;
					revision?: number;
					summary?: string | null;
				};
				Update: {
					area_code?: string | null;
					id?: string;
					key?: never;
					name?: string;
					network_id?: string;
					revision?: number;
					summary?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'groups_area_code_fkey'; columns: ['area_code']; isOneToOne: false; referencedRelation: 'areas'; referencedColumns: ['code'] },
					{ foreignKeyName: 'groups_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			import_batches: {
				Row: {
					applied_at: string | null;
					change_id: string | null;
					created_at: string;
					created_by: string | null;
					file_name: string;
					id: string;
					key: string;
					mapping: Json;
					network_id: string;
					undone_at: string | null;
				};
				Insert: {
					applied_at?: string | null;
					change_id?: string | null;
					created_at?: string;
					created_by?: string | null;
					file_name: string;
					id?: string;
					key?: never;
					mapping?: Json;
					network_id: string;
					undone_at?: string | null;
				};
				Update: {
					applied_at?: string | null;
					change_id?: string | null;
					created_at?: string;
					created_by?: string | null;
					file_name?: string;
					id?: string;
					key?: never;
					mapping?: Json;
					network_id?: string;
					undone_at?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'import_batches_change_id_fkey'; columns: ['change_id']; isOneToOne: false; referencedRelation: 'changes'; referencedColumns: ['id'] },
					{ foreignKeyName: 'import_batches_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			import_rows: {
				Row: {
					batch_id: string;
					content: Json;
					message: string | null;
					position: number;
					verdict: Database['public']['Enums']['import_verdict'];
				};
				Insert: {
					batch_id: string;
					content: Json;
					message?: string | null;
					position: number;
					verdict: Database['public']['Enums']['import_verdict'];
				};
				Update: {
					batch_id?: string;
					content?: Json;
					message?: string | null;
					position?: number;
					verdict?: Database['public']['Enums']['import_verdict'];
				};
				Relationships: [
					{ foreignKeyName: 'import_rows_batch_id_fkey'; columns: ['batch_id']; isOneToOne: false; referencedRelation: 'import_batches'; referencedColumns: ['id'] },
				];
			};
			indicator_values: {
				Row: {
					area_code: string;
					indicator_slug: string;
					period: string;
					value: number;
				};
				Insert: {
					area_code: string;
					indicator_slug: string;
					period: string;
					value: number;
				};
				Update: {
					area_code?: string;
					indicator_slug?: string;
					period?: string;
					value?: number;
				};
				Relationships: [
					{ foreignKeyName: 'indicator_values_area_code_fkey'; columns: ['area_code']; isOneToOne: false; referencedRelation: 'areas'; referencedColumns: ['code'] },
					{ foreignKeyName: 'indicator_values_indicator_slug_fkey'; columns: ['indicator_slug']; isOneToOne: false; referencedRelation: 'indicators'; referencedColumns: ['slug'] },
				];
			};
			indicators: {
				Row: {
					aggregation: Database['public']['Enums']['indicator_aggregation'];
					decimals: number;
					denominator: string | null;
					description: string | null;
					label: string;
					licence: string;
					position: number;
					slug: string;
					source: string;
					source_url: string | null;
					theme: string;
					transform: Database['public']['Enums']['indicator_transform'];
					unit: string;
					vintage: string;
				};
				Insert: {
					aggregation?: Database['public']['Enums']['indicator_aggregation'];
					decimals?: number;
					denominator?: string | null;
					description?: string | null;
					label: string;
					licence: string;
					position?: number;
					slug: string;
					source: string;
					source_url?: string | null;
					theme: string;
					transform?: Database['public']['Enums']['indicator_transform'];
					unit: string;
					vintage: string;
				};
				Update: {
					aggregation?: Database['public']['Enums']['indicator_aggregation'];
					decimals?: number;
					denominator?: string | null;
					description?: string | null;
					label?: string;
					licence?: string;
					position?: number;
					slug?: string;
					source?: string;
					source_url?: string | null;
					theme?: string;
					transform?: Database['public']['Enums']['indicator_transform'];
					unit?: string;
					vintage?: string;
				};
				Relationships: [
				];
			};
			introductions: {
				Row: {
					created_at: string;
					id: string;
					key: string;
					network_id: string;
					note: string | null;
					organisation_a_id: string;
					organisation_b_id: string;
					outcome: string | null;
					reason: string;
					revision: number;
					state: Database['public']['Enums']['introduction_state'];
					updated_at: string;
				};
				Insert: {
					created_at?: string;
					id?: string;
					key?: never;
					network_id: string;
					note?: string | null;
					organisation_a_id: string;
					organisation_b_id: string;
					outcome?: string | null;
					reason: string;
					revision?: number;
					state?: Database['public']['Enums']['introduction_state'];
					updated_at?: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					key?: never;
					network_id?: string;
					note?: string | null;
					organisation_a_id?: string;
					organisation_b_id?: string;
					outcome?: string | null;
					reason?: string;
					revision?: number;
					state?: Database['public']['Enums']['introduction_state'];
					updated_at?: string;
				};
				Relationships: [
					{ foreignKeyName: 'introductions_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
					{ foreignKeyName: 'introductions_organisation_a_id_fkey'; columns: ['organisation_a_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'introductions_organisation_b_id_fkey'; columns: ['organisation_b_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			invitations: {
				Row: {
					created_at: string;
					email: string;
					expires_at: string;
					id: string;
					invited_by: string | null;
					key: string;
					network_id: string | null;
					organisation_id: string | null;
					person_id: string | null;
					redeemed_at: string | null;
					role: Database['public']['Enums']['network_role'] | null;
					token_hash: string;
				};
				Insert: {
					created_at?: string;
					email: string;
					expires_at?: string;
					id?: string;
					invited_by?: string | null;
					key?: never;
					network_id?: string | null;
					organisation_id?: string | null;
					person_id?: string | null;
					redeemed_at?: string | null;
					role?: Database['public']['Enums']['network_role'] | null;
					token_hash: string;
				};
				Update: {
					created_at?: string;
					email?: string;
					expires_at?: string;
					id?: string;
					invited_by?: string | null;
					key?: never;
					network_id?: string | null;
					organisation_id?: string | null;
					person_id?: string | null;
					redeemed_at?: string | null;
					role?: Database['public']['Enums']['network_role'] | null;
					token_hash?: string;
				};
				Relationships: [
					{ foreignKeyName: 'invitations_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
					{ foreignKeyName: 'invitations_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'invitations_person_id_fkey'; columns: ['person_id']; isOneToOne: false; referencedRelation: 'people'; referencedColumns: ['id'] },
				];
			};
			jobs: {
				Row: {
					claim: string | null;
					due_at: string;
					ended_at: string | null;
					faults: number;
					locked_until: string | null;
					name: string;
					result: string | null;
					started_at: string | null;
				};
				Insert: {
					claim?: string | null;
					due_at?: string;
					ended_at?: string | null;
					faults?: number;
					locked_until?: string | null;
					name: string;
					result?: string | null;
					started_at?: string | null;
				};
				Update: {
					claim?: string | null;
					due_at?: string;
					ended_at?: string | null;
					faults?: number;
					locked_until?: string | null;
					name?: string;
					result?: string | null;
					started_at?: string | null;
				};
				Relationships: [
				];
			};
			join_requests: {
				Row: {
					area_code: string | null;
					contact_email: string | null;
					contact_name: string | null;
					created_at: string;
					id: string;
					key: string;
					kind: Database['public']['Enums']['organisation_kind'];
					message: string | null;
					network_id: string;
					organisation_id: string | null;
					organisation_name: string;
					status: Database['public']['Enums']['review_status'];
					website: string | null;
				};
				Insert: {
					area_code?: string | null;
					contact_email?: string | null;
					contact_name?: string | null;
					created_at?: string;
					id?: string;
					key?: never;
					kind?: Database['public']['Enums']['organisation_kind'];
					message?: string | null;
					network_id: string;
					organisation_id?: string | null;
					organisation_name: string;
					status?: Database['public']['Enums']['review_status'];
					website?: string | null;
				};
				Update: {
					area_code?: string | null;
					contact_email?: string | null;
					contact_name?: string | null;
					created_at?: string;
					id?: string;
					key?: never;
					kind?: Database['public']['Enums']['organisation_kind'];
					message?: string | null;
					network_id?: string;
					organisation_id?: string | null;
					organisation_name?: string;
					status?: Database['public']['Enums']['review_status'];
					website?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'join_requests_area_code_fkey'; columns: ['area_code']; isOneToOne: false; referencedRelation: 'areas'; referencedColumns: ['code'] },
					{ foreignKeyName: 'join_requests_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
					{ foreignKeyName: 'join_requests_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			learning_link_characteristics: {
				Row: {
					characteristic_id: string;
					link_id: string;
				};
				Insert: {
					characteristic_id: string;
					link_id: string;
				};
				Update: {
					characteristic_id?: string;
					link_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'learning_link_characteristics_characteristic_id_fkey'; columns: ['characteristic_id']; isOneToOne: false; referencedRelation: 'characteristics'; referencedColumns: ['id'] },
					{ foreignKeyName: 'learning_link_characteristics_link_id_fkey'; columns: ['link_id']; isOneToOne: false; referencedRelation: 'learning_links'; referencedColumns: ['id'] },
				];
			};
			learning_link_organisations: {
				Row: {
					link_id: string;
					organisation_id: string;
					role: Database['public']['Enums']['link_role'];
				};
				Insert: {
					link_id: string;
					organisation_id: string;
					role: Database['public']['Enums']['link_role'];
				};
				Update: {
					link_id?: string;
					organisation_id?: string;
					role?: Database['public']['Enums']['link_role'];
				};
				Relationships: [
					{ foreignKeyName: 'learning_link_organisations_link_id_fkey'; columns: ['link_id']; isOneToOne: false; referencedRelation: 'learning_links'; referencedColumns: ['id'] },
					{ foreignKeyName: 'learning_link_organisations_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			learning_link_practices: {
				Row: {
					link_id: string;
					practice_id: string;
				};
				Insert: {
					link_id: string;
					practice_id: string;
				};
				Update: {
					link_id?: string;
					practice_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'learning_link_practices_link_id_fkey'; columns: ['link_id']; isOneToOne: false; referencedRelation: 'learning_links'; referencedColumns: ['id'] },
					{ foreignKeyName: 'learning_link_practices_practice_id_fkey'; columns: ['practice_id']; isOneToOne: false; referencedRelation: 'practices'; referencedColumns: ['id'] },
				];
			};
			learning_links: {
				Row: {
					all_day: boolean;
					archive_url: string | null;
					check_status: number | null;
					checked_at: string | null;
					created_at: string;
					ends_at: string | null;
					id: string;
					is_mirror: boolean;
					is_sample: boolean;
					key: string;
					kind: Database['public']['Enums']['link_kind'];
					language: string;
					network_id: string | null;
					note: string | null;
					published_on: string | null;
					published_precision: Database['public']['Enums']['date_precision'];
					publisher: string | null;
					question: string | null;
					rating_average: number | null;
					rating_count: number;
					revision: number;
					slug: string;
					source_on: string | null;
					source_url: string | null;
					starts_at: string | null;
					status: Database['public']['Enums']['record_status'];
					summary: string | null;
					title: string;
					updated_at: string;
					url: string | null;
				};
				Insert: {
					all_day?: boolean;
					archive_url?: string | null;
					check_status?: number | null;
					checked_at?: string | null;
					created_at?: string;
					ends_at?: string | null;
					id?: string;
					is_mirror?: boolean;
					is_sample?: boolean;
					key?: never;
					kind: Database['public']['Enums']['link_kind'];
					language?: string;
					network_id?: string | null;
					note?: string | null;
					published_on?: string | null;
					published_precision?: Database['public']['Enums']['date_precision'];
					publisher?: string | null;
					question?: string | null;
					rating_average?: number | null;
					rating_count?: number;
					revision?: number;
					slug: string;
					source_on?: string | null;
					source_url?: string | null;
					starts_at?: string | null;
					status?: Database['public']['Enums']['record_status'];
					summary?: string | null;
					title: string;
					updated_at?: string;
					url?: string | null;
				};
				Update: {
					all_day?: boolean;
					archive_url?: string | null;
					check_status?: number | null;
					checked_at?: string | null;
					created_at?: string;
					ends_at?: string | null;
					id?: string;
					is_mirror?: boolean;
					is_sample?: boolean;
					key?: never;
					kind?: Database['public']['Enums']['link_kind'];
					language?: string;
					network_id?: string | null;
					note?: string | null;
					published_on?: string | null;
					published_precision?: Database['public']['Enums']['date_precision'];
					publisher?: string | null;
					question?: string | null;
					rating_average?: number | null;
					rating_count?: number;
					revision?: number;
					slug?: string;
					source_on?: string | null;
					source_url?: string | null;
					starts_at?: string | null;
					status?: Database['public']['Enums']['record_status'];
					summary?: string | null;
					title?: string;
					updated_at?: string;
					url?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'learning_links_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			mails: {
				Row: {
					about: Json;
					claim: string | null;
					claimed_at: string | null;
					created_at: string;
					due_at: string;
					fault: string | null;
					id: string;
					network_id: string | null;
					once: string | null;
					recipient: string;
					sent_at: string | null;
					state: Database['public']['Enums']['mail_state'];
					template: string;
					tries: number;
				};
				Insert: {
					about?: Json;
					claim?: string | null;
					claimed_at?: string | null;
					created_at?: string;
					due_at?: string;
					fault?: string | null;
					id?: string;
					network_id?: string | null;
					once?: string | null;
					recipient: string;
					sent_at?: string | null;
					state?: Database['public']['Enums']['mail_state'];
					template: string;
					tries?: number;
				};
				Update: {
					about?: Json;
					claim?: string | null;
					claimed_at?: string | null;
					created_at?: string;
					due_at?: string;
					fault?: string | null;
					id?: string;
					network_id?: string | null;
					once?: string | null;
					recipient?: string;
					sent_at?: string | null;
					state?: Database['public']['Enums']['mail_state'];
					template?: string;
					tries?: number;
				};
				Relationships: [
					{ foreignKeyName: 'mails_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			membership_notes: {
				Row: {
					membership_id: string;
					note: string | null;
					owner_id: string | null;
					revision: number;
					status_reason: string | null;
				};
				Insert: {
					membership_id: string;
					note?: string | null;
					owner_id?: string | null;
					revision?: number;
					status_reason?: string | null;
				};
				Update: {
					membership_id?: string;
					note?: string | null;
					owner_id?: string | null;
					revision?: number;
					status_reason?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'membership_notes_membership_id_fkey'; columns: ['membership_id']; isOneToOne: true; referencedRelation: 'memberships'; referencedColumns: ['id'] },
				];
			};
			membership_tiers: {
				Row: {
					membership_id: string;
					revision: number;
					tier: string;
				};
				Insert: {
					membership_id: string;
					revision?: number;
					tier: string;
				};
				Update: {
					membership_id?: string;
					revision?: number;
					tier?: string;
				};
				Relationships: [
					{ foreignKeyName: 'membership_tiers_membership_id_fkey'; columns: ['membership_id']; isOneToOne: true; referencedRelation: 'memberships'; referencedColumns: ['id'] },
				];
			};
			memberships: {
				Row: {
					confidence: Database['public']['Enums']['confidence'];
					confirmed_at: string | null;
					confirmed_by: string | null;
					created_at: string;
					end_kind: Database['public']['Enums']['end_kind'];
					ended_on: string | null;
					ended_precision: Database['public']['Enums']['date_precision'];
					group_id: string | null;
					id: string;
					invited_on: string | null;
					is_public: boolean;
					key: string;
					network_id: string;
					organisation_id: string | null;
					person_id: string | null;
					renews_on: string | null;
					revision: number;
					role: string | null;
					source_on: string | null;
					source_url: string | null;
					started_bound: Database['public']['Enums']['date_bound'];
					started_on: string | null;
					started_precision: Database['public']['Enums']['date_precision'];
					stated_by: string | null;
					status_override: Database['public']['Enums']['membership_status'] | null;
					withheld: boolean;
				};
				Insert: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					end_kind?: Database['public']['Enums']['end_kind'];
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					group_id?: string | null;
					id?: string;
					invited_on?: string | null;
					is_public?: never;
					key?: never;
					network_id: string;
					organisation_id?: string | null;
					person_id?: string | null;
					renews_on?: string | null;
					revision?: number;
					role?: string | null;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					stated_by?: string | null;
					status_override?: Database['public']['Enums']['membership_status'] | null;
					withheld?: boolean;
				};
				Update: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					end_kind?: Database['public']['Enums']['end_kind'];
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					group_id?: string | null;
					id?: string;
					invited_on?: string | null;
					is_public?: never;
					key?: never;
					network_id?: string;
					organisation_id?: string | null;
					person_id?: string | null;
					renews_on?: string | null;
					revision?: number;
					role?: string | null;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					stated_by?: string | null;
					status_override?: Database['public']['Enums']['membership_status'] | null;
					withheld?: boolean;
				};
				Relationships: [
					{ foreignKeyName: 'memberships_group_id_fkey'; columns: ['group_id']; isOneToOne: false; referencedRelation: 'groups'; referencedColumns: ['id'] },
					{ foreignKeyName: 'memberships_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
					{ foreignKeyName: 'memberships_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'memberships_person_id_fkey'; columns: ['person_id']; isOneToOne: false; referencedRelation: 'people'; referencedColumns: ['id'] },
				];
			};
			milestones: {
				Row: {
					created_at: string;
					happened_on: string;
					happened_precision: Database['public']['Enums']['date_precision'];
					id: string;
					key: string;
					network_id: string;
					note: string | null;
					revision: number;
					source_url: string;
					title: string;
				};
				Insert: {
					created_at?: string;
					happened_on: string;
					happened_precision?: Database['public']['Enums']['date_precision'];
					id?: string;
					key?: never;
					network_id: string;
					note?: string | null;
					revision?: number;
					source_url: string;
					title: string;
				};
				Update: {
					created_at?: string;
					happened_on?: string;
					happened_precision?: Database['public']['Enums']['date_precision'];
					id?: string;
					key?: never;
					network_id?: string;
					note?: string | null;
					revision?: number;
					source_url?: string;
					title?: string;
				};
				Relationships: [
					{ foreignKeyName: 'milestones_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			network_roles: {
				Row: {
					created_at: string;
					network_id: string;
					role: Database['public']['Enums']['network_role'];
					user_id: string;
				};
				Insert: {
					created_at?: string;
					network_id: string;
					role: Database['public']['Enums']['network_role'];
					user_id: string;
				};
				Update: {
					created_at?: string;
					network_id?: string;
					role?: Database['public']['Enums']['network_role'];
					user_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'network_roles_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			networks: {
				Row: {
					colour: string | null;
					created_at: string;
					grace_months: number;
					id: string;
					is_public: boolean;
					is_record: boolean;
					is_sample: boolean;
					key: string;
					membership_kind: Database['public']['Enums']['membership_kind'];
					name: string;
					new_months: number;
					note: string | null;
					revision: number;
					slug: string;
					source_on: string | null;
					source_url: string | null;
					started_on: string | null;
					started_precision: Database['public']['Enums']['date_precision'];
					summary: string | null;
					url: string | null;
				};
				Insert: {
					colour?: string | null;
					created_at?: string;
					grace_months?: number;
					id?: string;
					is_public?: boolean;
					is_record?: boolean;
					is_sample?: boolean;
					key?: never;
					membership_kind?: Database['public']['Enums']['membership_kind'];
					name: string;
					new_months?: number;
					note?: string | null;
					revision?: number;
					slug: string;
					source_on?: string | null;
					source_url?: string | null;
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					summary?: string | null;
					url?: string | null;
				};
				Update: {
					colour?: string | null;
					created_at?: string;
					grace_months?: number;
					id?: string;
					is_public?: boolean;
					is_record?: boolean;
					is_sample?: boolean;
					key?: never;
					membership_kind?: Database['public']['Enums']['membership_kind'];
					name?: string;
					new_months?: number;
					note?: string | null;
					revision?: number;
					slug?: string;
					source_on?: string | null;
					source_url?: string | null;
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					summary?: string | null;
					url?: string | null;
				};
				Relationships: [
				];
			};
			not_duplicates: {
				Row: {
					decided_at: string;
					organisation_a_id: string;
					organisation_b_id: string;
				};
				Insert: {
					decided_at?: string;
					organisation_a_id: string;
					organisation_b_id: string;
				};
				Update: {
					decided_at?: string;
					organisation_a_id?: string;
					organisation_b_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'not_duplicates_organisation_a_id_fkey'; columns: ['organisation_a_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'not_duplicates_organisation_b_id_fkey'; columns: ['organisation_b_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			organisation_editors: {
				Row: {
					created_at: string;
					message: string | null;
					organisation_id: string;
					status: Database['public']['Enums']['editor_status'];
					user_id: string;
				};
				Insert: {
					created_at?: string;
					message?: string | null;
					organisation_id: string;
					status?: Database['public']['Enums']['editor_status'];
					user_id: string;
				};
				Update: {
					created_at?: string;
					message?: string | null;
					organisation_id?: string;
					status?: Database['public']['Enums']['editor_status'];
					user_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'organisation_editors_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			organisation_identifiers: {
				Row: {
					organisation_id: string;
					revision: number;
					scheme: string;
					value: string;
				};
				Insert: {
					organisation_id: string;
					revision?: number;
					scheme: string;
					value: string;
				};
				Update: {
					organisation_id?: string;
					revision?: number;
					scheme?: string;
					value?: string;
				};
				Relationships: [
					{ foreignKeyName: 'organisation_identifiers_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			organisation_interests: {
				Row: {
					label: string;
					organisation_id: string;
					revision: number;
				};
				Insert: {
					label: string;
					organisation_id: string;
					revision?: number;
				};
				Update: {
					label?: string;
					organisation_id?: string;
					revision?: number;
				};
				Relationships: [
					{ foreignKeyName: 'organisation_interests_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			organisation_names: {
				Row: {
					id: string;
					key: string;
					kind: Database['public']['Enums']['name_kind'];
					name: string;
					organisation_id: string;
					revision: number;
					used_until: string | null;
				};
				Insert: {
					id?: string;
					key?: never;
					kind?: Database['public']['Enums']['name_kind'];
					name: string;
					organisation_id: string;
					revision?: number;
					used_until?: string | null;
				};
				Update: {
					id?: string;
					key?: never;
					kind?: Database['public']['Enums']['name_kind'];
					name?: string;
					organisation_id?: string;
					revision?: number;
					used_until?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'organisation_names_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			organisation_successions: {
				Row: {
					note: string | null;
					predecessor_id: string;
					revision: number;
					share: number | null;
					source_url: string | null;
					succeeded_on: string | null;
					successor_id: string;
				};
				Insert: {
					note?: string | null;
					predecessor_id: string;
					revision?: number;
					share?: number | null;
					source_url?: string | null;
					succeeded_on?: string | null;
					successor_id: string;
				};
				Update: {
					note?: string | null;
					predecessor_id?: string;
					revision?: number;
					share?: number | null;
					source_url?: string | null;
					succeeded_on?: string | null;
					successor_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'organisation_successions_predecessor_id_fkey'; columns: ['predecessor_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'organisation_successions_successor_id_fkey'; columns: ['successor_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			organisations: {
				Row: {
					area_code: string | null;
					closed_on: string | null;
					closed_precision: Database['public']['Enums']['date_precision'];
					confirmed_at: string | null;
					created_at: string;
					founded_on: string | null;
					founded_precision: Database['public']['Enums']['date_precision'];
					id: string;
					is_sample: boolean;
					key: string;
					kind: Database['public']['Enums']['organisation_kind'];
					latitude: number | null;
					location_basis: Database['public']['Enums']['location_basis'];
					longitude: number | null;
					murmurations_opt_in: boolean;
					name: string;
					note: string | null;
					revision: number;
					slug: string;
					source_on: string | null;
					source_url: string | null;
					status: Database['public']['Enums']['record_status'];
					steward_network_id: string | null;
					summary: string | null;
					updated_at: string;
					website: string | null;
				};
				Insert: {
					area_code?: string | null;
					closed_on?: string | null;
					closed_precision?: Database['public']['Enums']['date_precision'];
					confirmed_at?: string | null;
					created_at?: string;
					founded_on?: string | null;
					founded_precision?: Database['public']['Enums']['date_precision'];
					id?: string;
					is_sample?: boolean;
					key?: never;
					kind?: Database['public']['Enums']['organisation_kind'];
					latitude?: number | null;
					location_basis?: Database['public']['Enums']['location_basis'];
					longitude?: number | null;
					murmurations_opt_in?: boolean;
					name: string;
					note?: string | null;
					revision?: number;
					slug: string;
					source_on?: string | null;
					source_url?: string | null;
					status?: Database['public']['Enums']['record_status'];
					steward_network_id?: string | null;
					summary?: string | null;
					updated_at?: string;
					website?: string | null;
				};
				Update: {
					area_code?: string | null;
					closed_on?: string | null;
					closed_precision?: Database['public']['Enums']['date_precision'];
					confirmed_at?: string | null;
					created_at?: string;
					founded_on?: string | null;
					founded_precision?: Database['public']['Enums']['date_precision'];
					id?: string;
					is_sample?: boolean;
					key?: never;
					kind?: Database['public']['Enums']['organisation_kind'];
					latitude?: number | null;
					location_basis?: Database['public']['Enums']['location_basis'];
					longitude?: number | null;
					murmurations_opt_in?: boolean;
					name?: string;
					note?: string | null;
					revision?: number;
					slug?: string;
					source_on?: string | null;
					source_url?: string | null;
					status?: Database['public']['Enums']['record_status'];
					steward_network_id?: string | null;
					summary?: string | null;
					updated_at?: string;
					website?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'organisations_area_code_fkey'; columns: ['area_code']; isOneToOne: false; referencedRelation: 'areas'; referencedColumns: ['code'] },
					{ foreignKeyName: 'organisations_steward_network_id_fkey'; columns: ['steward_network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			peer_sets: {
				Row: {
					area_codes: string[];
					council_code: string | null;
					created_at: string;
					id: string;
					is_shared: boolean;
					model: string | null;
					name: string;
					note: string | null;
					setting: string | null;
					universe: string | null;
					user_id: string;
				};
				Insert: {
					area_codes: string[];
					council_code?: string | null;
					created_at?: string;
					id?: string;
					is_shared?: boolean;
					model?: string | null;
					name: string;
					note?: string | null;
					setting?: string | null;
					universe?: string | null;
					user_id?: string;
				};
				Update: {
					area_codes?: string[];
					council_code?: string | null;
					created_at?: string;
					id?: string;
					is_shared?: boolean;
					model?: string | null;
					name?: string;
					note?: string | null;
					setting?: string | null;
					universe?: string | null;
					user_id?: string;
				};
				Relationships: [
				];
			};
			people: {
				Row: {
					created_at: string;
					email: string | null;
					id: string;
					is_sample: boolean;
					key: string;
					name: string;
					network_id: string;
					phone: string | null;
					revision: number;
					updated_at: string;
					user_id: string | null;
				};
				Insert: {
					created_at?: string;
					email?: string | null;
					id?: string;
					is_sample?: boolean;
					key?: never;
					name: string;
					network_id: string;
					phone?: string | null;
					revision?: number;
					updated_at?: string;
					user_id?: string | null;
				};
				Update: {
					created_at?: string;
					email?: string | null;
					id?: string;
					is_sample?: boolean;
					key?: never;
					name?: string;
					network_id?: string;
					phone?: string | null;
					revision?: number;
					updated_at?: string;
					user_id?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'people_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			practice_characteristics: {
				Row: {
					characteristic_id: string;
					practice_id: string;
				};
				Insert: {
					characteristic_id: string;
					practice_id: string;
				};
				Update: {
					characteristic_id?: string;
					practice_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'practice_characteristics_characteristic_id_fkey'; columns: ['characteristic_id']; isOneToOne: false; referencedRelation: 'characteristics'; referencedColumns: ['id'] },
					{ foreignKeyName: 'practice_characteristics_practice_id_fkey'; columns: ['practice_id']; isOneToOne: false; referencedRelation: 'practices'; referencedColumns: ['id'] },
				];
			};
			practices: {
				Row: {
					created_at: string;
					evidence_level: Database['public']['Enums']['evidence_level'] | null;
					evidence_note: string | null;
					id: string;
					is_sample: boolean;
					key: string;
					name: string;
					network_id: string | null;
					note: string | null;
					originator: string | null;
					recorded_for: string | null;
					recorded_until: string | null;
					revision: number;
					slug: string;
					source_on: string | null;
					source_url: string | null;
					started_on: string | null;
					started_precision: Database['public']['Enums']['date_precision'];
					status: Database['public']['Enums']['record_status'];
					summary: string | null;
					updated_at: string;
					url: string | null;
				};
				Insert: {
					created_at?: string;
					evidence_level?: Database['public']['Enums']['evidence_level'] | null;
					evidence_note?: string | null;
					id?: string;
					is_sample?: boolean;
					key?: never;
					name: string;
					network_id?: string | null;
					note?: string | null;
					originator?: string | null;
					recorded_for?: string | null;
					recorded_until?: string | null;
					revision?: number;
					slug: string;
					source_on?: string | null;
					source_url?: string | null;
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					status?: Database['public']['Enums']['record_status'];
					summary?: string | null;
					updated_at?: string;
					url?: string | null;
				};
				Update: {
					created_at?: string;
					evidence_level?: Database['public']['Enums']['evidence_level'] | null;
					evidence_note?: string | null;
					id?: string;
					is_sample?: boolean;
					key?: never;
					name?: string;
					network_id?: string | null;
					note?: string | null;
					originator?: string | null;
					recorded_for?: string | null;
					recorded_until?: string | null;
					revision?: number;
					slug?: string;
					source_on?: string | null;
					source_url?: string | null;
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					status?: Database['public']['Enums']['record_status'];
					summary?: string | null;
					updated_at?: string;
					url?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'practices_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			profiles: {
				Row: {
					created_at: string;
					display_name: string | null;
					revision: number;
					user_id: string;
				};
				Insert: {
					created_at?: string;
					display_name?: string | null;
					revision?: number;
					user_id: string;
				};
				Update: {
					created_at?: string;
					display_name?: string | null;
					revision?: number;
					user_id?: string;
				};
				Relationships: [
				];
			};
			ratings: {
				Row: {
					link_id: string;
					rated_at: string;
					score: number;
					user_id: string;
				};
				Insert: {
					link_id: string;
					rated_at?: string;
					score: number;
					user_id?: string;
				};
				Update: {
					link_id?: string;
					rated_at?: string;
					score?: number;
					user_id?: string;
				};
				Relationships: [
					{ foreignKeyName: 'ratings_link_id_fkey'; columns: ['link_id']; isOneToOne: false; referencedRelation: 'learning_links'; referencedColumns: ['id'] },
				];
			};
			replies: {
				Row: {
					author_id: string | null;
					body: string;
					id: string;
					key: string;
					link_id: string;
					signed_as: string | null;
					status: Database['public']['Enums']['reply_status'];
					written_at: string;
				};
				Insert: {
					author_id?: string | null;
					body: string;
					id?: string;
					key?: never;
					link_id: string;
					signed_as?: string | null;
					status?: Database['public']['Enums']['reply_status'];
					written_at?: string;
				};
				Update: {
					author_id?: string | null;
					body?: string;
					id?: string;
					key?: never;
					link_id?: string;
					signed_as?: string | null;
					status?: Database['public']['Enums']['reply_status'];
					written_at?: string;
				};
				Relationships: [
					{ foreignKeyName: 'replies_link_id_fkey'; columns: ['link_id']; isOneToOne: false; referencedRelation: 'learning_links'; referencedColumns: ['id'] },
				];
			};
			research_downloads: {
				Row: {
					accepted_at: string;
					content: string;
					id: string;
					network_id: string;
					purpose: string | null;
					terms_version: string;
					user_id: string | null;
				};
				Insert: {
					accepted_at?: string;
					content: string;
					id?: string;
					network_id: string;
					purpose?: string | null;
					terms_version: string;
					user_id?: string | null;
				};
				Update: {
					accepted_at?: string;
					content?: string;
					id?: string;
					network_id?: string;
					purpose?: string | null;
					terms_version?: string;
					user_id?: string | null;
				};
				Relationships: [
					{ foreignKeyName: 'research_downloads_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
				];
			};
			saved_views: {
				Row: {
					created_at: string;
					id: string;
					is_shared: boolean;
					name: string;
					path: string;
					pins: Json | null;
					user_id: string;
				};
				Insert: {
					created_at?: string;
					id?: string;
					is_shared?: boolean;
					name: string;
					path: string;
					pins?: Json | null;
					user_id?: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					is_shared?: boolean;
					name?: string;
					path?: string;
					pins?: Json | null;
					user_id?: string;
				};
				Relationships: [
				];
			};
			settings: {
				Row: {
					key: string;
					revision: number;
					updated_at: string;
					value: Json;
				};
				Insert: {
					key: string;
					revision?: number;
					updated_at?: string;
					value: Json;
				};
				Update: {
					key?: string;
					revision?: number;
					updated_at?: string;
					value?: Json;
				};
				Relationships: [
				];
			};
			site_administrators: {
				Row: {
					created_at: string;
					user_id: string;
				};
				Insert: {
					created_at?: string;
					user_id: string;
				};
				Update: {
					created_at?: string;
					user_id?: string;
				};
				Relationships: [
				];
			};
			subscriptions: {
				Row: {
					created_at: string;
					every: string;
					id: string;
					last_sent_at: string | null;
					topic: string;
					unsubscribe_hash: string;
					user_id: string;
				};
				Insert: {
					created_at?: string;
					every?: string;
					id?: string;
					last_sent_at?: string | null;
					topic: string;
					unsubscribe_hash: string;
					user_id?: string;
				};
				Update: {
					created_at?: string;
					every?: string;
					id?: string;
					last_sent_at?: string | null;
					topic?: string;
					unsubscribe_hash?: string;
					user_id?: string;
				};
				Relationships: [
				];
			};
			suggestions: {
				Row: {
					created_at: string;
					id: string;
					key: string;
					message: string | null;
					network_id: string | null;
					organisation_id: string | null;
					patch: Json;
					proposer_id: string | null;
					reason: string | null;
					reviewed_at: string | null;
					reviewer_id: string | null;
					row_id: string | null;
					status: Database['public']['Enums']['review_status'];
					table_name: string;
				};
				Insert: {
					created_at?: string;
					id?: string;
					key?: never;
					message?: string | null;
					network_id?: string | null;
					organisation_id?: string | null;
					patch: Json;
					proposer_id?: string | null;
					reason?: string | null;
					reviewed_at?: string | null;
					reviewer_id?: string | null;
					row_id?: string | null;
					status?: Database['public']['Enums']['review_status'];
					table_name: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					key?: never;
					message?: string | null;
					network_id?: string | null;
					organisation_id?: string | null;
					patch?: Json;
					proposer_id?: string | null;
					reason?: string | null;
					reviewed_at?: string | null;
					reviewer_id?: string | null;
					row_id?: string | null;
					status?: Database['public']['Enums']['review_status'];
					table_name?: string;
				};
				Relationships: [
					{ foreignKeyName: 'suggestions_network_id_fkey'; columns: ['network_id']; isOneToOne: false; referencedRelation: 'networks'; referencedColumns: ['id'] },
					{ foreignKeyName: 'suggestions_organisation_id_fkey'; columns: ['organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
			ties: {
				Row: {
					confidence: Database['public']['Enums']['confidence'];
					confirmed_at: string | null;
					confirmed_by: string | null;
					created_at: string;
					directed: boolean;
					end_kind: Database['public']['Enums']['end_kind'];
					ended_on: string | null;
					ended_precision: Database['public']['Enums']['date_precision'];
					from_organisation_id: string;
					id: string;
					is_public: boolean;
					key: string;
					kind: Database['public']['Enums']['tie_kind'];
					note: string | null;
					revision: number;
					source_on: string | null;
					source_url: string | null;
					started_bound: Database['public']['Enums']['date_bound'];
					started_on: string | null;
					started_precision: Database['public']['Enums']['date_precision'];
					stated_by: string | null;
					to_organisation_id: string;
					withheld: boolean;
				};
				Insert: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					directed?: boolean;
					end_kind?: Database['public']['Enums']['end_kind'];
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					from_organisation_id: string;
					id?: string;
					is_public?: never;
					key?: never;
					kind: Database['public']['Enums']['tie_kind'];
					note?: string | null;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					stated_by?: string | null;
					to_organisation_id: string;
					withheld?: boolean;
				};
				Update: {
					confidence?: Database['public']['Enums']['confidence'];
					confirmed_at?: string | null;
					confirmed_by?: string | null;
					created_at?: string;
					directed?: boolean;
					end_kind?: Database['public']['Enums']['end_kind'];
					ended_on?: string | null;
					ended_precision?: Database['public']['Enums']['date_precision'];
					from_organisation_id?: string;
					id?: string;
					is_public?: never;
					key?: never;
					kind?: Database['public']['Enums']['tie_kind'];
					note?: string | null;
					revision?: number;
					source_on?: string | null;
					source_url?: string | null;
					started_bound?: Database['public']['Enums']['date_bound'];
					started_on?: string | null;
					started_precision?: Database['public']['Enums']['date_precision'];
					stated_by?: string | null;
					to_organisation_id?: string;
					withheld?: boolean;
				};
				Relationships: [
					{ foreignKeyName: 'ties_from_organisation_id_fkey'; columns: ['from_organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
					{ foreignKeyName: 'ties_to_organisation_id_fkey'; columns: ['to_organisation_id']; isOneToOne: false; referencedRelation: 'organisations'; referencedColumns: ['id'] },
				];
			};
		};
		Views: { [_ in never]: never };
		Functions: {
			areas_version: { Args: never; Returns: string };
			atlas: { Args: { network_slug?: string }; Returns: Json };
			atlas_version: { Args: never; Returns: string };
			claim_job: { Args: { job: string; lease_seconds: number }; Returns: string };
			claim_mails: { Args: { most: number }; Returns: { id: string | null; network_id: string | null; template: string | null; recipient: string | null; about: Json | null; claim: string | null }[] };
			confirm_organisation: { Args: { token: string; correction?: Json; message?: string }; Returns: undefined };
			confirmation: { Args: { token: string }; Returns: Json };
			contacts: { Args: { for_organisation?: string; for_adoption?: string }; Returns: { organisation_id: string | null; adoption_id: string | null; name: string | null; email: string | null; phone: string | null; job_title: string | null; network_slug: string | null; network_name: string | null }[] };
			decide_suggestion: { Args: { suggestion: string; accept: boolean; reason?: string; amended?: Json }; Returns: string };
			end_job: { Args: { job: string; claimed_as: string; next_in_seconds: number; outcome: string; is_fault: boolean }; Returns: undefined };
			erase_account: { Args: { account: string }; Returns: undefined };
			erase_my_account: { Args: never; Returns: undefined };
			erase_person: { Args: { person: string }; Returns: undefined };
			give_up_mails: { Args: { after_minutes?: number }; Returns: number };
			keep_job: { Args: { job: string; claimed_as: string; lease_seconds: number }; Returns: boolean };
			peer_set_at: { Args: { address: string }; Returns: { id: string | null; name: string | null; area_codes: string[] | null; note: string | null; is_shared: boolean | null; created_at: string | null; council_code: string | null; setting: string | null; universe: string | null; model: string | null }[] };
			redeem_invitation: { Args: { token: string }; Returns: Json };
			report_mail: { Args: { mail: string; claimed_as: string; outcome: string; fault?: string }; Returns: Database['public']['Enums']['mail_state'] };
			request_to_join: { Args: { network_slug: string; organisation_name: string; kind?: Database['public']['Enums']['organisation_kind']; website?: string; area_code?: string; contact_name?: string; contact_email?: string; message?: string }; Returns: undefined };
			save_record: { Args: { record: string; key: string; seen: number; patch: Json; reason?: string }; Returns: number };
			send_again: { Args: { mail: string }; Returns: undefined };
			set_steward: { Args: { organisation: string; network: string }; Returns: undefined };
			undo_change: { Args: { change: string; partly?: boolean; rehearse?: boolean; reason?: string }; Returns: Json };
			view_at: { Args: { address: string }; Returns: { id: string | null; name: string | null; path: string | null; pins: Json | null; is_shared: boolean | null; created_at: string | null }[] };
		};
		Enums: {
			adoption_stage: 'exploring' | 'piloting' | 'adopted' | 'embedded' | 'ended';
			change_kind: 'edit' | 'import' | 'merge' | 'review' | 'join' | 'confirm' | 'invite' | 'hand over' | 'erase' | 'undo';
			change_verb: 'insert' | 'update' | 'delete';
			confidence: 'stated' | 'inferred';
			date_bound: 'on' | 'by';
			date_precision: 'day' | 'month' | 'year';
			editor_status: 'claimed' | 'approved';
			end_kind: 'completed' | 'stopped' | 'replaced' | 'body closed' | 'not known';
			evidence_level: 'idea' | 'promising' | 'evaluated' | 'replicated';
			import_verdict: 'new' | 'update' | 'same' | 'duplicate' | 'error';
			indicator_aggregation: 'sum' | 'mean' | 'none';
			indicator_transform: 'none' | 'log';
			introduction_state: 'suggested' | 'sent' | 'met' | 'declined';
			link_kind: 'report' | 'paper' | 'webinar' | 'event' | 'video' | 'post' | 'toolkit' | 'case study' | 'story' | 'website';
			link_role: 'about' | 'made' | 'hosted' | 'attended' | 'shared';
			location_basis: 'exact' | 'postcode' | 'area centre' | 'none';
			mail_state: 'waiting' | 'claimed' | 'sent' | 'kept' | 'failed' | 'unsure' | 'cancelled';
			membership_kind: 'organisations' | 'people' | 'programme';
			membership_status: 'invited' | 'new' | 'current' | 'grace' | 'lapsed' | 'left';
			name_kind: 'former' | 'alias' | 'abbreviation';
			network_role: 'coordinator' | 'editor' | 'researcher' | 'member';
			organisation_kind: 'council' | 'charity' | 'social enterprise' | 'NHS body' | 'housing association' | 'university' | 'think tank' | 'company' | 'community group' | 'government' | 'other';
			personal_field: 'name' | 'email' | 'phone' | 'job_title';
			record_status: 'draft' | 'published' | 'archived';
			reply_status: 'pending' | 'shown' | 'hidden';
			review_status: 'pending' | 'accepted' | 'declined' | 'withdrawn';
			tie_kind: 'learnt from' | 'works with' | 'visited' | 'mentors' | 'funds' | 'member of' | 'lies within';
			visibility: 'private' | 'coordinators' | 'members' | 'public';
		};
		CompositeTypes: { [_ in never]: never };
	};
};
