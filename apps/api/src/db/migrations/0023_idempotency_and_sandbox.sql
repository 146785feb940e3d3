CREATE TABLE "app"."idempotency_record" (
	"tenant_id" uuid NOT NULL,
	"api_key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"body" text NOT NULL,
	"headers" jsonb NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "idempotency_record_tenant_id_api_key_id_key_pk" PRIMARY KEY("tenant_id","api_key_id","key"),
	CONSTRAINT "idempotency_record_key" CHECK (char_length("app"."idempotency_record"."key") between 1 and 255)
);
--> statement-breakpoint
CREATE TABLE "app"."sandbox_mail" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"to_address" text NOT NULL,
	"template" text NOT NULL,
	"language" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "sandbox_mail_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "app"."trigger_event" ADD COLUMN "request_id" uuid;
--> statement-breakpoint
CREATE INDEX "idempotency_record_tenant_id_created_at_index" ON "app"."idempotency_record" USING btree ("tenant_id","created_at");
--> statement-breakpoint
CREATE INDEX "sandbox_mail_tenant_id_created_at_id_index" ON "app"."sandbox_mail" USING btree ("tenant_id","created_at","id");
--> statement-breakpoint
ALTER TABLE "app"."trigger_event" ADD CONSTRAINT "trigger_event_request_unique" UNIQUE("tenant_id","request_id");
