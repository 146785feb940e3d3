CREATE TABLE "app"."annual_report_entry" (
	"tenant_id" uuid NOT NULL,
	"licence_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"path" text NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb,
	"source" text,
	"carried_from" integer,
	"set_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "annual_report_entry_tenant_id_licence_id_year_path_version_pk" PRIMARY KEY("tenant_id","licence_id","year","path","version"),
	CONSTRAINT "annual_report_entry_year" CHECK ("app"."annual_report_entry"."year" between 2017 and 2100)
);
--> statement-breakpoint
CREATE TABLE "app"."workflow" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"tables_version" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"licence_id" uuid,
	"event_id" uuid,
	"about" text NOT NULL,
	"year" integer,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"state_kind" text NOT NULL,
	"state_since" timestamptz NOT NULL,
	"asks_new_licence" boolean NOT NULL,
	"replaced_version" integer,
	"responsible_id" uuid,
	"started_by" uuid,
	"started_at" timestamptz NOT NULL,
	"ended_at" timestamptz,
	CONSTRAINT "workflow_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "workflow_subject" CHECK (case "app"."workflow"."subject_type" when 'licence' then "app"."workflow"."licence_id" is not null when 'event' then "app"."workflow"."event_id" is not null
        else "app"."workflow"."subject_type" = 'network-unit' end),
	CONSTRAINT "workflow_state_kind" CHECK ("app"."workflow"."state_kind" in ('start', 'ongoing', 'waiting-for-us', 'waiting-for-authority', 'waiting-for-client', 'ended-good', 'ended-bad')),
	CONSTRAINT "workflow_ended" CHECK (("app"."workflow"."ended_at" is not null) = ("app"."workflow"."state_kind" in ('ended-good', 'ended-bad')))
);
--> statement-breakpoint
CREATE TABLE "app"."workflow_event" (
	"tenant_id" uuid NOT NULL,
	"workflow_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"event_id" uuid NOT NULL,
	CONSTRAINT "workflow_event_tenant_id_workflow_id_seq_event_id_pk" PRIMARY KEY("tenant_id","workflow_id","seq","event_id")
);
--> statement-breakpoint
CREATE TABLE "app"."workflow_file" (
	"tenant_id" uuid NOT NULL,
	"workflow_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "workflow_file_tenant_id_workflow_id_seq_file_id_pk" PRIMARY KEY("tenant_id","workflow_id","seq","file_id")
);
--> statement-breakpoint
CREATE TABLE "app"."workflow_log" (
	"tenant_id" uuid NOT NULL,
	"workflow_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"move" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"at" timestamptz NOT NULL,
	"data" jsonb NOT NULL,
	"takes_back" integer,
	CONSTRAINT "workflow_log_tenant_id_workflow_id_seq_pk" PRIMARY KEY("tenant_id","workflow_id","seq"),
	CONSTRAINT "workflow_log_actor" CHECK (("app"."workflow_log"."actor_kind" = 'person') = ("app"."workflow_log"."actor_id" is not null)),
	CONSTRAINT "workflow_log_actor_kind" CHECK ("app"."workflow_log"."actor_kind" in ('person', 'system'))
);
--> statement-breakpoint
CREATE TABLE "app"."workflow_material" (
	"tenant_id" uuid NOT NULL,
	"workflow_id" uuid NOT NULL,
	"material_id" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"file_id" uuid,
	"note" text,
	"set_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "workflow_material_tenant_id_workflow_id_material_id_version_pk" PRIMARY KEY("tenant_id","workflow_id","material_id","version"),
	CONSTRAINT "workflow_material_status" CHECK ("app"."workflow_material"."status" in ('missing', 'asked', 'received', 'checked', 'not-needed'))
);
--> statement-breakpoint
CREATE TABLE "app"."workflow_occurrence" (
	"tenant_id" uuid NOT NULL,
	"workflow_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"done" boolean NOT NULL,
	CONSTRAINT "workflow_occurrence_tenant_id_workflow_id_occurrence_id_pk" PRIMARY KEY("tenant_id","workflow_id","occurrence_id")
);
--> statement-breakpoint
ALTER TABLE "app"."licence_revision" DROP CONSTRAINT "licence_revision_source";--> statement-breakpoint
ALTER TABLE "app"."licence" ADD COLUMN "held_since" date;--> statement-breakpoint
ALTER TABLE "app"."annual_report_entry" ADD CONSTRAINT "annual_report_entry_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow" ADD CONSTRAINT "workflow_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow" ADD CONSTRAINT "workflow_tenant_id_event_id_trigger_event_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "app"."trigger_event"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow" ADD CONSTRAINT "workflow_replaced_version_fk" FOREIGN KEY ("tenant_id","licence_id","replaced_version") REFERENCES "app"."licence_revision"("tenant_id","licence_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_event" ADD CONSTRAINT "workflow_event_tenant_id_workflow_id_workflow_tenant_id_id_fk" FOREIGN KEY ("tenant_id","workflow_id") REFERENCES "app"."workflow"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_event" ADD CONSTRAINT "workflow_event_tenant_id_event_id_trigger_event_tenant_id_id_fk" FOREIGN KEY ("tenant_id","event_id") REFERENCES "app"."trigger_event"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_file" ADD CONSTRAINT "workflow_file_tenant_id_workflow_id_workflow_tenant_id_id_fk" FOREIGN KEY ("tenant_id","workflow_id") REFERENCES "app"."workflow"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_file" ADD CONSTRAINT "workflow_file_tenant_id_file_id_stored_file_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "app"."stored_file"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_log" ADD CONSTRAINT "workflow_log_tenant_id_workflow_id_workflow_tenant_id_id_fk" FOREIGN KEY ("tenant_id","workflow_id") REFERENCES "app"."workflow"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_material" ADD CONSTRAINT "workflow_material_tenant_id_workflow_id_workflow_tenant_id_id_fk" FOREIGN KEY ("tenant_id","workflow_id") REFERENCES "app"."workflow"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_material" ADD CONSTRAINT "workflow_material_tenant_id_file_id_stored_file_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "app"."stored_file"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_occurrence" ADD CONSTRAINT "workflow_occurrence_tenant_id_workflow_id_workflow_tenant_id_id_fk" FOREIGN KEY ("tenant_id","workflow_id") REFERENCES "app"."workflow"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."workflow_occurrence" ADD CONSTRAINT "workflow_occurrence_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "workflow_running" ON "app"."workflow" USING btree ("tenant_id","kind","subject_id","about") WHERE "app"."workflow"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "workflow_tenant_id_started_at_id_index" ON "app"."workflow" USING btree ("tenant_id","started_at","id");--> statement-breakpoint
CREATE INDEX "workflow_tenant_id_kind_year_index" ON "app"."workflow" USING btree ("tenant_id","kind","year");--> statement-breakpoint
CREATE INDEX "workflow_tenant_id_licence_id_index" ON "app"."workflow" USING btree ("tenant_id","licence_id");--> statement-breakpoint
CREATE INDEX "workflow_tenant_id_event_id_index" ON "app"."workflow" USING btree ("tenant_id","event_id");--> statement-breakpoint
CREATE INDEX "workflow_event_tenant_id_event_id_index" ON "app"."workflow_event" USING btree ("tenant_id","event_id");--> statement-breakpoint
CREATE INDEX "workflow_file_tenant_id_file_id_index" ON "app"."workflow_file" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "workflow_material_tenant_id_file_id_index" ON "app"."workflow_material" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "workflow_occurrence_tenant_id_occurrence_id_index" ON "app"."workflow_occurrence" USING btree ("tenant_id","occurrence_id");--> statement-breakpoint
ALTER TABLE "app"."licence_revision" ADD CONSTRAINT "licence_revision_source" CHECK ("app"."licence_revision"."source" in ('document', 'typed', 'correction', 'import', 'replacement'));