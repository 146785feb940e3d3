CREATE TABLE "app"."back_fill_answer" (
	"tenant_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"answer" text NOT NULL,
	"filed_by" text,
	"note" text,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "back_fill_answer_tenant_id_occurrence_id_version_pk" PRIMARY KEY("tenant_id","occurrence_id","version"),
	CONSTRAINT "back_fill_answer_answer" CHECK ("app"."back_fill_answer"."answer" in ('done', 'not-done', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "app"."custody_item" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"licence_id" uuid,
	"label" text NOT NULL,
	"place" text,
	"note" text,
	"state" text NOT NULL,
	"keeper" jsonb NOT NULL,
	"borrower" jsonb,
	"lent_on" date,
	"loan_due_on" date,
	"loan_purpose" text,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "custody_item_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "custody_item_kind" CHECK ("app"."custody_item"."kind" in ('original', 'copy', 'account')),
	CONSTRAINT "custody_item_state" CHECK ("app"."custody_item"."state" in ('kept', 'lent', 'lost', 'retired')),
	CONSTRAINT "custody_item_loan" CHECK (("app"."custody_item"."state" = 'lent') = ("app"."custody_item"."borrower" is not null) and ("app"."custody_item"."borrower" is null) = ("app"."custody_item"."loan_due_on" is null)
        and ("app"."custody_item"."borrower" is null) = ("app"."custody_item"."lent_on" is null))
);
--> statement-breakpoint
CREATE TABLE "app"."custody_move" (
	"tenant_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"move" text NOT NULL,
	"on" date NOT NULL,
	"from" jsonb,
	"to" jsonb,
	"due_on" date,
	"note" text,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"at" timestamptz NOT NULL,
	CONSTRAINT "custody_move_tenant_id_item_id_seq_pk" PRIMARY KEY("tenant_id","item_id","seq"),
	CONSTRAINT "custody_move_actor" CHECK ("app"."custody_move"."actor_kind" in ('user', 'api-key', 'system'))
);
--> statement-breakpoint
CREATE TABLE "app"."custody_person" (
	"tenant_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "custody_person_tenant_id_item_id_seq_role_pk" PRIMARY KEY("tenant_id","item_id","seq","role"),
	CONSTRAINT "custody_person_role" CHECK ("app"."custody_person"."role" in ('from', 'to'))
);
--> statement-breakpoint
CREATE TABLE "app"."material_answer" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"thing_id" uuid NOT NULL,
	"batch" integer NOT NULL,
	"form" text NOT NULL,
	"file_id" uuid,
	"file_name" text,
	"text" text,
	"actor_kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "material_answer_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "material_answer_form" CHECK (case "app"."material_answer"."form" when 'file' then "app"."material_answer"."file_id" is not null and "app"."material_answer"."file_name" is not null and "app"."material_answer"."text" is null
        when 'text' then "app"."material_answer"."text" is not null and "app"."material_answer"."file_id" is null
        when 'refusal' then "app"."material_answer"."text" is not null and "app"."material_answer"."file_id" is null else false end),
	CONSTRAINT "material_answer_actor" CHECK ("app"."material_answer"."actor_kind" in ('user', 'link'))
);
--> statement-breakpoint
CREATE TABLE "app"."material_evidence" (
	"tenant_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	CONSTRAINT "material_evidence_tenant_id_answer_id_pk" PRIMARY KEY("tenant_id","answer_id")
);
--> statement-breakpoint
CREATE TABLE "app"."material_request" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"message" text,
	"due_on" date NOT NULL,
	"occurrence_id" uuid,
	"workflow_id" uuid,
	"state" text NOT NULL,
	"asked_by" uuid,
	"asked_for" uuid NOT NULL,
	"asked_for_name" text NOT NULL,
	"batch_id" uuid,
	"created_at" timestamptz NOT NULL,
	"answered_at" timestamptz,
	"answer_round" integer NOT NULL,
	"closed_at" timestamptz,
	CONSTRAINT "material_request_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "material_request_state" CHECK ("app"."material_request"."state" in ('open', 'answered', 'done', 'withdrawn')),
	CONSTRAINT "material_request_closed" CHECK (("app"."material_request"."state" in ('done', 'withdrawn')) = ("app"."material_request"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."material_request_log" (
	"tenant_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"move" text NOT NULL,
	"thing_id" uuid,
	"data" jsonb NOT NULL,
	CONSTRAINT "material_request_log_tenant_id_request_id_seq_pk" PRIMARY KEY("tenant_id","request_id","seq"),
	CONSTRAINT "material_request_log_actor" CHECK ("app"."material_request_log"."actor_kind" in ('user', 'api-key', 'link', 'system'))
);
--> statement-breakpoint
CREATE TABLE "app"."material_request_thing" (
	"tenant_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"label" text NOT NULL,
	"hint" text,
	"form" text NOT NULL,
	"evidence_kind" text,
	"material_id" text,
	"state" text NOT NULL,
	"reason" text,
	"batch" integer NOT NULL,
	CONSTRAINT "material_request_thing_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "material_request_thing_position" UNIQUE("tenant_id","request_id","position"),
	CONSTRAINT "material_request_thing_form" CHECK ("app"."material_request_thing"."form" in ('file', 'text', 'either')),
	CONSTRAINT "material_request_thing_state" CHECK ("app"."material_request_thing"."state" in ('wanted', 'answered', 'refused', 'sent-back', 'accepted', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "app"."material_upload" (
	"tenant_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"name" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "material_upload_tenant_id_file_id_pk" PRIMARY KEY("tenant_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "app"."back_fill_answer" ADD CONSTRAINT "back_fill_answer_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custody_item" ADD CONSTRAINT "custody_item_tenant_id_licence_id_licence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","licence_id") REFERENCES "app"."licence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custody_move" ADD CONSTRAINT "custody_move_tenant_id_item_id_custody_item_tenant_id_id_fk" FOREIGN KEY ("tenant_id","item_id") REFERENCES "app"."custody_item"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custody_person" ADD CONSTRAINT "custody_person_move_fk" FOREIGN KEY ("tenant_id","item_id","seq") REFERENCES "app"."custody_move"("tenant_id","item_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."custody_person" ADD CONSTRAINT "custody_person_tenant_id_person_id_person_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "app"."person"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_answer" ADD CONSTRAINT "material_answer_request_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "app"."material_request"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_answer" ADD CONSTRAINT "material_answer_thing_fk" FOREIGN KEY ("tenant_id","thing_id") REFERENCES "app"."material_request_thing"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_answer" ADD CONSTRAINT "material_answer_tenant_id_file_id_stored_file_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "app"."stored_file"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_evidence" ADD CONSTRAINT "material_evidence_tenant_id_answer_id_material_answer_tenant_id_id_fk" FOREIGN KEY ("tenant_id","answer_id") REFERENCES "app"."material_answer"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_evidence" ADD CONSTRAINT "material_evidence_tenant_id_evidence_id_evidence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","evidence_id") REFERENCES "app"."evidence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_request" ADD CONSTRAINT "material_request_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_request" ADD CONSTRAINT "material_request_tenant_id_workflow_id_workflow_tenant_id_id_fk" FOREIGN KEY ("tenant_id","workflow_id") REFERENCES "app"."workflow"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_request_log" ADD CONSTRAINT "material_request_log_request_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "app"."material_request"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_request_thing" ADD CONSTRAINT "material_request_thing_request_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "app"."material_request"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."material_upload" ADD CONSTRAINT "material_upload_request_fk" FOREIGN KEY ("tenant_id","request_id") REFERENCES "app"."material_request"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "custody_item_tenant_id_created_at_id_index" ON "app"."custody_item" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "custody_item_tenant_id_licence_id_index" ON "app"."custody_item" USING btree ("tenant_id","licence_id");--> statement-breakpoint
CREATE INDEX "custody_item_loan" ON "app"."custody_item" USING btree ("tenant_id","loan_due_on") WHERE "app"."custody_item"."loan_due_on" is not null;--> statement-breakpoint
CREATE INDEX "custody_person_tenant_id_person_id_index" ON "app"."custody_person" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "material_answer_tenant_id_request_id_at_index" ON "app"."material_answer" USING btree ("tenant_id","request_id","at");--> statement-breakpoint
CREATE INDEX "material_answer_tenant_id_file_id_index" ON "app"."material_answer" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "material_evidence_tenant_id_evidence_id_index" ON "app"."material_evidence" USING btree ("tenant_id","evidence_id");--> statement-breakpoint
CREATE INDEX "material_request_tenant_id_created_at_id_index" ON "app"."material_request" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "material_request_tenant_id_state_due_on_index" ON "app"."material_request" USING btree ("tenant_id","state","due_on");--> statement-breakpoint
CREATE INDEX "material_request_tenant_id_occurrence_id_index" ON "app"."material_request" USING btree ("tenant_id","occurrence_id");--> statement-breakpoint
CREATE INDEX "material_request_tenant_id_workflow_id_index" ON "app"."material_request" USING btree ("tenant_id","workflow_id");--> statement-breakpoint
CREATE UNIQUE INDEX "material_request_batch" ON "app"."material_request" USING btree ("tenant_id","batch_id") WHERE "app"."material_request"."batch_id" is not null;--> statement-breakpoint
CREATE INDEX "material_upload_tenant_id_request_id_index" ON "app"."material_upload" USING btree ("tenant_id","request_id");