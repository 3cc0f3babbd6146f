CREATE TABLE `audit_cut` (
	`id` integer PRIMARY KEY NOT NULL,
	`sequence` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasures` (
	`erasure_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `holds` (
	`hold_id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`legal_order` blob NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`released_by` text,
	`released_at` integer,
	`release_reason` blob,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`task_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `holds_standing` ON `holds` (`task_id`) WHERE released_at is null;--> statement-breakpoint
ALTER TABLE `cases` ADD `erased_at` integer;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `expired` text;--> statement-breakpoint
ALTER TABLE `installation` ADD `resealed_to` text;--> statement-breakpoint
-- The schema files cannot say this: rows of the audit log go only from its beginning, and only behind a cut that says where the chain goes on.
DROP TRIGGER `audit_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` WHEN OLD.`sequence` > coalesce((SELECT `sequence` FROM `audit_cut`), 0) BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
