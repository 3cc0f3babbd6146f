CREATE TABLE `inquiries` (
	`inquiry_id` text PRIMARY KEY NOT NULL,
	`principal_id` text NOT NULL,
	`record` blob NOT NULL,
	`opened_at` integer NOT NULL,
	`notice_sent_on` text,
	`ends_on` text NOT NULL,
	`closed_at` integer,
	`compared_in` text,
	FOREIGN KEY (`principal_id`) REFERENCES `subjects`(`subject_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `subjects` ADD `inquiry_id` text;--> statement-breakpoint
ALTER TABLE `subjects` ADD `uncovered_since` integer;--> statement-breakpoint
CREATE INDEX `subjects_inquiry` ON `subjects` (`inquiry_id`) WHERE inquiry_id is not null;