-- Keys of fields with personal data, for each tenant, wrapped by a key that lies outside of the database. Who has the
-- tables alone reads nothing; deleting these rows makes what they sealed unreadable for good.
create table app.data_key (
  tenant_id uuid not null,
  kind text not null check (kind in ('field', 'index')),
  version int not null check (version > 0),
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, kind, version)
);
--> statement-breakpoint
call authz.protect_append_only('app.data_key');
