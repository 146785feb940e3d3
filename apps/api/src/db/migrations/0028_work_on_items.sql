CREATE TABLE "app"."stored_file" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_by" uuid,
	"uploaded_at" timestamptz NOT NULL,
	CONSTRAINT "stored_file_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "stored_file_size" CHECK ("app"."stored_file"."size_bytes" between 1 and 20971520),
	CONSTRAINT "stored_file_name" CHECK (char_length("app"."stored_file"."name") between 1 and 200),
	CONSTRAINT "stored_file_sha256" CHECK ("app"."stored_file"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "app"."comment" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	"edited_at" timestamptz,
	"withdrawn_at" timestamptz,
	CONSTRAINT "comment_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."comment_mention" (
	"tenant_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"mentioned_at" timestamptz NOT NULL,
	CONSTRAINT "comment_mention_tenant_id_comment_id_user_id_pk" PRIMARY KEY("tenant_id","comment_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "app"."comment_revision" (
	"tenant_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "comment_revision_tenant_id_comment_id_version_pk" PRIMARY KEY("tenant_id","comment_id","version")
);
--> statement-breakpoint
CREATE TABLE "app"."compliance_statement" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"duty_id" text NOT NULL,
	"rule_version" text NOT NULL,
	"verdict" text NOT NULL,
	"text" text NOT NULL,
	"post" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"signed_as" text NOT NULL,
	"signed_on" date NOT NULL,
	"signed_at" timestamptz NOT NULL,
	"evidence" jsonb NOT NULL,
	CONSTRAINT "compliance_statement_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "compliance_statement_verdict" CHECK ("app"."compliance_statement"."verdict" in ('complies', 'partly', 'does-not-comply'))
);
--> statement-breakpoint
CREATE TABLE "app"."evidence" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"form" text NOT NULL,
	"kind" text,
	"kind_label" jsonb,
	"file_id" uuid,
	"url" text,
	"note" text,
	"valid_from" date,
	"valid_until" date,
	"added_by" uuid,
	"added_at" timestamptz NOT NULL,
	"withdrawn_at" timestamptz,
	"withdrawn_by" uuid,
	"withdrawal_reason" text,
	CONSTRAINT "evidence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "evidence_form" CHECK (case "app"."evidence"."form" when 'file' then "app"."evidence"."file_id" is not null and "app"."evidence"."url" is null
        when 'link' then "app"."evidence"."url" is not null and "app"."evidence"."file_id" is null
        when 'note' then "app"."evidence"."note" is not null and "app"."evidence"."file_id" is null and "app"."evidence"."url" is null
        when 'not-applicable' then "app"."evidence"."note" is not null and "app"."evidence"."kind" is not null and "app"."evidence"."file_id" is null and "app"."evidence"."url" is null
        else false end),
	CONSTRAINT "evidence_withdrawal" CHECK (("app"."evidence"."withdrawn_at" is null) = ("app"."evidence"."withdrawal_reason" is null)),
	CONSTRAINT "evidence_validity" CHECK ("app"."evidence"."valid_from" <= "app"."evidence"."valid_until")
);
--> statement-breakpoint
CREATE TABLE "app"."receipt" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"number" text,
	"file_id" uuid,
	"received_on" date NOT NULL,
	"none_reason" text,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "receipt_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "receipt_says" CHECK (("app"."receipt"."number" is null and "app"."receipt"."file_id" is null) = ("app"."receipt"."none_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."review_rhythm" (
	"tenant_id" uuid NOT NULL,
	"duty_id" text NOT NULL,
	"version" integer NOT NULL,
	"set_on" date NOT NULL,
	"every_months" integer,
	"first_on" date,
	"off" boolean NOT NULL,
	"set_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "review_rhythm_tenant_id_duty_id_version_pk" PRIMARY KEY("tenant_id","duty_id","version"),
	CONSTRAINT "review_rhythm_months" CHECK ("app"."review_rhythm"."every_months" between 1 and 60),
	CONSTRAINT "review_rhythm_company" CHECK ("app"."review_rhythm"."duty_id" <> '*' or "app"."review_rhythm"."every_months" is not null)
);
--> statement-breakpoint
CREATE TABLE "app"."waiver" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamptz NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamptz,
	"decision_reason" text,
	CONSTRAINT "waiver_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "waiver_decision" CHECK ("app"."waiver"."decision" in ('approved', 'refused', 'withdrawn')),
	CONSTRAINT "waiver_decided" CHECK (("app"."waiver"."decision" is null) = ("app"."waiver"."decided_by" is null) and ("app"."waiver"."decision" is null) = ("app"."waiver"."decided_at" is null)),
	CONSTRAINT "waiver_second_person" CHECK (("app"."waiver"."decision" not in ('approved', 'refused') or "app"."waiver"."decided_by" <> "app"."waiver"."requested_by")
        and ("app"."waiver"."decision" <> 'withdrawn' or "app"."waiver"."decided_by" = "app"."waiver"."requested_by"))
);
--> statement-breakpoint
CREATE TABLE "app"."work_log" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"move" text NOT NULL,
	"state_before" text NOT NULL,
	"state_after" text NOT NULL,
	"version" integer NOT NULL,
	"data" jsonb NOT NULL,
	CONSTRAINT "work_log_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "work_log_actor_kind" CHECK ("app"."work_log"."actor_kind" in ('user', 'api-key', 'system'))
);
--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "worked_at" timestamptz;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "submitted_on" date;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "submitted_by" uuid;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "closed_at" timestamptz;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "done_on" date;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "days_late" integer;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "minutes_late" integer;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "missed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD COLUMN "waiver_pending" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."comment" ADD CONSTRAINT "comment_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."comment_mention" ADD CONSTRAINT "comment_mention_tenant_id_comment_id_comment_tenant_id_id_fk" FOREIGN KEY ("tenant_id","comment_id") REFERENCES "app"."comment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."comment_revision" ADD CONSTRAINT "comment_revision_tenant_id_comment_id_comment_tenant_id_id_fk" FOREIGN KEY ("tenant_id","comment_id") REFERENCES "app"."comment"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."compliance_statement" ADD CONSTRAINT "compliance_statement_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_tenant_id_file_id_stored_file_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "app"."stored_file"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."receipt" ADD CONSTRAINT "receipt_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."receipt" ADD CONSTRAINT "receipt_tenant_id_file_id_stored_file_tenant_id_id_fk" FOREIGN KEY ("tenant_id","file_id") REFERENCES "app"."stored_file"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."waiver" ADD CONSTRAINT "waiver_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."work_log" ADD CONSTRAINT "work_log_tenant_id_occurrence_id_occurrence_tenant_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id") REFERENCES "app"."occurrence"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stored_file_tenant_id_size_bytes_index" ON "app"."stored_file" USING btree ("tenant_id","size_bytes");--> statement-breakpoint
CREATE INDEX "stored_file_tenant_id_uploaded_at_index" ON "app"."stored_file" USING btree ("tenant_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "comment_tenant_id_occurrence_id_created_at_id_index" ON "app"."comment" USING btree ("tenant_id","occurrence_id","created_at","id");--> statement-breakpoint
CREATE INDEX "comment_mention_tenant_id_user_id_mentioned_at_index" ON "app"."comment_mention" USING btree ("tenant_id","user_id","mentioned_at");--> statement-breakpoint
CREATE INDEX "compliance_statement_tenant_id_occurrence_id_index" ON "app"."compliance_statement" USING btree ("tenant_id","occurrence_id");--> statement-breakpoint
CREATE INDEX "compliance_statement_tenant_id_duty_id_signed_at_index" ON "app"."compliance_statement" USING btree ("tenant_id","duty_id","signed_at");--> statement-breakpoint
CREATE INDEX "evidence_tenant_id_occurrence_id_added_at_id_index" ON "app"."evidence" USING btree ("tenant_id","occurrence_id","added_at","id");--> statement-breakpoint
CREATE INDEX "evidence_tenant_id_file_id_index" ON "app"."evidence" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "evidence_valid_until" ON "app"."evidence" USING btree ("tenant_id","valid_until") WHERE "app"."evidence"."valid_until" is not null;--> statement-breakpoint
CREATE INDEX "receipt_tenant_id_occurrence_id_index" ON "app"."receipt" USING btree ("tenant_id","occurrence_id");--> statement-breakpoint
CREATE INDEX "receipt_tenant_id_file_id_index" ON "app"."receipt" USING btree ("tenant_id","file_id");--> statement-breakpoint
CREATE INDEX "waiver_tenant_id_occurrence_id_index" ON "app"."waiver" USING btree ("tenant_id","occurrence_id");--> statement-breakpoint
CREATE UNIQUE INDEX "waiver_one_pending" ON "app"."waiver" USING btree ("tenant_id","occurrence_id") WHERE "app"."waiver"."decision" is null;--> statement-breakpoint
CREATE INDEX "work_log_tenant_id_occurrence_id_at_id_index" ON "app"."work_log" USING btree ("tenant_id","occurrence_id","at","id");--> statement-breakpoint
CREATE INDEX "occurrence_tenant_id_assignee_id_sort_on_id_index" ON "app"."occurrence" USING btree ("tenant_id","assignee_id","sort_on","id");--> statement-breakpoint
CREATE INDEX "occurrence_tenant_id_work_state_sort_on_id_index" ON "app"."occurrence" USING btree ("tenant_id","work_state","sort_on","id");--> statement-breakpoint
CREATE INDEX "occurrence_waiver_pending" ON "app"."occurrence" USING btree ("tenant_id","sort_on","id") WHERE "app"."occurrence"."waiver_pending";--> statement-breakpoint
CREATE INDEX "occurrence_missed" ON "app"."occurrence" USING btree ("tenant_id","sort_on","id") WHERE "app"."occurrence"."missed";--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD CONSTRAINT "occurrence_worked" CHECK ("app"."occurrence"."work_state" = 'open' or "app"."occurrence"."worked_at" is not null);--> statement-breakpoint
ALTER TABLE "app"."occurrence" ADD CONSTRAINT "occurrence_filed" CHECK ("app"."occurrence"."work_state" <> 'submitted' or ("app"."occurrence"."submitted_on" is not null and "app"."occurrence"."submitted_by" is not null));--> statement-breakpoint
ALTER TABLE "app"."schedule_run" DROP CONSTRAINT "schedule_run_reason";--> statement-breakpoint
ALTER TABLE "app"."schedule_run" ADD CONSTRAINT "schedule_run_reason" CHECK ("app"."schedule_run"."reason" in ('licence', 'facts', 'event', 'staffing', 'reviews', 'manual', 'nightly', 'rulebook', 'calendar'));
