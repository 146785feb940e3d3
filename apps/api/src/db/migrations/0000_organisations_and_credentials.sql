-- Who is who. No login of the running product can read these tables; functions of the same owner answer for them.
create schema authz;
--> statement-breakpoint
create table authz.org (
  id uuid primary key,
  kind text not null check (kind in ('company', 'consultancy')),
  -- closing: may still be read and exported; suspended: not visible to anybody
  status text not null default 'active' check (status in ('active', 'closing', 'suspended')),
  name text not null check (char_length(name) between 1 and 200),
  uscc text check (char_length(uscc) between 1 and 40),
  created_at timestamptz not null default now(),
  unique (id, kind)
);
--> statement-breakpoint
create table authz.app_user (
  id uuid primary key,
  email text not null check (char_length(email) between 3 and 254),
  -- the address as it is compared: NFKC, lower case
  email_key text not null unique,
  name text not null check (char_length(name) between 1 and 100),
  -- argon2id, as a PHC string
  password_hash text not null check (password_hash like '$argon2id$%'),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
--> statement-breakpoint
create table authz.membership (
  user_id uuid not null references authz.app_user,
  org_id uuid not null references authz.org,
  role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  valid_to timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (user_id, org_id)
);
--> statement-breakpoint
create index on authz.membership (org_id);
--> statement-breakpoint
-- A consultancy may act for a company, in a period, at a level. The constant columns let foreign keys refuse
-- a company in the place of a consultancy.
create table authz.engagement (
  id uuid primary key,
  consultancy_id uuid not null,
  consultancy_kind text not null default 'consultancy' check (consultancy_kind = 'consultancy'),
  company_id uuid not null,
  company_kind text not null default 'company' check (company_kind = 'company'),
  level text not null check (level in ('read', 'write')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  granted_by uuid references authz.app_user,
  check (ends_at > starts_at and ends_at <= starts_at + interval '3 years'),
  foreign key (consultancy_id, consultancy_kind) references authz.org (id, kind),
  foreign key (company_id, company_kind) references authz.org (id, kind)
);
--> statement-breakpoint
create index on authz.engagement (company_id);
--> statement-breakpoint
create index on authz.engagement (consultancy_id);
--> statement-breakpoint
-- The named people of an engagement; their colleagues get nothing.
create table authz.engagement_member (
  user_id uuid not null references authz.app_user,
  engagement_id uuid not null references authz.engagement on delete cascade,
  primary key (user_id, engagement_id)
);
--> statement-breakpoint
create table authz.credential (
  -- sha256 of the secret: of the session token, the API key or the job's lease
  id bytea primary key check (octet_length(id) = 32),
  kind text not null check (kind in ('session', 'api_key', 'job')),
  -- the person of a session; the person for whom a job works, null when the product itself does
  user_id uuid references authz.app_user,
  -- the organisation a job works for; the one that owns an API key
  tenant_id uuid references authz.org,
  level text not null default 'write' check (level in ('read', 'write')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  absolute_expires_at timestamptz not null,
  revoked_at timestamptz,
  check (kind <> 'session' or (user_id is not null and tenant_id is null)),
  check (kind = 'session' or tenant_id is not null)
);
--> statement-breakpoint
create index on authz.credential (user_id);
--> statement-breakpoint
create index on authz.credential (expires_at);
--> statement-breakpoint
create table authz.api_key_grant (
  credential_id bytea not null references authz.credential on delete cascade,
  tenant_id uuid not null references authz.org,
  level text not null check (level in ('read', 'write')),
  primary key (credential_id, tenant_id)
);
--> statement-breakpoint
create table authz.setup_token (
  id bytea primary key check (octet_length(id) = 32),
  issued_at timestamptz not null default now()
);
--> statement-breakpoint
create table authz.attempt (
  -- sha256 of what is limited: no address and no account in clear
  bucket bytea primary key check (octet_length(bucket) = 32),
  window_started_at timestamptz not null,
  taken int not null
);
--> statement-breakpoint
-- Sign-ins and refusals. Written by its own connection, so that the refused transaction does not take it along.
create table authz.security_event (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default now(),
  kind text not null check (char_length(kind) between 1 and 60),
  user_id uuid,
  org_id uuid,
  request_id text,
  detail jsonb not null default '{}'
);
--> statement-breakpoint
create index on authz.security_event (at);
--> statement-breakpoint
-- "This tenant's outbox has work." A row for each, so that writers never wait for one another.
create table authz.outbox_signal (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null,
  raised_at timestamptz not null default now()
);
