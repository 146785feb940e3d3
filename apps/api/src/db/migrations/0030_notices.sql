CREATE TABLE "app"."notice" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"counts_to" text,
	"rank" integer,
	"channel" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"send_after" timestamptz NOT NULL,
	"message_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"vendor_text" text,
	"created_at" timestamptz NOT NULL,
	"sent_at" timestamptz,
	"read_at" timestamptz,
	"answered_at" timestamptz,
	CONSTRAINT "notice_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notice_told_once" UNIQUE("tenant_id","subject_id","stage","channel","recipient_id"),
	CONSTRAINT "notice_channel" CHECK ("app"."notice"."channel" in ('in-app', 'email', 'robot')),
	CONSTRAINT "notice_state" CHECK ("app"."notice"."state" in ('pending', 'claimed', 'sent', 'failed', 'merged', 'obsolete')),
	CONSTRAINT "notice_sent" CHECK (("app"."notice"."state" = 'sent') = ("app"."notice"."sent_at" is not null)),
	CONSTRAINT "notice_reminder" CHECK (("app"."notice"."counts_to" is null) = ("app"."notice"."rank" is null))
);
--> statement-breakpoint
CREATE TABLE "app"."notice_channel" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"sealed_url" text NOT NULL,
	"sealed_secret" text,
	"display" text NOT NULL,
	"language" text NOT NULL,
	"kinds" jsonb NOT NULL,
	"state" text NOT NULL,
	"last_error_code" text,
	"last_error_text" text,
	"last_error_at" timestamptz,
	"last_sent_at" timestamptz,
	"created_by" uuid,
	"created_at" timestamptz NOT NULL,
	"removed_at" timestamptz,
	CONSTRAINT "notice_channel_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "notice_channel_kind" CHECK ("app"."notice_channel"."kind" in ('wecom', 'dingtalk', 'feishu')),
	CONSTRAINT "notice_channel_state" CHECK ("app"."notice_channel"."state" in ('ok', 'disabled', 'removed')),
	CONSTRAINT "notice_channel_language" CHECK ("app"."notice_channel"."language" in ('zh', 'en')),
	CONSTRAINT "notice_channel_removed" CHECK (("app"."notice_channel"."state" = 'removed') = ("app"."notice_channel"."removed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "app"."reminder_setting" (
	"tenant_id" uuid NOT NULL,
	"duty_id" text NOT NULL,
	"version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"is_set" boolean NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamptz NOT NULL,
	CONSTRAINT "reminder_setting_tenant_id_duty_id_pk" PRIMARY KEY("tenant_id","duty_id")
);
--> statement-breakpoint
CREATE INDEX "notice_tenant_id_created_at_id_index" ON "app"."notice" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notice_waiting" ON "app"."notice" USING btree ("tenant_id","channel","recipient_id","send_after") WHERE "app"."notice"."state" in ('pending', 'claimed');--> statement-breakpoint
CREATE INDEX "notice_unanswered" ON "app"."notice" USING btree ("tenant_id","subject_id") WHERE "app"."notice"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "notice_of_person" ON "app"."notice" USING btree ("recipient_id","created_at","id") WHERE "app"."notice"."channel" = 'in-app';--> statement-breakpoint
CREATE INDEX "notice_unread" ON "app"."notice" USING btree ("recipient_id") WHERE "app"."notice"."channel" = 'in-app' and "app"."notice"."read_at" is null;