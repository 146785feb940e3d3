CREATE TABLE "app"."company_rules" (
	"tenant_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"base_version" text NOT NULL,
	"change_id" uuid,
	"takes_back" boolean DEFAULT false NOT NULL,
	"set_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "company_rules_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq"),
	CONSTRAINT "company_rules_seq" CHECK ("app"."company_rules"."seq" > 0)
);
--> statement-breakpoint
CREATE TABLE "app"."own_duty" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"seq" integer NOT NULL,
	"slug" text NOT NULL,
	"state" text NOT NULL,
	"duty" jsonb NOT NULL,
	"origin" jsonb,
	"reason" text,
	"change_id" uuid,
	"said_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "own_duty_tenant_id_id_version_pk" PRIMARY KEY("tenant_id","id","version"),
	CONSTRAINT "own_duty_seq" UNIQUE("tenant_id","seq"),
	CONSTRAINT "own_duty_state" CHECK ("app"."own_duty"."state" in ('in-force', 'retired')),
	CONSTRAINT "own_duty_slug" CHECK ("app"."own_duty"."slug" = "app"."own_duty"."duty" ->> 'id')
);
--> statement-breakpoint
CREATE TABLE "app"."rule_change" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"started_by" uuid NOT NULL,
	"started_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "rule_change_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "rule_change_state" CHECK ("app"."rule_change"."state" in ('previewing', 'previewed', 'adopting', 'adopted', 'taking-back', 'taken-back')),
	CONSTRAINT "rule_change_reason" CHECK (("app"."rule_change"."reason" is not null) = ("app"."rule_change"."state" in ('taking-back', 'taken-back')))
);
--> statement-breakpoint
CREATE TABLE "app"."rule_change_company" (
	"tenant_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text NOT NULL,
	"pending" boolean NOT NULL,
	"counts" jsonb,
	"worked_on" integer DEFAULT 0 NOT NULL,
	"note" jsonb,
	"at" timestamptz NOT NULL,
	CONSTRAINT "rule_change_company_tenant_id_change_id_company_id_pk" PRIMARY KEY("tenant_id","change_id","company_id"),
	CONSTRAINT "rule_change_company_state" CHECK ("app"."rule_change_company"."state" in ('waiting', 'previewed', 'adopted', 'unchanged', 'taken-back', 'moved-on', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "app"."rule_change_company" ADD CONSTRAINT "rule_change_company_tenant_id_change_id_rule_change_tenant_id_id_fk" FOREIGN KEY ("tenant_id","change_id") REFERENCES "app"."rule_change"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_duty_tenant_id_slug_index" ON "app"."own_duty" USING btree ("tenant_id","slug");--> statement-breakpoint
CREATE INDEX "rule_change_tenant_id_started_at_id_index" ON "app"."rule_change" USING btree ("tenant_id","started_at","id");--> statement-breakpoint
CREATE INDEX "rule_change_company_pending" ON "app"."rule_change_company" USING btree ("tenant_id","change_id","company_id") WHERE "app"."rule_change_company"."pending";
