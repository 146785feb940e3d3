CREATE TABLE "app"."person" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"external_ref" text,
	"name" text NOT NULL,
	"identity_on_file" boolean,
	"phones_known" boolean NOT NULL,
	"id_number" text,
	"id_number_index" text,
	"id_number_mask" text,
	"email" text,
	"email_mask" text,
	"created_by" uuid,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "person_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "person_id_number_unique" UNIQUE("tenant_id","id_number_index"),
	CONSTRAINT "person_external_ref_unique" UNIQUE("tenant_id","external_ref"),
	CONSTRAINT "person_sealed" CHECK (coalesce("app"."person"."id_number", 'zq1.') like 'zq1.%' and coalesce("app"."person"."email", 'zq1.') like 'zq1.%'),
	CONSTRAINT "person_id_number_whole" CHECK (num_nulls("app"."person"."id_number", "app"."person"."id_number_index", "app"."person"."id_number_mask") in (0, 3) and num_nulls("app"."person"."email", "app"."person"."email_mask") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "app"."person_key" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	CONSTRAINT "person_key_tenant_id_person_id_pk" PRIMARY KEY("tenant_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "app"."person_phone" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"number" text NOT NULL,
	"number_index" text NOT NULL,
	"number_mask" text NOT NULL,
	"position" integer NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "person_phone_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "person_phone_sealed" CHECK ("app"."person_phone"."number" like 'zq1.%')
);
--> statement-breakpoint
CREATE TABLE "app"."person_revision" (
	"tenant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"identity_on_file" boolean,
	"phones_known" boolean NOT NULL,
	"changed" jsonb NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "person_revision_tenant_id_person_id_version_pk" PRIMARY KEY("tenant_id","person_id","version")
);
--> statement-breakpoint
CREATE TABLE "app"."roster_kept" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"section" text NOT NULL,
	"kept_from" date,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "roster_kept_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "app"."roster_record" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"list" text NOT NULL,
	"person_id" uuid,
	"data" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	"superseded_by" uuid,
	"superseded_at" timestamptz,
	"reason" text,
	CONSTRAINT "roster_record_tenant_id_id_version_pk" PRIMARY KEY("tenant_id","id","version"),
	CONSTRAINT "roster_record_list" CHECK ("app"."roster_record"."list" in ('employments', 'assignments', 'bodies', 'places', 'certificates', 'trainings', 'letters', 'filings', 'localBodies', 'rotas', 'serviceHours', 'audits', 'complaints')),
	CONSTRAINT "roster_record_superseded" CHECK (coalesce("app"."roster_record"."superseded_at", "app"."roster_record"."recorded_at") >= "app"."roster_record"."recorded_at")
);
--> statement-breakpoint
CREATE TABLE "app"."roster_record_person" (
	"tenant_id" uuid NOT NULL,
	"record_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "roster_record_person_tenant_id_record_id_version_person_id_pk" PRIMARY KEY("tenant_id","record_id","version","person_id")
);
--> statement-breakpoint
CREATE TABLE "app"."staffing_parameter" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"province" text,
	"value" integer,
	"source" jsonb,
	"set_by" text NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamptz NOT NULL,
	CONSTRAINT "staffing_parameter_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "staffing_parameter_set_by" CHECK ("app"."staffing_parameter"."set_by" in ('company', 'consultancy')),
	CONSTRAINT "staffing_parameter_source" CHECK (num_nulls("app"."staffing_parameter"."value", "app"."staffing_parameter"."source") in (0, 2))
);
--> statement-breakpoint
ALTER TABLE "app"."schedule_run" DROP CONSTRAINT "schedule_run_reason";--> statement-breakpoint
ALTER TABLE "app"."person_key" ADD CONSTRAINT "person_key_tenant_id_person_id_person_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "app"."person"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."person_phone" ADD CONSTRAINT "person_phone_tenant_id_person_id_person_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "app"."person"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."person_revision" ADD CONSTRAINT "person_revision_tenant_id_person_id_person_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "app"."person"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."roster_record" ADD CONSTRAINT "roster_record_tenant_id_person_id_person_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "app"."person"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."roster_record_person" ADD CONSTRAINT "roster_record_person_record_fk" FOREIGN KEY ("tenant_id","record_id","version") REFERENCES "app"."roster_record"("tenant_id","id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."roster_record_person" ADD CONSTRAINT "roster_record_person_tenant_id_person_id_person_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "app"."person"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_tenant_id_name_id_index" ON "app"."person" USING btree ("tenant_id","name","id");--> statement-breakpoint
CREATE INDEX "person_phone_tenant_id_person_id_index" ON "app"."person_phone" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "person_phone_tenant_id_number_index_index" ON "app"."person_phone" USING btree ("tenant_id","number_index");--> statement-breakpoint
CREATE INDEX "roster_kept_tenant_id_section_recorded_at_index" ON "app"."roster_kept" USING btree ("tenant_id","section","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_record_current_unique" ON "app"."roster_record" USING btree ("tenant_id","id") WHERE "app"."roster_record"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "roster_record_tenant_id_list_valid_from_id_index" ON "app"."roster_record" USING btree ("tenant_id","list","valid_from","id");--> statement-breakpoint
CREATE INDEX "roster_record_tenant_id_person_id_index" ON "app"."roster_record" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "roster_record_person_tenant_id_person_id_index" ON "app"."roster_record_person" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "staffing_parameter_tenant_id_key_recorded_at_index" ON "app"."staffing_parameter" USING btree ("tenant_id","key","recorded_at");--> statement-breakpoint
ALTER TABLE "app"."schedule_run" ADD CONSTRAINT "schedule_run_reason" CHECK ("app"."schedule_run"."reason" in ('licence', 'facts', 'event', 'staffing', 'manual', 'nightly', 'rulebook', 'calendar'));