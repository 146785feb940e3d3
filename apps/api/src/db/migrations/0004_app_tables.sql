CREATE SCHEMA "app";
--> statement-breakpoint
CREATE TABLE "app"."audit_event" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid,
	"detail" jsonb NOT NULL,
	"request_id" text NOT NULL,
	CONSTRAINT "audit_event_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "audit_event_actor_kind" CHECK ("app"."audit_event"."actor_kind" in ('user', 'api-key', 'system'))
);
--> statement-breakpoint
CREATE TABLE "app"."outbox" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"task" text NOT NULL,
	"payload" jsonb NOT NULL,
	"actor_id" uuid,
	"created_at" timestamptz NOT NULL,
	"dispatched_at" timestamptz,
	CONSTRAINT "outbox_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."fact" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"licence_id" uuid,
	"key" text NOT NULL,
	"value" jsonb,
	"valid_from" date NOT NULL,
	"source" text NOT NULL,
	"said_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "fact_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "fact_source" CHECK ("app"."fact"."source" in ('person', 'import', 'system'))
);
--> statement-breakpoint
CREATE TABLE "app"."trigger_event" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"happened_on" date NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	"withdrawn_at" timestamptz,
	"withdrawn_by" uuid,
	"withdrawal_reason" text,
	CONSTRAINT "trigger_event_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "trigger_event_withdrawal" CHECK (("app"."trigger_event"."withdrawn_at" is null) = ("app"."trigger_event"."withdrawal_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "app"."licence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"number" text,
	"holder" text,
	"issued_on" date,
	"valid_to" date,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "licence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "licence_number_unique" UNIQUE("tenant_id","number")
);
--> statement-breakpoint
CREATE TABLE "app"."licence_document" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"file_name" text,
	"original" "bytea",
	"text" text NOT NULL,
	"encoding" text NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"reading" jsonb NOT NULL,
	"uploaded_by" uuid,
	"uploaded_at" timestamptz NOT NULL,
	CONSTRAINT "licence_document_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."licence_revision" (
	"tenant_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"source" text NOT NULL,
	"reason" text,
	"said_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "licence_revision_tenant_id_licence_id_version_pk" PRIMARY KEY("tenant_id","licence_id","version"),
	CONSTRAINT "licence_revision_source" CHECK ("app"."licence_revision"."source" in ('document', 'typed', 'correction', 'import'))
);
--> statement-breakpoint
CREATE TABLE "app"."provision" (
	"tenant_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"is_lead" boolean NOT NULL,
	"key" text NOT NULL,
	"ref" text NOT NULL,
	"text" text NOT NULL,
	"matched" boolean NOT NULL,
	"duty_ids" jsonb NOT NULL,
	"at" jsonb NOT NULL,
	"deviation" jsonb,
	CONSTRAINT "provision_tenant_id_document_id_position_pk" PRIMARY KEY("tenant_id","document_id","position")
);
--> statement-breakpoint
CREATE TABLE "app"."duty_result" (
	"tenant_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"duty_id" text NOT NULL,
	"position" integer NOT NULL,
	"applies" text NOT NULL,
	"result" jsonb NOT NULL,
	CONSTRAINT "duty_result_tenant_id_licence_id_duty_id_pk" PRIMARY KEY("tenant_id","licence_id","duty_id"),
	CONSTRAINT "duty_result_applies" CHECK ("app"."duty_result"."applies" in ('yes', 'no', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "app"."licence_schedule" (
	"tenant_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"as_of" date NOT NULL,
	"until" date NOT NULL,
	"rule_version" text NOT NULL,
	"findings" jsonb NOT NULL,
	"generated_at" timestamptz NOT NULL,
	CONSTRAINT "licence_schedule_tenant_id_licence_id_pk" PRIMARY KEY("tenant_id","licence_id")
);
--> statement-breakpoint
CREATE TABLE "app"."occurrence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"natural_key" text NOT NULL,
	"duty_id" text NOT NULL,
	"due_rule_id" text NOT NULL,
	"clause" text NOT NULL,
	"action" jsonb NOT NULL,
	"applies" text NOT NULL,
	"opens_on" date,
	"nominal_on" date,
	"due_on" date,
	"due_at" text,
	"act_by" date,
	"provisional" boolean NOT NULL,
	"status" text NOT NULL,
	"mark" text NOT NULL,
	"explanation" jsonb NOT NULL,
	"rule_version" text NOT NULL,
	"sort_on" date NOT NULL,
	"first_seen_at" timestamptz NOT NULL,
	"removed_at" timestamptz,
	"work_state" text DEFAULT 'open' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "occurrence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "occurrence_natural_key_unique" UNIQUE("tenant_id","natural_key"),
	CONSTRAINT "occurrence_applies" CHECK ("app"."occurrence"."applies" in ('yes', 'unknown')),
	CONSTRAINT "occurrence_status" CHECK ("app"."occurrence"."status" in ('upcoming', 'open', 'past-no-evidence', 'at-once', 'uncertain')),
	CONSTRAINT "occurrence_mark" CHECK ("app"."occurrence"."mark" in ('V', 'E', 'P', 'M', 'O')),
	CONSTRAINT "occurrence_work_state" CHECK ("app"."occurrence"."work_state" in ('open', 'prepared', 'submitted', 'closed', 'waived'))
);
--> statement-breakpoint
CREATE TABLE "app"."occurrence_licence" (
	"tenant_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	CONSTRAINT "occurrence_licence_tenant_id_occurrence_id_licence_id_pk" PRIMARY KEY("tenant_id","occurrence_id","licence_id")
);
--> statement-breakpoint
CREATE TABLE "app"."question" (
	"tenant_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"question" jsonb NOT NULL,
	CONSTRAINT "question_tenant_id_licence_id_key_pk" PRIMARY KEY("tenant_id","licence_id","key")
);
--> statement-breakpoint
CREATE TABLE "app"."schedule_change" (
	"tenant_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"change" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "schedule_change_tenant_id_run_id_occurrence_id_pk" PRIMARY KEY("tenant_id","run_id","occurrence_id"),
	CONSTRAINT "schedule_change_change" CHECK ("app"."schedule_change"."change" in ('added', 'removed', 'moved', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "app"."schedule_run" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reason" text NOT NULL,
	"as_of" date NOT NULL,
	"until" date NOT NULL,
	"rule_version" text NOT NULL,
	"added" integer NOT NULL,
	"removed" integer NOT NULL,
	"moved" integer NOT NULL,
	"kept" integer NOT NULL,
	"started_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "schedule_run_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "schedule_run_reason" CHECK ("app"."schedule_run"."reason" in ('licence', 'facts', 'event', 'manual', 'nightly', 'rulebook', 'calendar'))
);
--> statement-breakpoint
ALTER TABLE "app"."fact" ADD CONSTRAINT "fact_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."licence_document" ADD CONSTRAINT "licence_document_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."licence_revision" ADD CONSTRAINT "licence_revision_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."provision" ADD CONSTRAINT "provision_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."provision" ADD CONSTRAINT "provision_tenant_id_document_id_licence_document_tenant_id_id_fk" FOREIGN KEY ("tenant_id","document_id") REFERENCES "app"."licence_document"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."duty_result" ADD CONSTRAINT "duty_result_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."licence_schedule" ADD CONSTRAINT "licence_schedule_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."occurrence_licence" ADD CONSTRAINT "occurrence_licence_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."occurrence_licence" ADD CONSTRAINT "occurrence_licence_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."question" ADD CONSTRAINT "question_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."schedule_change" ADD CONSTRAINT "schedule_change_tenant_id_run_id_schedule_run_tenant_id_id_fk" FOREIGN KEY ("tenant_id","run_id") REFERENCES "app"."schedule_run"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."schedule_change" ADD CONSTRAINT "schedule_change_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_tenant_id_at_id_index" ON "app"."audit_event" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_event_tenant_id_subject_id_index" ON "app"."audit_event" USING btree ("tenant_id","subject_id");--> statement-breakpoint
CREATE INDEX "outbox_tenant_id_dispatched_at_index" ON "app"."outbox" USING btree ("tenant_id","dispatched_at");--> statement-breakpoint
CREATE INDEX "fact_tenant_id_key_recorded_at_index" ON "app"."fact" USING btree ("tenant_id","key","recorded_at");--> statement-breakpoint
CREATE INDEX "trigger_event_tenant_id_happened_on_id_index" ON "app"."trigger_event" USING btree ("tenant_id","happened_on","id");--> statement-breakpoint
CREATE INDEX "licence_tenant_id_valid_to_id_index" ON "app"."licence" USING btree ("tenant_id","valid_to","id");--> statement-breakpoint
CREATE INDEX "licence_document_tenant_id_licence_id_index" ON "app"."licence_document" USING btree ("tenant_id","licence_id");--> statement-breakpoint
CREATE INDEX "provision_tenant_id_licence_id_key_index" ON "app"."provision" USING btree ("tenant_id","licence_id","key");--> statement-breakpoint
CREATE INDEX "occurrence_tenant_id_sort_on_id_index" ON "app"."occurrence" USING btree ("tenant_id","sort_on","id");--> statement-breakpoint
CREATE INDEX "occurrence_tenant_id_duty_id_index" ON "app"."occurrence" USING btree ("tenant_id","duty_id");--> statement-breakpoint
CREATE INDEX "occurrence_licence_tenant_id_licence_id_index" ON "app"."occurrence_licence" USING btree ("tenant_id","licence_id");--> statement-breakpoint
CREATE INDEX "schedule_change_tenant_id_occurrence_id_index" ON "app"."schedule_change" USING btree ("tenant_id","occurrence_id");--> statement-breakpoint
CREATE INDEX "schedule_run_tenant_id_recorded_at_id_index" ON "app"."schedule_run" USING btree ("tenant_id","recorded_at","id");