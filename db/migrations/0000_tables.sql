CREATE TABLE `accounts` (
	`account_id` text PRIMARY KEY NOT NULL,
	`name_hash` text NOT NULL,
	`account` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_name` ON `accounts` (`name_hash`);--> statement-breakpoint
CREATE TABLE `alarms` (
	`alarm_id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`about` text NOT NULL,
	`params` text NOT NULL,
	`raised_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`acknowledged_at` integer,
	`acknowledged_reason` blob,
	`cleared_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alarms_open` ON `alarms` (`code`,`about`) WHERE cleared_at is null;--> statement-breakpoint
CREATE INDEX `alarms_raised` ON `alarms` (`raised_at`);--> statement-breakpoint
CREATE TABLE `audit` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`purpose` text NOT NULL,
	`action` text NOT NULL,
	`details` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `bases` (
	`basis_id` text PRIMARY KEY NOT NULL,
	`basis` blob NOT NULL,
	`recorded_at` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`case_id` text PRIMARY KEY NOT NULL,
	`case_hash` text NOT NULL,
	`case_number` blob NOT NULL,
	`version` integer NOT NULL,
	`content` blob,
	`occurred_at` integer,
	`message_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_hash` ON `cases` (`case_hash`);--> statement-breakpoint
CREATE TABLE `hits` (
	`case_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`hit_id` text NOT NULL,
	`subject_version` integer NOT NULL,
	`band` text NOT NULL,
	`probability` real NOT NULL,
	`evidence` blob NOT NULL,
	PRIMARY KEY(`case_id`, `subject_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`case_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`,`subject_version`) REFERENCES `subject_versions`(`subject_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hits_id` ON `hits` (`hit_id`);--> statement-breakpoint
CREATE INDEX `hits_subject` ON `hits` (`subject_id`,`subject_version`);--> statement-breakpoint
CREATE TABLE `chunks` (
	`chunk_id` text PRIMARY KEY NOT NULL,
	`delivery_key` text NOT NULL,
	`first_line` integer NOT NULL,
	`last_line` integer NOT NULL,
	`line_count` integer NOT NULL,
	`state` text NOT NULL,
	`attempt` integer NOT NULL,
	FOREIGN KEY (`delivery_key`) REFERENCES `deliveries`(`delivery_key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chunks_delivery` ON `chunks` (`delivery_key`,`state`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`delivery_key` text PRIMARY KEY NOT NULL,
	`sender` text NOT NULL,
	`delivery_id` text NOT NULL,
	`sequence_number` integer NOT NULL,
	`created_at` integer NOT NULL,
	`entry_count` integer NOT NULL,
	`sha256` text NOT NULL,
	`state` text NOT NULL,
	`code` text,
	`register_version` integer,
	`received_at` integer NOT NULL,
	`last_heard_at` integer NOT NULL,
	`finalised_at` integer,
	`settled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_sender_id` ON `deliveries` (`sender`,`delivery_id`);--> statement-breakpoint
CREATE TABLE `lines` (
	`delivery_key` text NOT NULL,
	`line` integer NOT NULL,
	`message_id` text,
	`content_hash` text NOT NULL,
	`case_hash` text,
	`occurred_at` integer,
	`tombstone` text,
	`content` blob,
	`outcome` text,
	`reason` text,
	`quarantine_reasons` text,
	`decided_at` integer,
	PRIMARY KEY(`delivery_key`, `line`),
	FOREIGN KEY (`delivery_key`) REFERENCES `deliveries`(`delivery_key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lines_outcome` ON `lines` (`delivery_key`,`outcome`);--> statement-breakpoint
CREATE INDEX `lines_message` ON `lines` (`message_id`);--> statement-breakpoint
CREATE INDEX `lines_case` ON `lines` (`case_hash`) WHERE case_hash is not null;--> statement-breakpoint
CREATE TABLE `installation` (
	`id` integer PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`key_check` blob NOT NULL,
	`register_version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `subject_versions` (
	`subject_id` text NOT NULL,
	`version` integer NOT NULL,
	`register_version` integer NOT NULL,
	`row` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`subject_id`, `version`),
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`subject_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `subjects` (
	`subject_id` text PRIMARY KEY NOT NULL,
	`personnel_hash` text NOT NULL,
	`kind` text NOT NULL,
	`present` integer NOT NULL,
	`version` integer NOT NULL,
	`content_hash` text NOT NULL,
	`register_version` integer NOT NULL,
	`disposition_version` integer NOT NULL,
	`left_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subjects_personnel` ON `subjects` (`personnel_hash`);--> statement-breakpoint
CREATE INDEX `subjects_register_version` ON `subjects` (`register_version`);--> statement-breakpoint
CREATE TABLE `dispositions` (
	`disposition_id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`question` text NOT NULL,
	`verdict` text NOT NULL,
	`account_id` text NOT NULL,
	`decided_at` integer NOT NULL,
	`reason` blob,
	`evidence_hash` text NOT NULL,
	`proposed_rating` text,
	`overridden_rating` text,
	`second_look` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`task_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dispositions_task` ON `dispositions` (`task_id`);--> statement-breakpoint
CREATE TABLE `known_pairs` (
	`person_hash` text NOT NULL,
	`subject_id` text NOT NULL,
	`verdict` text NOT NULL,
	`evidence_hash` text NOT NULL,
	`decided_at` integer NOT NULL,
	PRIMARY KEY(`person_hash`, `subject_id`),
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`subject_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `tasks` (
	`task_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`band` text NOT NULL,
	`probability` real NOT NULL,
	`rating_level` text NOT NULL,
	`rating_rank` integer NOT NULL,
	`rating` blob,
	`rated_on` text NOT NULL,
	`evidence_hash` text NOT NULL,
	`message_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer,
	`claimed_by` text,
	`claimed_at` integer,
	`waiting_until` text,
	`second_look` text,
	`second_look_blind` integer NOT NULL,
	`withdrawn_reason` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`case_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subject_id`) REFERENCES `subjects`(`subject_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimed_by`) REFERENCES `accounts`(`account_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_subject` ON `tasks` (`subject_id`);--> statement-breakpoint
CREATE INDEX `tasks_message` ON `tasks` (`message_id`);--> statement-breakpoint
CREATE INDEX `tasks_rank` ON `tasks` (`rating_rank`,`created_at`,`task_id`);--> statement-breakpoint
CREATE INDEX `tasks_state_rank` ON `tasks` (`state`,`rating_rank`,`created_at`,`task_id`);--> statement-breakpoint
CREATE INDEX `tasks_waiting` ON `tasks` (`waiting_until`) WHERE waiting_until is not null;--> statement-breakpoint
CREATE INDEX `tasks_claimed` ON `tasks` (`claimed_by`) WHERE claimed_by is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_case_subject` ON `tasks` (`case_id`,`subject_id`);